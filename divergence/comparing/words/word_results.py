"""Results of words: key terms, labels, shifts of vocabulary.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from divergence.comparing.cautions import Caution, Doubted
from divergence.digesting.quotable import SentenceRef
from divergence.phrases.saying import Saying

__all__ = ["KeyTerm", "KeynessBasis", "Naming", "ShiftTerm", "WordShift"]


@dataclass(frozen=True, slots=True)
class KeyTerm(Doubted):
    """A word or collocation of one source against the others: log-odds with a Dirichlet prior.

    ``n_events`` is the number of events that the term is compared on, each within itself; 0 where
    no event is shared and all articles are compared at once. ``dispersion`` says how unevenly the
    articles of the party that uses it more hold it: 0 even, 1 all in the smallest one; nan with
    fewer than two articles. ``cautions`` say when a term lives in one article.
    """

    source: str
    reference: str
    term: str
    log_odds: float
    z: float
    count: int
    count_reference: int
    n_articles: int
    n_articles_reference: int
    n_events: int = 0
    dispersion: float = float("nan")
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class KeynessBasis(Doubted):
    """What the key terms of a source and its reference rest on.

    ``prior`` says what the prior is made of, ``strength`` how many words it is worth, summed over
    ``n_events`` events (0: all articles at once). ``n_words`` are the words compared.
    """

    source: str
    reference: str
    prior: Saying
    strength: float
    n_events: int
    n_words: int
    n_words_reference: int
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """One way in which a source labels an actor: "the mercenary group", "a private army".

    ``count`` places in ``n_articles`` articles, the first of them in ``sentences``;
    ``n_mentions`` is how often the source names the actor at all. ``only_here`` says that no other
    source that names the actor labels it so.
    """

    actor: str
    source: str
    label: str
    count: int
    n_articles: int
    n_mentions: int
    only_here: bool
    sentences: tuple[SentenceRef, ...]


@dataclass(frozen=True, slots=True)
class ShiftTerm:
    """One word's share of a Jensen-Shannon divergence; positive: used more by the source."""

    term: str
    contribution: float
    frequency: float
    frequency_reference: float


@dataclass(frozen=True, slots=True)
class WordShift:
    """Jensen-Shannon divergence (bits, 0 to 1) of two vocabularies, with its noise floor.

    ``floor`` is the mean divergence after sentences were dealt at random to two texts of the same
    sizes, ``floor_high`` its 95th percentile. With ``n_events`` above 1 both vocabularies are
    averages over the events that both wrote on; 0 where they share none. ``p`` is a permutation
    p-value where whole articles were dealt, else nan: sentences of one article are not independent.
    """

    source: str
    reference: str
    divergence: float
    floor: float
    floor_high: float
    terms: tuple[ShiftTerm, ...]
    n_events: int = 0
    p: float = math.nan
