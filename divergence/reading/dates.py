"""Dates as headers and fields write them; a date that could be read two ways is not read."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import NamedTuple

from divergence.lexicons.calendar import (
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)

_MONTH = rf"(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\.?"
_DAY_NAME = rf"(?:(?:{'|'.join((*WEEKDAYS, *SHORT_WEEKDAYS))})\.?,?\s+)?"
_TIME = r"(?:[T ,]\s*(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*"
_ZONE = r"(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})?)?"
_CLOCK = _TIME + _ZONE
_ISO = r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
_DAY_FIRST = rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{_MONTH}),? (?P<y2>\d{{4}})"
_MONTH_FIRST = rf"(?P<m3>{_MONTH}) (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})"
_NUMBERS = r"(?P<a4>\d{1,2})[/.-](?P<b4>\d{1,2})[/.-](?P<y4>\d{4})"
_DATE = rf"{_DAY_NAME}(?:{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS})(?!\d){_CLOCK}"
AT_START = re.compile(_DATE, re.IGNORECASE)
AT_END = re.compile(rf"(?<![\w.,-]){_DATE}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"\s*,?\s*(?:(?:{'|'.join(WEEKDAY_NAMES)})\b\.?)?\s*,?\s*"
    r"(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?(?:\s+[A-Z]{2,4})?(?=\s|$))?\s*"
)
_LONGEST_REST = 8
_COMPACT = re.compile(r"(?P<y1>\d{4})(?P<m1>\d{2})(?P<d1>\d{2})(?:T\d{4,6}Z?)?$")


class Dated(NamedTuple):
    """A date, and what stands behind it in its line: an edition, for example."""

    date: Date
    rest: str


def leading_date(line: str) -> Dated | None:
    """Read a line that begins with a date, as archives print it above an article."""
    match = AT_START.match(line)
    date = date_of(match) if match else None
    if match is None or date is None:
        return None
    rest = line[match.end() :]
    after = _AFTER.match(rest)
    rest = rest[after.end() :] if after else rest
    return Dated(date, rest.strip(" ,;")) if len(rest.split()) <= _LONGEST_REST else None


def parse_date(text: str) -> Date | None:
    """Read a whole string as one date."""
    text = " ".join(text[:100].split())
    match = AT_START.fullmatch(text) or _COMPACT.fullmatch(text)
    return date_of(match) if match else None


def is_ambiguous(text: str) -> bool:
    """Whether a string is a date of numbers that stands for two days."""
    match = AT_START.fullmatch(" ".join(text[:100].split()))
    if match is None or not match["a4"]:
        return False
    return max(int(match["a4"]), int(match["b4"])) <= 12 and date_of(match) is None


def date_of(match: re.Match[str]) -> Date | None:
    """Give the date that a match of :data:`AT_START` or :data:`AT_END` stands for."""
    part = {name[0]: value for name, value in match.groupdict().items() if value}
    if "a" in part:
        first, second = int(part["a"]), int(part["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
        return _date(int(part["y"]), month, day)
    name = part["m"].lower().rstrip(".")
    month = int(name) if name.isdigit() else _month(name)
    return _date(int(part["y"]), month, int(part["d"]))


def _month(name: str) -> int:
    return next(at for at, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None
