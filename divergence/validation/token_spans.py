"""Labelled character spans as tokens of a text; a span that touches no token is left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from divergence.types import Span, Syntax


def token_spans(spans: Iterable[Span], syntax: Syntax) -> list[Span]:
    """Return the tokens that each character span touches."""
    touched = [
        Span(bisect_right(syntax.ends, start), bisect_left(syntax.starts, end))
        for start, end in spans
    ]
    return [span for span in touched if span.end > span.start]


def token_set(spans: Iterable[Span], syntax: Syntax) -> frozenset[int]:
    """Return all tokens that any of the character spans touches."""
    return frozenset(token for span in token_spans(spans, syntax) for token in range(*span))
