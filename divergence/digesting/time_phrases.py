"""Times of a sentence: days, months, years, parts of the day and spans, each in comparable form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from divergence.lexicons.calendar import (
    BEFORE_SPANS,
    DAYS_IN,
    MONTH_NAMES,
    PARTS_OF_DAY,
    WEEKDAY_NAMES,
)
from divergence.lexicons.numerals import BELOW_TWENTY
from divergence.types import Document, Span

TimeMatch = tuple[Span, str, tuple[str, ...]]

_DAYS = "|".join(WEEKDAY_NAMES)
# "May" is a month only where the words around say so.
_MONTHS = (
    "|".join(name for name in MONTH_NAMES if name != "May")
    + "|(?:(?<=in )|(?<=until )|(?<=by )|(?<=since )|(?<=before )|(?<=after )|(?<=on )|(?<=of ))May"
    r"|May(?= \d)"
)
_UNITS = "|".join(DAYS_IN)
_FEW = (2, 6)
_NUMBERS = {word: n for n, word in enumerate(BELOW_TWENTY)} | {
    "a": 1,
    "an": 1,
    "couple of": 2,
    "a couple of": 2,
}
_AMOUNT = rf"(?:(?P<n>\d+|an?|(?:a )?couple of|{'|'.join(BELOW_TWENTY)}|few|several)"
_SPAN = re.compile(
    rf"(?:\b(?:{'|'.join(BEFORE_SPANS)}) )?(?:\bthe )?"
    r"\b(?P<way>past|last|previous|next|coming) " + _AMOUNT + rf"[ -])?(?P<unit>{_UNITS})s?\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?:\b(?:in|after|for|within|of|lasted) )?\b"
    + _AMOUNT
    + rf"[ -])(?P<unit>{_UNITS})s?\b(?! ago)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?:\b(?i:on|since|until|by|before|after|late|early) )?\b(?P<key>{_DAYS})\b"
)
_MONTH = re.compile(
    rf"(?:\b(?i:in|on|since|until|by|before|after|late|early) )?\b(?P<key>{_MONTHS})\b"
    r"(?: \d{1,2}\b)?"
)
_YEAR = re.compile(
    r"(?:\b(?i:in|since|until|by|before|after) )?(?P<key>\b(?:1[89]|20)\d\d\b)(?![,.]\d)"
)
_PART = re.compile(
    rf"\b(?:in|during) the (?P<key>{'|'.join(PARTS_OF_DAY)})\b|\b(?P<night>overnight)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A time or a place in the text's own words: of which kind, and what it comes to."""

    words: str
    kind: str
    key: tuple[str, ...]


_KINDS = (("weekday", _WEEKDAY), ("month", _MONTH), ("year", _YEAR))


def times(document: Document, sentence: Span) -> Iterator[tuple[Span, Circumstance]]:
    """Yield the times of a sentence with their tokens; the key of a span gives days."""
    start, end = document.characters(sentence)
    text = document.text[start:end]
    for characters, time in _without_overlaps(text):
        tokens = _tokens(document, sentence, start, characters)
        if tokens is not None:
            yield tokens, replace(time, words=" ".join(time.words.split()))


def read_times(phrase: str) -> tuple[Circumstance, ...]:
    """Read the times of a phrase that stands alone."""
    return tuple(time for _, time in _without_overlaps(phrase))


def _without_overlaps(text: str) -> Iterator[tuple[Span, Circumstance]]:
    """Times that do not overlap, the first of those that do."""
    end = 0
    matches = sorted(chain(_spans(text), _named(text), _parts(text)), key=lambda match: match[0])
    for span, kind, key in matches:
        if span.start >= end:
            end = span.end
            yield span, Circumstance(text[span.start : span.end], kind, key)


def _spans(text: str) -> Iterator[TimeMatch]:
    for match in _SPAN.finditer(text):
        way = match["way"].lower()
        toward = "next" if way in {"next", "coming"} else "past"
        yield Span(*match.span()), "span", (toward, _length(match))
    for match in _DURATION.finditer(text):
        yield Span(*match.span()), "duration", (_length(match),)


def _length(match: re.Match[str]) -> str:
    amount, unit = (match["n"] or "one").lower(), match["unit"].lower()
    if amount in {"few", "several"}:
        return f"few {unit}s"
    number = float(_NUMBERS[amount]) if amount in _NUMBERS else float(amount)
    return f"{number * DAYS_IN[unit]:.3g}"


def length_in_days(length: str) -> tuple[float, float]:
    """Days that the length of a span comes to, at least and at most."""
    few, _, unit = length.partition(" ")
    if few == "few":
        size = DAYS_IN[unit.removesuffix("s")]
        return _FEW[0] * size, _FEW[1] * size
    return float(length), float(length)


def _named(text: str) -> Iterator[TimeMatch]:
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            yield Span(*match.span()), kind, (match["key"].lower(),)


def _parts(text: str) -> Iterator[TimeMatch]:
    for match in _PART.finditer(text):
        yield Span(*match.span()), "part of the day", ((match["key"] or "night").lower(),)


def _tokens(document: Document, sentence: Span, start: int, characters: Span) -> Span | None:
    inside = [
        token
        for token in range(*sentence)
        if characters.start <= document.syntax.starts[token] - start < characters.end
    ]
    return Span(inside[0], inside[-1] + 1) if inside else None
