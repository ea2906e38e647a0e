"""Whether two numbers that texts give of one thing can both be right, as worded."""

from __future__ import annotations

from divergence.digesting.quotable import LedgerFigure
from divergence.lexicons.measurement_units import is_measure, ratio

# "About 40" covers 38 to 42 and a little more; "more than 300" is said of 312, hardly of 450.
ROUGHLY = 0.1
BEYOND = 0.2
# Miles are given as rounded kilometers.
ROUNDING = 0.05
# Nouns for one thing, in whichever of them a text counts it.
_ONE_THING = {"house": "home", "dwelling": "home"}


def equal(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures have the same ends."""
    return (a.low, a.high) == (b.low, b.high)


def reconcilable(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether the wording of two figures of one thing lets both be right.

    "More than" and "at least" are one bound: texts use them for the same count. A bound is taken to
    reach a fifth beyond its number, "about" a tenth to either side. A range and one number, or two
    different ranges, are not the same information and differ.

    Examples
    --------
    "More than 300" and "312" are reconcilable, "20 to 30" and "20" are not.
    """
    if equal(a, b):
        return True
    if a.bound == "range" or b.bound == "range" or a.low != a.high or b.low != b.high:
        return False
    low, high = _reach(a)
    other_low, other_high = _reach(b)
    return low <= other_high and other_low <= high and (a.bound, b.bound) != ("exact", "exact")


def thing(figure: LedgerFigure) -> str:
    """Return what a figure counts, one word for houses and homes."""
    return _ONE_THING.get(figure.unit, figure.unit)


def same_measure(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures in different units of one dimension come to the same."""
    factor = ratio(a.unit, b.unit)
    if factor is None or a.unit == b.unit:
        return False
    return abs(a.low * factor - b.low) <= ROUNDING * abs(b.low) and abs(
        a.high * factor - b.high
    ) <= ROUNDING * abs(b.high)


def other_unit(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures are measured in units that do not come to the same."""
    return a.unit != b.unit and is_measure(a.unit) and is_measure(b.unit) and not same_measure(a, b)


def _reach(figure: LedgerFigure) -> tuple[float, float]:
    size = abs(figure.low)
    if figure.bound == "about":
        return figure.low - ROUGHLY * size, figure.low + ROUGHLY * size
    if figure.bound == "at_least":
        return figure.low, figure.low + BEYOND * size
    if figure.bound == "at_most":
        return figure.low - BEYOND * size, figure.low
    return figure.low, figure.high
