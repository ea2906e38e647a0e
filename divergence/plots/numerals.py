"""How numbers are written, in one place: pages, charts and sentences all use these."""

from __future__ import annotations

import math
import re
from datetime import date as Date

UNDEFINED = "not defined"
MINUS = "−"
# Units that say how a value is computed; a reader only needs the scale.
UNITS = {
    "mean of P(positive) - P(negative), -1 to 1": f"on a scale from {MINUS}1 to 1",
    "points from 1 to 6, mean of sentences": "on a scale from 1 to 6",
}
_HYPHEN = re.compile(r"(?<!\S)-(?=[\d\s])")


def is_share(unit: str) -> bool:
    """Tell whether a unit is a share between 0 and 1, which is written as a percentage."""
    return unit.startswith("share")


def in_words(unit: str) -> str:
    """Write a unit as a page says it, with a typographic minus."""
    return UNITS.get(unit) or _HYPHEN.sub(MINUS, unit)


def number(value: float, *, share: bool = False, signed: bool = False) -> str:
    """Write a number the way a page shows it.

    Parameters
    ----------
    value : float
        Any number; nan is written as "not defined".
    share : bool, default False
        Write as a percentage.
    signed : bool, default False
        Write a plus sign before positive numbers.

    Returns
    -------
    str
        At most three significant digits below 1,000 and two decimals above 0.1; thousands are
        separated by commas; whole numbers stay whole.

    Examples
    --------
    >>> number(1500), number(3.14159), number(0.342, share=True), number(float("nan"))
    ('1,500', '3.14', '34.2%', 'not defined')
    """
    if math.isnan(value):
        return UNDEFINED
    if math.isinf(value):
        return "unlimited" if value > 0 else f"{MINUS}unlimited"
    size = abs(value) * (100 if share else 1)
    digits = _digits(size)
    sign = MINUS if value < 0 else ("+" if signed and value > 0 else "")
    return f"{sign}{digits}{'%' if share else ''}"


def _digits(size: float) -> str:
    if size == 0:
        return "0"
    if size == round(size) or size >= 100:
        return f"{size:,.0f}"
    if size >= 10:
        return f"{size:.1f}"
    if size >= 0.1:
        return f"{size:.2f}"
    return f"{size:.2g}" if size >= 0.0001 else "<0.0001"


def points(value: float, *, share: bool) -> str:
    """Write a difference with its sign; differences of shares are percentage points.

    Examples
    --------
    >>> points(-0.714, share=True), points(1.5, share=False)
    ('−71.4 points', '+1.50')
    """
    if share:
        return f"{number(100 * value, signed=True)} points"
    return number(value, signed=True)


def interval(low: float, high: float, *, share: bool = False, signed: bool = False) -> str:
    """Write an interval as "low to high"; nothing where an end is not defined.

    Examples
    --------
    >>> interval(0.5, 2, signed=True), interval(float("nan"), 1)
    ('+0.50 to +2', '')
    """
    if math.isnan(low) or math.isnan(high):
        return ""
    ends = (number(end, share=share, signed=signed) for end in (low, high))
    return " to ".join(ends)


def count(n: int, one: str, many: str = "") -> str:
    """Write a count with its noun.

    Examples
    --------
    >>> count(1, "article"), count(1200, "article"), count(2, "party", "parties")
    ('1 article', '1,200 articles', '2 parties')
    """
    return f"{n:,} {one if n == 1 else (many or one + 's')}"


def days(first: Date, last: Date) -> str:
    """Write a span of dates without repeating what they share.

    Examples
    --------
    >>> days(Date(2023, 3, 13), Date(2023, 3, 14)), days(Date(2023, 3, 13), Date(2023, 3, 13))
    ('13 to 14 March 2023', '13 March 2023')
    """
    if first == last:
        return day(first)
    start = day(first).split()
    end = day(last).split()
    while len(start) > 1 and start[-1] == end[len(start) - 1]:
        start.pop()
    return f"{' '.join(start)} to {day(last)}"


def day(value: Date) -> str:
    """Write a date in words.

    Examples
    --------
    >>> day(Date(2023, 3, 13))
    '13 March 2023'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
