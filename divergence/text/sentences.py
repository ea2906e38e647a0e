"""Sentences and paragraphs: NLTK's Punkt with parameters of our own, line by line.

References
----------
Kiss, T. & Strunk, J. (2006). Unsupervised multilingual sentence boundary detection.
Computational Linguistics 32(4).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from divergence.lexicons.titles import SHORT
from divergence.text.normalize import CLOSING_SINGLE, FILLER, OPENING_SINGLE
from divergence.types import Span
from divergence.weights import WEIGHTS_FOLDER

if TYPE_CHECKING:
    from nltk.tokenize import PunktSentenceTokenizer

PARAMETERS = WEIGHTS_FOLDER / "sentences" / "punkt.json"

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LONGEST_WRAPPED = 100
_LONGEST_PIECE = 20_000
_END_OF_PIECE = re.compile(r".*[.?!][\"')\]’]*\s|.*[\n,;]\s|.*\s", re.DOTALL)
# Notes and faces after a full stop belong to the sentence before.
_TAIL = re.compile(r"(?:(?:\[\d{1,3}\]|[:;=]-?[()DP]+(?!\w))\s*)+")
_A_LETTER_OR_DIGIT = re.compile(r"\w")
_NEVER_ENDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(str.capitalize, SHORT)))}|e\.g|i\.e|vs|cf)"
    r"\.$|^\W?\d{1,2}\.$"
)
_NUMBER_FOLLOWS = re.compile(r"(?:\b[Nn]os?|\bpp?|\(c|\bca|\b[Ff]igs?|\b[Ss]ec|\b[Aa]rt)\.$")
_ENDS_LIST = re.compile(r"(?:\betc\.|[.?!]\)|\bet al\.)$")
_ENDS_QUOTED = re.compile(r"[\"'][)\]]*$")
_SPEECH = (
    "said|says|say|asked|asks|told|tells|added|adds|wrote|writes|replied|shouted|cried|tweeted|"
    "declared|warned|insisted|explained|recalled|continued"
)
_SAID = re.compile(rf"(?:(?:[A-Z][\w.'-]*|the|of|a)\s+){{1,4}}(?:{_SPEECH})\b|(?:{_SPEECH})\b")


class Sentence(NamedTuple):
    """Characters of one sentence and the number of its paragraph, counted from 0."""

    span: Span
    paragraph: int


def find_sentences(cleaned: str) -> Iterator[Sentence]:
    """Find sentences and number their paragraphs.

    A blank line always ends a sentence and a paragraph. So does the end of any line, unless the
    text is hard-wrapped: then lines of a paragraph are put together first. Headlines without a
    full stop are sentences of their own where they stand on a line of their own.
    """
    # Marks that Punkt does not know as marks; lengths stay the same.
    text = cleaned.replace(FILLER, '"').replace(OPENING_SINGLE, '"').replace(CLOSING_SINGLE, '"')
    for number, paragraph in enumerate(find_paragraphs(text)):
        for piece in _pieces(text, paragraph):
            for span in _rejoined(text, _punkt_spans(text, piece)):
                yield Sentence(span, number)


def find_paragraphs(text: str) -> list[Span]:
    """Find the paragraphs of a cleaned text: characters, in text order, never blank."""
    blocks: list[Span] = []
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        blocks.append(Span(start, gap.start()))
        start = gap.end()
    blocks.append(Span(start, len(text)))
    if not _hard_wrapped(text, blocks):
        blocks = [line for block in blocks for line in _lines(text, block)]
    return [block for block in blocks if text[block.start : block.end].strip()]


def _lines(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    while (end := text.find("\n", start, block.end)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, block.end)


def _hard_wrapped(text: str, blocks: list[Span]) -> bool:
    """Judge by the lines that another line of the same block follows: all short, most alike."""
    followed = []
    for block in blocks:
        lines = [line.end - line.start for line in _lines(text, block)]
        followed.extend(lines[:-1])
        if max(lines) > _LONGEST_WRAPPED:
            return False
    if len(followed) < 3:
        return False
    longest = max(followed)
    return longest > 30 and sum(length >= 0.7 * longest for length in followed) >= 0.8 * len(
        followed
    )


def _pieces(text: str, block: Span) -> Iterator[Span]:
    """Cut what is far longer than any paragraph, so that no later step sees it whole."""
    start, end = block
    while end - start > _LONGEST_PIECE:
        break_at = _END_OF_PIECE.match(text, start, start + _LONGEST_PIECE)
        cut = break_at.end() if break_at else start + _LONGEST_PIECE
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _punkt_spans(text: str, piece: Span) -> Iterator[Span]:
    for start, end in _punkt().span_tokenize(text[piece.start : piece.end]):
        sentence = text[piece.start + start : piece.start + end]
        if sentence.strip():
            left = len(sentence) - len(sentence.lstrip())
            yield Span(piece.start + start + left, piece.start + start + len(sentence.rstrip()))


def _rejoined(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """Undo a break that only looks like one, and leave notes and faces where they belong."""
    last: Span | None = None
    for start, end in spans:
        if last is not None and (tail := _TAIL.match(text, start, end)):
            last = Span(last.start, start + len(tail[0].rstrip()))
            start = tail.end()
        if last is not None and start < end and _goes_on(text, last, Span(start, end)):
            last, start = Span(last.start, end), end
        if start < end:
            if last is not None:
                yield last
            last = Span(start, end)
    if last is not None:
        yield last


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether two parts are one sentence, such as quoted words and who said them."""
    end = text[max(before.start, before.end - 12) : before.end]
    first = text[after.start]
    if not _A_LETTER_OR_DIGIT.search(text, *after) or _NEVER_ENDS.search(end):
        return True
    if _NUMBER_FOLLOWS.search(end):
        return first.isdigit()
    if _ENDS_QUOTED.search(end):
        return first.islower() or _SAID.match(text, *after) is not None
    return first.islower() and _ENDS_LIST.search(end) is not None


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import _ORTHO_LC, PunktParameters, PunktSentenceTokenizer

    stored = json.loads(PARAMETERS.read_text(encoding="utf-8"))
    parameters = PunktParameters()
    parameters.abbrev_types = set(stored["abbreviations"])
    parameters.collocations = {tuple(pair) for pair in stored["collocations"]}
    parameters.sent_starters = set(stored["sentence_starters"])
    parameters.ortho_context.update(dict.fromkeys(stored["small_words"], _ORTHO_LC))
    return PunktSentenceTokenizer(parameters)
