"""Is it the same place? Of two sentences, of two figures, and of two phrases as worded."""

from __future__ import annotations

from collections.abc import Iterable

from divergence.comparing.claims.same_words import same_words
from divergence.digesting.assertions import Assertion
from divergence.digesting.place_phrases import read_place
from divergence.digesting.quotable import LedgerFigure
from divergence.digesting.time_phrases import Circumstance
from divergence.lexicons.countries import country_of

_DIRECTIONS = frozenset("east west north south eastern western northern southern".split()) | {
    f"{a}{b}" for a in ("north", "south") for b in ("east", "west", "eastern", "western")
}


def same_place(a: Circumstance, b: Circumstance) -> bool:
    """Whether two phrases of where may name one place; "elsewhere in Orm" is not in Orm itself."""
    mine, others = set(a.key), set(b.key)
    if mine <= others or others <= mine:
        return "apart" not in mine ^ others
    if "apart" in mine | others:
        return False
    ways = mine & _DIRECTIONS, others & _DIRECTIONS
    if ways[0] and ways[1] and not ways[0] & ways[1]:
        return False
    names = [" ".join(w.title() for w in place.key if w not in _DIRECTIONS) for place in (a, b)]
    countries = [country_of().get(name) for name in names]
    if countries[0] is not None and countries[1] is not None:
        return countries[0] == countries[1]
    # A country may hold a place that the list does not know.
    return any(
        country is not None and name not in country.capital
        for name, country in zip(names, countries, strict=True)
    )


def same_figure_place(
    a: LedgerFigure, b: LedgerFigure, first: Assertion, second: Assertion
) -> bool | None:
    """Whether two figures are of one place, given both sentences; None where one names none."""
    mine, theirs = _figure_place(a, first), _figure_place(b, second)
    if mine is None or theirs is None:
        return None
    return same_place(mine, theirs) or _given(mine, second.places) or _given(theirs, first.places)


def same_place_words(a: str, b: str) -> bool:
    """Whether two phrases of where have the same words, but for "the whole", "region".

    The ledger lists "in Tarn" and "near Tarn", which may be one place and no conflict.
    """
    keys = [place.key if place else () for place in (read_place(phrase) for phrase in (a, b))]
    first = [phrase.split()[0].lower() for phrase in (a, b)]
    return same_words(a, b) or (first[0] == first[1] and keys[0] == keys[1] != ())


def _figure_place(figure: LedgerFigure, sentence: Assertion) -> Circumstance | None:
    """A figure's place, where its sentence names it as one."""
    place = read_place(figure.place)
    named = {other.key for other in sentence.places if other.kind == "place"}
    return place if place is not None and place.key in named else None


def _given(place: Circumstance, others: Iterable[Circumstance]) -> bool:
    return any(same_place(place, other) for other in others if other.kind == place.kind)
