"""Comparisons: where a sentence gives the number of another time ("up from 11 million in 2022")."""

from __future__ import annotations

import re
from functools import lru_cache

from divergence.text.figures.circumstances.time_phrases import time_phrases
from divergence.types import Document, Span

_NUMBER = r"\s+(?:(?:about|around|some|just|only|nearly|almost|over|more than|the)\s+)*[$£€¥]?\d"
_COMPARED = re.compile(
    rf"\b(?:(?:up|down|higher|lower)(?:\s+\S+){{0,3}}?\s+from|(?:as\s+)?compared\s+(?:with|to)"
    rf"|against|versus){_NUMBER}"
    r"|(?<=\s)from(?=" + _NUMBER + r")",
    re.IGNORECASE,
)
_OPENERS = frozenset({"from", "compared", "against", "versus"})
_CHANGED = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|falling|gr[eo]w\w*|climb\w*|dropp?\w*|increas\w*"
    r"|decreas\w*|declin\w*|jump\w*|shr[aiu]nk\w*|slid|surg\w+|balloon\w*|swell\w*|swoll\w*"
    r"|went (?:up|down))\b",
    re.IGNORECASE,
)
_END = re.compile(r",(?!\d)|[;:—)]|\sto\s+[$£€¥]?\d")


@lru_cache(maxsize=8)
def comparisons(document: Document, sentence: Span) -> tuple[Span, ...]:
    """Return where a sentence gives another time's number, with its own time, as tokens."""
    if not _OPENERS & set(document.lowered[sentence.start : sentence.end]):
        return ()
    start, end = document.characters(sentence)
    parts = []
    for comparison in _COMPARED.finditer(document.text, start, end):
        changed = _CHANGED.search(document.text, start, comparison.start())
        if comparison.group().lower() == "from" and changed is None:
            continue
        stop = _END.search(document.text, comparison.end(), end)
        part = _tokens(document, sentence, comparison.start(), stop.start() if stop else end)
        ranged = stop is not None and stop.group().split()[0] == "to"
        if not ranged or time_phrases(document, part):
            parts.append(part)
    return tuple(parts)


def part_of(parts: tuple[Span, ...], token: int) -> int | None:
    """Return the number of the comparison that a token stands in, or None."""
    return next((n for n, part in enumerate(parts) if part.start <= token < part.end), None)


def last_before_comparison(document: Document, sentence: Span, token: int) -> int | None:
    """Return the last word before the comparison that a number stands in, or None."""
    for part in comparisons(document, sentence):
        if part.start <= token < part.end:
            before = (t for t in range(sentence.start, part.start) if document.is_word[t])
            return max(before, default=None)
    return None


def _tokens(document: Document, sentence: Span, start: int, end: int) -> Span:
    """The tokens of a sentence that begin between two characters."""
    inside = [t for t in range(*sentence) if start <= document.syntax.starts[t] < end]
    return Span(inside[0], inside[-1] + 1)
