"""Is it the same number, of the same thing? Of two figures, as their texts word them."""

from __future__ import annotations

import math

from divergence.digesting.quotable import LedgerFigure
from divergence.lexicons.measurement_units import is_measure, ratio
from divergence.lexicons.numerals import SCALES

# "About 40" covers 38 to 42 and a little more; "more than 300" is said of 312, hardly of 450.
ROUGHLY = 0.1
BEYOND = 0.2
# A rounded number is off by this share at most.
SLIGHT = 0.05
# "Hundreds" is said of 680, hardly of 2,400.
ORDER = 20.0
# Digits, zeros at the end aside.
TELLING = 3
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
    one count; "more than 300" and "at most 300" exclude each other. So are "13.6 million" and
    "13,625,777", and "hundreds" and "680". "20 to 30" and "20" are not the
    same information.
    """
    if equal(a, b):
        return frozenset({a.bound, b.bound}) not in _EXCLUDING
    if within_rounding(a, b) or vaguely_right(a, b):
        return True
    if a.bound == "range" or b.bound == "range" or a.low != a.high or b.low != b.high:
        return False
    low, high = _reach(a)
    other_low, other_high = _reach(b)
    return low <= other_high and other_low <= high and (a.bound, b.bound) != ("exact", "exact")


def is_telling(figure: LedgerFigure) -> bool:
    """Whether a number is so precise that another like it is hardly a coincidence."""
    return figure.low % 1 != 0 or _digits(figure.low) >= TELLING


def overlapping(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether the ends of two figures leave a number that both have."""
    return a.low <= b.high and b.low <= a.high


def within_rounding(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether one number is the other, rounded to the digits that it gives: 13.6 and 13.626."""
    if a.low != a.high or b.low != b.high or 0 in (a.low, b.low):
        return False
    coarse, fine = sorted((a.low, b.low), key=_digits)
    step = 10.0 ** (math.floor(math.log10(abs(coarse))) - _digits(coarse) + 1)
    return _digits(coarse) < _digits(fine) and abs(coarse - fine) <= step / 2 <= SLIGHT * abs(fine)


def vaguely_right(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether one number is only called "dozens" or "hundreds", and the other is of that order."""
    return _in_order_of(a, b) or _in_order_of(b, a)


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


def _in_order_of(vague: LedgerFigure, figure: LedgerFigure) -> bool:
    """Whether a number is of the order that "hundreds" or "several hundred" gives."""
    scale = vague.text.lower().split()[-1:]
    named = scale and (scale[0] in SCALES or scale[0].removesuffix("s") in SCALES)
    if not named or vague.bound != "at_least" or _precise(vague.text):
        return False
    return figure.low == figure.high and vague.low <= figure.low < ORDER * vague.low


def _precise(text: str) -> bool:
    return text.lower().startswith("at least") or any(map(str.isdigit, text))


def _digits(number: float) -> int:
    """How many digits a number gives, zeros at its end aside."""
    return len(f"{abs(number):.10g}".replace(".", "").strip("0"))


def _reach(figure: LedgerFigure) -> tuple[float, float]:
    size = abs(figure.low)
    if figure.bound == "about":
        return figure.low - ROUGHLY * size, figure.low + ROUGHLY * size
    if figure.bound in {"at_least", "more_than"}:
        return figure.low, figure.low + BEYOND * size
    if figure.bound in {"at_most", "less_than"}:
        return figure.low - BEYOND * size, figure.low
    return figure.low, figure.high
