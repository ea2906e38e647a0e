"""Characters, paragraphs and quotations of a text as tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from divergence.types import Quotation, Span, Syntax


def overlap(span: Span, other: Span) -> bool:
    """Whether two spans have something in common."""
    return span.start < other.end and other.start < span.end


def tokens_within(syntax: Syntax, start: int, end: int) -> Span:
    """Tokens that a character span touches."""
    return Span(bisect_right(syntax.ends, start), bisect_left(syntax.starts, end))


def speech_tokens(quotations: Iterable[Quotation]) -> set[int]:
    """Tokens inside quotations of speech."""
    return {token for q in quotations if q.speech for token in range(*q.tokens)}


def paragraph_spans(syntax: Syntax) -> list[Span]:
    """Token span of every paragraph that has a token."""
    paragraphs: list[Span] = []
    number = -1
    for sentence, paragraph in zip(syntax.sentences, syntax.paragraph_of, strict=True):
        if sentence.start == sentence.end:
            continue
        if paragraph == number:
            paragraphs[-1] = Span(paragraphs[-1].start, sentence.end)
        else:
            paragraphs.append(sentence)
        number = paragraph
    return paragraphs
