"""Embedded posts: what stands before "— Ada Lin (@adalin) May 3, 2024" is Ada Lin's.

A page that embeds a post leaves its text, a signature and often a link. The text is quoted speech
without quotation marks. It begins with its paragraph, or after another signature, and no further
back than a post may be long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from divergence.lexicons.calendar import MONTHS
from divergence.text.attributions.token_ranges import tokens_within
from divergence.types import Span, Syntax

_MONTH = f"(?:{'|'.join(MONTHS)})"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}})"
_SIGNATURE = re.compile(
    r"[—–-]{1,2}\s*(?P<name>[^\n—–@()]{1,60}?)\s*\(@\w{1,30}\)"
    rf"\s*(?:on\s+)?(?:{_DATE}|(?=\n|$))",
    re.IGNORECASE,
)
_LINKS = re.compile(r"(?:\s*(?:https?://\S+|(?:pic\.twitter|t\.co|instagram)\S*))+\s*$")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post, in tokens: its text and the name that signs it."""

    content: Span
    name: Span


def find_posts(text: str, syntax: Syntax) -> tuple[Post, ...]:
    """Find embedded posts by their signatures, in text order."""
    if "(@" not in text:
        return ()
    return tuple(_posts(text, syntax))


def _posts(text: str, syntax: Syntax) -> Iterator[Post]:
    last = 0
    for signature in _SIGNATURE.finditer(text):
        before = text[last : signature.start()]
        body = _LINKS.sub("", before.rstrip())
        start = last + _start(body)
        end = last + len(body)
        last = signature.end()
        content = tokens_within(syntax, _first_sentence(syntax, start, end), end)
        name = tokens_within(syntax, *signature.span("name"))
        if content.start < content.end and name.start < name.end:
            yield Post(content, name)


def _start(body: str) -> int:
    """Where the last paragraph of what stands before a signature begins."""
    paragraph = body.rfind("\n\n")
    if paragraph < 0:
        paragraph = body.rfind("\n")
    return max(paragraph, 0)


def _first_sentence(syntax: Syntax, start: int, end: int) -> int:
    """The first sentence start that leaves no more than a post may hold."""
    if end - start <= _LONGEST:
        return start
    starts = [syntax.starts[span.start] for span in syntax.sentences]
    fitting = [s for s in starts[bisect_left(starts, end - _LONGEST) :] if s < end]
    return fitting[0] if fitting else end - _LONGEST
