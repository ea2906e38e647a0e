"""Quotation marks, apostrophes and unseen characters made alike, with every offset kept.

News texts write one quotation mark in a dozen ways: straight, curly, angled, as two apostrophes or
two backticks. Everything downstream (NLTK's words, Punkt's sentences, the syntax model) sees one
way only. The cleaned text has exactly the length of the original, so that an offset into the one
is an offset into the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from divergence.types import Span

OPENING_SINGLE = "‘"
CLOSING_SINGLE = "’"
# Stands for the second character of a doubled mark: white space to everything that splits text.
FILLER = "\x1f"

_DOUBLE_MARKS = "“”„‟«»″〝〞＂"
_APOSTROPHES = "ʼ＇´′‛`"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\r\x0e-\x1f\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069\ufffc"
_JOINERS = "\u00ad\u200b-\u200d\u2060\ufeff"

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys(_DOUBLE_MARKS, '"'),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_LINE_ENDS, "\n"),
        **dict.fromkeys("‐‑", "-"),
        "―": "—",
    }
)
_OLD_LINE_END = re.compile(r"\r(?!\n)")
_UNSEEN = re.compile(
    f"[{_CONTROLS}{_DIRECTIONS}\ud800-\udfff]|(?<!\\w)[{_JOINERS}]|[{_JOINERS}](?!\\w)"
)
_INSIDE_WORDS = re.compile(f"[{_JOINERS}]")
_DOUBLED = re.compile(r"''|``|’’|‘‘")

_MAX_QUOTED = 2000
_ELISION = r"(?:em|til|tis|twas|cause|round|bout|n)\b|\d\ds\b"
_OPENS = re.compile(rf"(?<![\w'])['‘](?!{_ELISION})(?=[\w\"$£€(\[])", re.IGNORECASE)
_CLOSES = re.compile(r"(?<=[\w.,?!…)\]%\"-])['’](?!\w)")
_STOPS = ".,?!…-"


def clean_marks(text: str) -> str:
    """Write quotation marks, apostrophes, hyphens and line ends in one way, offset by offset.

    Straight single marks are told from apostrophes by pairing: one opens at the start of a word
    and closes after punctuation or at the end of a word, within one paragraph. A plural possessive
    inside single marks ("'the soldiers' line'") is recognised only where a later mark follows
    punctuation.
    """
    plain = _UNSEEN.sub(" ", _OLD_LINE_END.sub("\n", text))
    plain = _DOUBLED.sub('"' + FILLER, plain).translate(_ONE_FOR_ONE)
    if "'" in plain or OPENING_SINGLE in plain or CLOSING_SINGLE in plain:
        return _with_single_marks(plain)
    return plain


def _with_single_marks(text: str) -> str:
    """Tell single quotation marks from apostrophes and give each its own character."""
    closings = [mark.start() for mark in _CLOSES.finditer(text)]
    opened: list[int] = []
    closed: list[int] = []
    for mark in _OPENS.finditer(text):
        at = mark.start()
        if closed and at <= closed[-1]:
            continue
        end = _closing(text, at, closings)
        if end is not None:
            opened.append(at)
            closed.append(end)
        elif text[at] == OPENING_SINGLE:
            opened.append(at)
    characters = list(text.replace(OPENING_SINGLE, "'").replace(CLOSING_SINGLE, "'"))
    for at in opened:
        characters[at] = OPENING_SINGLE
    for at in closed:
        characters[at] = CLOSING_SINGLE
    return "".join(characters)


def _closing(text: str, opening: int, closings: list[int]) -> int | None:
    """Find where a single quotation ends, if it is one."""
    limit = text.find("\n\n", opening, opening + _MAX_QUOTED)
    limit = limit if limit >= 0 else opening + _MAX_QUOTED
    after_letters: int | None = None
    for end in closings[bisect_left(closings, opening + 2) : bisect_left(closings, limit)]:
        if text[end - 1] in _STOPS:
            return end
        if after_letters is None and text[end - 1] != "s":
            return end
        after_letters = after_letters or end
    return after_letters


def word_form(cleaned: str) -> str:
    """Give the normalised form of one word cut out of a cleaned text."""
    return cleaned if cleaned.isalnum() else _INSIDE_WORDS.sub("", cleaned).replace(FILLER, "")


def normal_forms(text: str, words: Sequence[str], places: Sequence[Span]) -> list[str]:
    """Give the normalised forms of words that somebody else found in a text."""
    cleaned = clean_marks(text)
    return [
        word_form(cleaned[start:end] if text[start:end] == word else clean_marks(word)).strip()
        or word
        for word, (start, end) in zip(words, places, strict=True)
    ]
