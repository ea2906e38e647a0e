"""Articles and sentences as counts of words: what is dealt for the floor of a vocabulary shift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.words.party_texts import Texts, Words
from divergence.comparing.words.term_table import Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Names = NDArray[np.object_]


class Unit(NamedTuple):
    """A stretch of text that is dealt as a whole; units sort by their words."""

    words: Words
    owner: str
    event: str


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Units with words in them, in the order of their words, as rows of counts.

    ``ranks`` are equal where the words are; ``owners`` are the parties.
    """

    counts: csr_matrix
    ranks: Integers
    owners: Names
    events: Names


@dataclass(frozen=True, slots=True, eq=False)
class ShiftUnits:
    """The same texts as articles and as sentences, over the same words.

    ``events`` holds the event of every article of each party, of those without words too.
    """

    terms: Names
    articles: Units
    sentences: Units
    events: Mapping[str, tuple[str, ...]]


def shift_units(texts: Sequence[Texts]) -> ShiftUnits:
    """Count the words of every unit, once for all pairs of parties."""
    articles, sentences = [], []
    for party in texts:
        for event, held, _ in party.rows():
            articles.append(Unit(tuple(chain.from_iterable(held)), party.name, event))
            sentences += [Unit(tuple(sentence), party.name, event) for sentence in held]
    terms = sorted({word for unit in articles for word in unit.words})
    column = {term: place for place, term in enumerate(terms)}
    events = {party.name: tuple(event for event, _, _ in party.rows()) for party in texts}
    return ShiftUnits(_objects(terms), _units(articles, column), _units(sentences, column), events)


def _units(written: Sequence[Unit], column: Mapping[str, int]) -> Units:
    from scipy.sparse import csr_matrix

    units = sorted(unit for unit in written if unit.words)
    new = [at > 0 and unit.words != units[at - 1].words for at, unit in enumerate(units)]
    places = [column[word] for unit in units for word in unit.words]
    starts = np.concatenate([[0], np.cumsum([len(unit.words) for unit in units])])
    counts = csr_matrix((np.ones(len(places)), places, starts), shape=(len(units), len(column)))
    counts.sum_duplicates()
    return Units(
        counts,
        np.cumsum(new, dtype=np.int64),
        _objects(unit.owner for unit in units),
        _objects(unit.event for unit in units),
    )


def _objects(names: Iterable[str]) -> Names:
    listed: list[Any] = list(names)
    made = np.empty(len(listed), dtype=object)
    made[:] = listed
    return made
