"""Time windows of figures: for which time a number is given, in the text's own words.

A number that another is compared with ("up from 11 million in 2022") has a window of its own.
"""

from __future__ import annotations

import re

from divergence.lexicons.calendar import BEFORE_SPANS, DAYS_IN, MONTH_NAMES, WEEKDAY_NAMES
from divergence.types import Document, Span

_BEFORE, _MONTHS, _DAYS = map("|".join, (BEFORE_SPANS, MONTH_NAMES, WEEKDAY_NAMES))
_UNITS = rf"(?:{'|'.join(DAYS_IN)})s?"
TIME = re.compile(
    rf"\b(?:(?:{_BEFORE})\s+)?(?:(?:the|less than|just|only)\s+)*"
    r"(?:(?:past|last|previous|coming|next|first)\s+)(?:(?:few|several|couple of|\w+)\s+)?"
    rf"{_UNITS}\b"
    r"|\b(?:in|within)\s+(?:less than\s+|under\s+)?(?:an?|one|two|three|\d+)\s+"
    rf"{_UNITS}\b"
    r"|\b(?:since|before|after|by|on|until)\s+(?:the\s+)?(?:(?:early|late|mid)[- ])?"
    rf"(?:{_MONTHS}|{_DAYS}|invasion|war|attack|election)"
    r"(?:\s+\d{1,2}\b)?(?:,?\s+\d{4}\b)?"
    rf"|(?P<near>\b(?:in|during|since|throughout|until)\s+(?:(?:{_MONTHS})\s+)?"
    r"(?:1[89]|20)\d\d\b|\b(?:an?|one)\s+(?:week|month|year|decade)\s+(?:earlier|ago|before)\b)"
    r"|\b(?:today|yesterday|overnight|so far|this (?:week|month|year|morning)|daily)\b"
    r"|\bin recent \w+\b",
    re.IGNORECASE,
)
_NUMBER = r"\s+(?:(?:about|around|some|just|only|nearly|almost|over|more than|the)\s+)*[$£€¥]?\d"
_COMPARED = re.compile(
    rf"\b(?:(?:up|down|higher|lower)(?:\s+\S+){{0,3}}?\s+from|(?:as\s+)?compared\s+(?:with|to)"
    rf"|against|versus){_NUMBER}"
    r"|(?<=\s)from(?=" + _NUMBER + r")",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|falling|gr[eo]w\w*|climb\w*|dropp?\w*|increas\w*"
    r"|decreas\w*|declin\w*|jump\w*|shr[aiu]nk\w*|slid|surg\w+|balloon\w*|swell\w*|swoll\w*"
    r"|went (?:up|down))\b",
    re.IGNORECASE,
)
# A bare year further off, or behind a comma, is of something else.
_NEAR = 45
_BREAK = re.compile(r",(?!\d)|[;:—–(]")
_ONWARD = re.compile(r"\s+to\s+(?:\w+\s+){0,2}[$£€¥]?\d")
_END = re.compile(r",(?!\d)|[;:—)]|\sto\s+[$£€¥]?\d")


def window_of(document: Document, sentence: Span, token: int) -> str:
    """Return the time phrase of a sentence that is nearest to a number, in the text's words."""
    start, end = document.characters(sentence)
    at = document.syntax.starts[token]
    parts = comparisons(document.text, start, end)
    mine = next((part for part in parts if part.start <= at < part.end), None)
    times = [
        match
        for match in TIME.finditer(document.text, start, end)
        if mine == next((p for p in parts if p.start <= match.start() < p.end), None)
        and _belongs(document.text, match, at, start)
    ]
    nearest = min(times, key=lambda match: abs(match.start() - at), default=None)
    return " ".join(nearest.group().split()) if nearest else ""


def _belongs(text: str, match: re.Match[str], at: int, start: int) -> bool:
    """Whether a time may be of the number that begins at a character."""
    if match["near"] is None:
        return True
    if match.end() <= at and _ONWARD.match(text, match.end()):
        return False
    between = text[match.end() : at] if match.end() <= at else text[at : match.start()]
    if match.start() == start and match.end() <= at:
        between = between.removeprefix(",")
    return len(between) <= _NEAR and _BREAK.search(between) is None


def last_before_comparison(document: Document, sentence: Span, token: int) -> int | None:
    """Return the last token before the comparison that a number stands in, or None."""
    start, end = document.characters(sentence)
    at = document.syntax.starts[token]
    for part in comparisons(document.text, start, end):
        if part.start <= at < part.end:
            before = (
                t
                for t in range(*sentence)
                if document.syntax.ends[t] <= part.start and document.is_word[t]
            )
            return max(before, default=None)
    return None


def comparisons(text: str, start: int, end: int) -> list[Span]:
    """Return where a sentence gives another time's number, in characters, with its own time."""
    parts = []
    for comparison in _COMPARED.finditer(text, start, end):
        changed = _CHANGED.search(text, start, comparison.start())
        if comparison.group().lower() == "from" and changed is None:
            continue
        stop = _END.search(text, comparison.end(), end)
        part = Span(comparison.start(), stop.start() if stop else end)
        ranged = stop is not None and stop.group().split()[0] == "to"
        if not ranged or TIME.search(text, *part):
            parts.append(part)
    return parts
