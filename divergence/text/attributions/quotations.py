"""Quotations: text between quotation marks, told apart into speech and mere marking.

Marks are paired within a paragraph by their shape where the shape is plain (“ ”, « », `` '')
and by their neighbours where it is not ("). A quotation that runs over a paragraph break is one
whose next paragraph opens with a mark again. An odd number of marks costs at most one quotation,
never the article. Embedded posts and the turns of a transcript are quoted without marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from divergence.text.attributions.embedded_posts import find_posts
from divergence.text.attributions.speaker_labels import find_turns
from divergence.text.attributions.token_ranges import overlap
from divergence.types import Quotation, Span, Syntax

_MARK = re.compile(r"[“”„«»\"＂]|''|``")
_OPEN_BETWEEN = re.compile(r"[ \t]*\n\s*(?:[“„«\"＂]|''|``)\s*")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")
_SINGLE = re.compile(r"(?<!\w)([‘'])(?=\w)((?:[^‘’'\n]|(?<=\w)[’'](?=\w))+)[’'](?!\w)")
_NAMING = frozenset(
    "called named dubbed titled nicknamed entitled so-called called termed labelled labeled "
    "as name nickname word term phrase".split()
)
_LONGEST_MARKED_TERM = 3
_LONGEST_TITLE = 8
_SHORTEST_TITLE_WORD = 4


def find_quotations(text: str, syntax: Syntax) -> tuple[Quotation, ...]:
    """Find quotations and tell speech from scare quotes, nicknames and titles.

    Not to be trusted where marks are missing from the text (an export that dropped them): what
    follows an opening mark without a partner counts as quoted to the end of its sentence.
    """
    quotations = []
    for paragraph in _paragraphs(syntax):
        for start, end in _paired_in(text, paragraph):
            tokens = _tokens_between(syntax, start, end)
            if tokens.end > tokens.start:
                quotations.append(Quotation(tokens, _reads_as_speech(syntax, tokens)))
    unmarked = [
        *(post.content for post in find_posts(text, syntax)),
        *(turn.content for turn in find_turns(text, syntax)),
    ]
    outside = [q for q in quotations if not any(overlap(q.tokens, span) for span in unmarked)]
    whole = [*outside, *(Quotation(span, True) for span in unmarked)]
    return tuple(sorted(whole, key=lambda quotation: quotation.tokens))


def runs_on(text: str, syntax: Syntax, quotation: Quotation, following: Quotation) -> bool:
    """Whether a quotation is left open at the end of its paragraph and goes on in the next."""
    start, end = syntax.ends[quotation.tokens.end - 1], syntax.starts[following.tokens.start]
    return bool(_OPEN_BETWEEN.fullmatch(text, start, end))


def _paragraphs(syntax: Syntax) -> Iterator[tuple[Span, ...]]:
    """Character spans of the sentences of each paragraph."""
    current: list[Span] = []
    number = -1
    for paragraph, tokens in zip(syntax.paragraph_of, syntax.sentences, strict=True):
        if paragraph != number and current:
            yield tuple(current)
            current = []
        number = paragraph
        if tokens.end > tokens.start:
            current.append(Span(syntax.starts[tokens.start], syntax.ends[tokens.end - 1]))
    if current:
        yield tuple(current)


def _paired_in(text: str, sentences: tuple[Span, ...]) -> Iterator[Span]:
    """Character spans between paired marks of one paragraph, marks left out."""
    begin, stop = sentences[0].start, sentences[-1].end
    opened: int | None = None
    doubled: list[Span] = []
    for mark in _MARK.finditer(text, begin, stop):
        if _opens(text, mark, is_open=opened is not None):
            opened = mark.end()
        elif opened is not None:
            doubled.append(Span(opened, mark.start()))
            opened = None
    if opened is not None:
        doubled.append(Span(opened, _end_of_unclosed(text, opened, sentences)))
    yield from doubled
    for mark in _SINGLE.finditer(text, begin, stop):
        inner = Span(mark.start(2), mark.end(2))
        nested = any(outer.start <= inner.start < outer.end for outer in doubled)
        if not nested and " " in mark.group(2).strip():
            yield inner


def _opens(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    """Whether a mark opens a quotation, by its shape or else by its neighbours."""
    shape = mark.group()
    if shape in _OPENING:
        return True
    if shape in _CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    leans_right = (before.isspace() or before in "([—–-:") and not after.isspace()
    if is_open:
        return leans_right and after.isalnum()
    return leans_right or not (after.isspace() or after in ".,;:!?)" or before.isdigit())


def _end_of_unclosed(text: str, opened: int, sentences: tuple[Span, ...]) -> int:
    """End of a quotation that its paragraph does not close."""
    following = re.compile(r"\s*(?:[“„«\"]|''|``)").match(text, sentences[-1].end)
    if following:
        return sentences[-1].end
    return next(span.end for span in sentences if span.end >= opened)


def _tokens_between(syntax: Syntax, start: int, end: int) -> Span:
    return Span(bisect_left(syntax.starts, start), bisect_left(syntax.starts, end))


def _reads_as_speech(syntax: Syntax, tokens: Span) -> bool:
    words = [word for word in syntax.words[tokens.start : tokens.end] if word[:1].isalnum()]
    last = syntax.words[tokens.end - 1]
    if len(words) <= _LONGEST_MARKED_TERM:
        before = syntax.words[max(0, tokens.start - 3) : tokens.start]
        named = any(word.lower() in _NAMING for word in before)
        return len(words) > 1 and last in {".", "!", "?", ","} and not named
    long = [word for word in words if len(word) >= _SHORTEST_TITLE_WORD]
    title = bool(long) and all(word[0].isupper() for word in long)
    return not (title and len(words) <= _LONGEST_TITLE and last not in {".", "!", "?"})
