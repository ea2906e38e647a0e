"""How numbers are written, in one place: pages, charts and sentences all use these."""

from __future__ import annotations

import math
import re
from datetime import date as Date

from divergence.phrases import declared, say

LEAST = 0.0001
_HYPHEN = re.compile(r"(?<!\S)-(?=[\d\s])")


def is_share(unit: str) -> bool:
    """Tell whether a unit is a share between 0 and 1, which is written as a percentage."""
    return unit.startswith("share")


def in_words(unit: str) -> str:
    """Write a unit as a page says it, with a typographic minus."""
    return _HYPHEN.sub(say("number.minus"), declared(unit))


def number(value: float, *, share: bool = False, signed: bool = False) -> str:
    """Write a number the way a page shows it."""
    if math.isnan(value):
        return say("number.undefined")
    minus = say("number.minus")
    if math.isinf(value):
        return ("" if value > 0 else minus) + say("number.unlimited")
    size = abs(value) * (100 if share else 1)
    sign = minus if value < 0 else ("+" if signed and value > 0 else "")
    if 0 < size < LEAST:
        # What is nearer to zero than a number can say is less than it, or more if negative.
        sign = (">" if value < 0 else "<") + sign
        size = LEAST
    digits = in_digits(_digits(size))
    return say("number.percent", number=sign + digits) if share else sign + digits


def in_digits(written: str) -> str:
    """Put the separators of the language into a number as Python writes it: "1,500.5"."""
    marks = {",": say("number.thousands"), ".": say("number.decimal")}
    return "".join(marks.get(character, character) for character in written)


def _digits(size: float) -> str:
    # 9.996 is rounded to 10.0 and not to 10.00, which would be a digit more.
    if size == round(size) or size >= 99.95:
        return f"{size:,.0f}"
    if size >= 9.995:
        return f"{size:.1f}"
    if size >= 0.1:
        return f"{size:.2f}"
    return f"{size:.2g}"


def points(value: float, *, share: bool) -> str:
    """Write a difference with its sign; differences of shares are percentage points."""
    if share:
        return say("number.points", number=number(100 * value, signed=True))
    return number(value, signed=True)


def interval(low: float, high: float, *, share: bool = False, signed: bool = False) -> str:
    """Write an interval as "low to high"; nothing where an end is not defined."""
    if math.isnan(low) or math.isnan(high):
        return ""
    ends = [number(end, share=share, signed=signed) for end in (low, high)]
    return say("number.interval", low=ends[0], high=ends[1])


def count(n: int, noun: str) -> str:
    """Write a count with its noun, one of the catalogue's."""
    return say(f"noun.{noun}", n=n)


def days(first: Date, last: Date) -> str:
    """Write a span of dates without repeating what they share."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return say("date.span", first=day(first), last=day(last))
    year = str(last.year)
    if first.month != last.month:
        return say(
            "date.days_of_year",
            first=first.day,
            first_month=_month(first),
            last=last.day,
            last_month=_month(last),
            year=year,
        )
    return say("date.days_of_month", first=first.day, last=last.day, month=_month(last), year=year)


def day(value: Date) -> str:
    """Write a date in words."""
    return say("date.day", day=value.day, month=_month(value), year=str(value.year))


def month(value: Date) -> str:
    """Write a month in words."""
    return say("date.month_of_year", month=_month(value), year=str(value.year))


def _month(value: Date) -> str:
    return say(f"date.month.{value.month}")
