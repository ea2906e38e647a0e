"""Reasons to doubt a number, and the bounds below which it is shown but not interpreted.

A caution is data; its words stand in the table ``doubt`` of :mod:`divergence.phrases`.

Five is the customary least expected count behind a normal or chi-squared approximation (Cochran
1954), though no such rule makes the plain normal interval of a share safe (Brown, Cai & DasGupta
2001); a rate per 100 words needs at least 100 words to be more than an extrapolation; and the
bootstrap under-covers where units are few (Chernick 2008), here taken as below about ten, badly
below five.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from divergence.comparing.parties import THE_OTHERS
from divergence.counting.columns import Column
from divergence.phrases import Catalogue, commas, say, semicolons, spoken

__all__ = ["Caution", "Doubted"]


FEW_SPANS = 5
FEW_WORDS = 100
FEW_SENTENCES = 5
FEW_ARTICLES = 5


# Names that a caution lists; the rest are counted.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Caution:
    """A reason to doubt a number: what it is, not a sentence.

    ``kind`` is a key of the table ``doubt`` of :mod:`divergence.phrases`, ``fields`` are the
    numbers and names of its phrase (see :func:`divergence.comparing.cautions.because`), and
    ``party`` is the one of two parties whose number is meant. ``str`` says it in the language that
    is spoken.

    Examples
    --------
    >>> Caution("few_articles", (("articles", 3),), "Post")
    <Caution few_articles: Post: only 3 articles>
    """

    kind: str
    fields: tuple[tuple[str, int | str | tuple[str, ...]], ...] = ()
    party: str = ""

    def __str__(self) -> str:
        fields = {
            name: _named(value) if isinstance(value, tuple) else value
            for name, value in self.fields
        }
        said = say(f"doubt.{self.kind}", **fields)
        if not self.party:
            return said
        party = say("name.others") if self.party == THE_OTHERS else self.party
        return say("list.of", party=party, said=said)

    def __repr__(self) -> str:
        return f"<Caution {self.kind}: {self}>"


def _named(names: tuple[str, ...]) -> str:
    shown = commas(names[:MOST_NAMED])
    left = len(names) - MOST_NAMED
    return say("list.more", start=shown, n=left) if left > 0 else shown


class Doubted:
    """A result with cautions: code asks for their kinds, tables show them in words."""

    __slots__ = ()
    cautions: tuple[Caution, ...]

    @property
    def caution(self) -> str:
        """All cautions in words, in the language that is spoken; "" without any."""
        return _said(self.cautions, spoken())


# The same few cautions stand beside hundreds of thousands of numbers.
@lru_cache(maxsize=4096)
def _said(cautions: tuple[Caution, ...], _: Catalogue) -> str:
    return semicolons([str(caution) for caution in cautions])


def because(kind: str, /, **fields: int | str | tuple[str, ...]) -> Caution:
    """Give a reason to doubt something."""
    return Caution(kind, tuple(sorted(fields.items())))


TOO_FEW_WORDS = because("few_words", words=FEW_WORDS)
TOO_FEW_SENTENCES = because("few_sentences", sentences=FEW_SENTENCES)
TOO_FEW_PLACES = because("few_places", places=FEW_SPANS)
TOO_SMALL_A_SHARE = because("small_share", n=FEW_SPANS)
# A value with one of these rests on too little text to be interpreted.
TOO_LITTLE_TEXT = frozenset(
    reason.kind for reason in (TOO_FEW_WORDS, TOO_FEW_SENTENCES, TOO_SMALL_A_SHARE)
)

NOT_ALIGNED = because("not_aligned")
NO_COMMON_EVENT = because("no_common_event")
NOT_IN_ONE_EVENT = because("not_in_one_event")
ONE_ARTICLE_AN_EVENT = because("one_article_an_event")
FEW_ARTICLES_AN_EVENT = because("few_articles_an_event", articles=FEW_ARTICLES)
NOTHING_BOTH_DEFINE = because("nothing_both_define")
NO_RATIO = because("no_ratio")
NO_VOCABULARY = because("no_vocabulary")
FLOOR_OF_SENTENCES = because("floor_of_sentences")
SAME_DEALS = because("same_deals")
ONE_ARTICLE_A_PERIOD = because("one_article_a_period")
ONE_ARTICLE = because("one_article")
ONE_SENTENCE = because("one_sentence")
SPARSE = because("sparse")
NO_VARIATION = because("no_variation")
WILSON = because("wilson")
NOTHING_TO_DIVIDE = because("nothing_to_divide")
THREE = because("rule_of_three")
_UNDEFINED = {"words": because("no_words"), "sentences": because("no_sentences")}
_NOTHING_COUNTED = because("nothing_counted")


def undefined(column: Column) -> Caution:
    """Say why a measure without a denominator has no value."""
    return _UNDEFINED.get(column.per, _NOTHING_COUNTED)


def too_little_text(column: Column, denominator: float, n_evidence: int) -> list[Caution]:
    """Name what a value rests on too little of."""
    reasons = []
    if column.per == "words" and denominator < FEW_WORDS:
        reasons.append(TOO_FEW_WORDS)
    elif column.per == "sentences" and denominator < FEW_SENTENCES:
        reasons.append(TOO_FEW_SENTENCES)
    elif column.per in ("evidence", "side_evidence") and denominator < FEW_SPANS:
        reasons.append(TOO_SMALL_A_SHARE)
    if 0 < n_evidence < FEW_SPANS:
        reasons.append(TOO_FEW_PLACES)
    return reasons


def few_articles(n_articles: int) -> list[Caution]:
    """Name a number of articles that is too small to speak for a source."""
    if 1 < n_articles < FEW_ARTICLES:
        return [because("few_articles", articles=n_articles)]
    return []


def about_party(party: str, reasons: Iterable[Caution]) -> tuple[Caution, ...]:
    """Say whose number is to be doubted."""
    return tuple(replace(reason, party=party) for reason in reasons)


def each_once(*reasons: Caution) -> tuple[Caution, ...]:
    """Return reasons in order, each once."""
    return tuple(dict.fromkeys(reasons))
