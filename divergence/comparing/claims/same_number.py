"""Is it the same number, of the same thing? Of two figures, as their texts word them."""

from __future__ import annotations

from divergence.digesting.quotable import LedgerFigure
from divergence.lexicons.measurement_units import is_measure, ratio

# "About 40" covers 38 to 42 and a little more; "more than 300" is said of 312, hardly of 450.
ROUGHLY = 0.1
BEYOND = 0.2
# Miles are given as rounded kilometers.
ROUNDING = 0.05
# Below, an equal number is easily a coincidence.
SMALL = 20
# Further apart, numbers without a common event are of different things.
FAR = 3.0
# Of one number, these leave nothing that lets both be right.
_EXCLUDING = frozenset(
    map(
        frozenset,
        (("more_than", "at_most"), ("less_than", "at_least"), ("more_than", "less_than")),
    )
)
# Nouns for one thing, in whichever of them a text counts it.
_ONE_THING = {"house": "home", "dwelling": "home"}


def equal(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures have the same ends."""
    return (a.low, a.high) == (b.low, b.high)


def reconcilable(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether the wording of two figures of one thing lets both be right.

    "More than 300" and "312" are reconcilable, and so are "more than 300" and "300", which round
    one count; "more than 300" and "at most 300" exclude each other. "20 to 30" and "20" are not the
    same information.
    """
    if equal(a, b):
        return frozenset({a.bound, b.bound}) not in _EXCLUDING
    if a.bound == "range" or b.bound == "range" or a.low != a.high or b.low != b.high:
        return False
    low, high = _reach(a)
    other_low, other_high = _reach(b)
    return low <= other_high and other_low <= high and (a.bound, b.bound) != ("exact", "exact")


def counted(figure: LedgerFigure) -> str:
    """What a figure counts, one word for houses and homes."""
    return _ONE_THING.get(figure.unit, figure.unit)


def same_quantity(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures in different units of one dimension come to the same."""
    factor = ratio(a.unit, b.unit)
    if factor is None or a.unit == b.unit:
        return False
    return abs(a.low * factor - b.low) <= ROUNDING * abs(b.low) and abs(
        a.high * factor - b.high
    ) <= ROUNDING * abs(b.high)


def other_unit(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures are measured in units that do not come to the same."""
    return (
        a.unit != b.unit and is_measure(a.unit) and is_measure(b.unit) and not same_quantity(a, b)
    )


def both_right(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures can both be right, be it in units that come to the same."""
    return same_quantity(a, b) or (not other_unit(a, b) and reconcilable(a, b))


def same_happening(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether what happened to those counted may be the same; "" says nothing."""
    kinds = set(a.event.split(" or ")), set(b.event.split(" or "))
    return not a.event or not b.event or kinds[0] <= kinds[1] or kinds[1] <= kinds[0]


def same_named_happening(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether the same is named as what happened to those counted."""
    return a.event == b.event != ""


def other_side(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures count the people or things of different sides."""
    return bool(a.affected_side and b.affected_side and a.affected_side != b.affected_side)


def of_a_size(a: LedgerFigure, b: LedgerFigure, factor: float = FAR) -> bool:
    """Whether the ends of two figures lie within a factor of each other."""
    return max(a.high, b.high) <= factor * min(a.low, b.low)


def same_number_words(a: str, b: str) -> bool:
    """Whether two numbers are worded alike."""
    return a.lower() == b.lower()


def _reach(figure: LedgerFigure) -> tuple[float, float]:
    size = abs(figure.low)
    if figure.bound == "about":
        return figure.low - ROUGHLY * size, figure.low + ROUGHLY * size
    if figure.bound in {"at_least", "more_than"}:
        return figure.low, figure.low + BEYOND * size
    if figure.bound in {"at_most", "less_than"}:
        return figure.low - BEYOND * size, figure.low
    return figure.low, figure.high
