"""Characters and paragraphs of a text as spans of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from divergence.types import Span, Syntax


def overlap(span: Span, other: Span) -> bool:
    """Whether two spans have something in common."""
    return span.start < other.end and other.start < span.end


def tokens_within(syntax: Syntax, start: int, end: int) -> Span:
    """Tokens that a character span touches."""
    return Span(bisect_right(syntax.ends, start), bisect_left(syntax.starts, end))


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
