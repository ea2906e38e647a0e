"""Vague numbers: "dozens", "tens of thousands" and "several hundred" are at least so many."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.numerals import SCALES
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document, Span

_PLURALS = {f"{name}s": value for name, value in SCALES.items() if not name.endswith("s")}
_FEW = (("several",), ("a", "few"), ("a", "couple"), ("a", "couple", "of"), ("couple",))
_FEWEST = 2.0
_SCORE = 20.0
# A pair of these is one thing.
_ONE_OF_TWO = frozenset(
    "binoculars boots clippers earrings eyes glasses gloves goggles hands headphones jeans legs "
    "pajamas pants pliers scissors shoes shorts skates skis slippers sneakers socks stockings "
    "sunglasses tights trousers tweezers wings".split()
)
_DIGITS_WIDE = {"double": 10.0, "triple": 100.0}
_TIMES = {"once": 1.0, "twice": 2.0}
_EVERY = frozenset({"a", "per", "every", "each"})

# The first words of everything that is found here.
_OPENING = {words[0] for words in _FEW} | _PLURALS.keys() | _DIGITS_WIDE.keys() | _TIMES.keys()
_OPENING |= {"tens", "scores", "a"}


def find_vague_numbers(document: Document, sentence: Span) -> Iterator[Number]:
    """Find vague numbers of a sentence, with the least that they can mean."""
    token = sentence.start
    while token < sentence.end:
        number = _at(document, token, sentence)
        if number is None:
            token += 1
        else:
            yield number
            token = number.tokens.end


def _at(document: Document, token: int, sentence: Span) -> Number | None:
    words = document.lowered
    if words[token] not in _OPENING:
        return None
    for few in _FEW:
        scale = token + len(few)
        if scale < sentence.end and words[token:scale] == few and words[scale] in SCALES:
            return _at_least(token, scale + 1, _FEWEST * SCALES[words[scale]])
    if words[token] in _PLURALS or (
        words[token] == "tens" and words[token + 1 : token + 2] == ("of",)
    ):
        return _plural(document, token, sentence)
    if words[token] == "scores" and _is_twenties(document, token, sentence):
        return _at_least(token, token + 1, _SCORE)
    wide = words[token] in _DIGITS_WIDE and words[token + 1 : token + 3] == ("-", "digit")
    if wide and token + 3 < sentence.end:
        return _at_least(token, token + 3, _DIGITS_WIDE[words[token]], "percent")
    if words[token : token + 3] == ("a", "pair", "of") and token + 3 < sentence.end:
        plural = document.syntax.tags[token + 3] == "NNS"
        if plural and words[token + 3] not in _ONE_OF_TWO:
            return Number(Span(token, token + 2), 2.0, 2.0, "exact")
    if words[token] in _TIMES and words[token + 1 : token + 2] and words[token + 1] in _EVERY:
        period = words[token + 2] if token + 2 < sentence.end else ""
        if period in DURATIONS:
            times = _TIMES[words[token]]
            return Number(Span(token, token + 3), times, times, "exact", f"time per {period}")
    return None


def _at_least(start: int, end: int, value: float, unit: str = "") -> Number:
    return Number(Span(start, end), value, value, "at_least", unit)


def _plural(document: Document, token: int, sentence: Span) -> Number | None:
    """Read "hundreds of thousands"; "the hundreds" and "2 thousands" are none."""
    words = document.lowered
    before = words[token - 1] if token > sentence.start else ""
    if before == "-" or before[:1].isdigit():
        return None
    value, end = _PLURALS.get(words[token], 10.0), token + 1
    while end + 1 < sentence.end and words[end] == "of" and words[end + 1] in _PLURALS:
        value *= _PLURALS[words[end + 1]]
        end += 2
    if words[token] == "tens" and end == token + 1:
        return None
    joined = end + 1 < sentence.end and words[end] in {"and", "or"} and words[end + 1] in _PLURALS
    return _at_least(token, end + 2 if joined else end, value)


def _is_twenties(document: Document, token: int, sentence: Span) -> bool:
    """Whether "scores" are many, as in "scores of people", and not points of a game or a test."""
    before = document.syntax.tags[token - 1] if token > sentence.start else ""
    if before.startswith(("NN", "JJ", "DT", "PRP", "CD", "POS", "VBN")):
        return False
    words, end = document.lowered, token + 1
    if words[end : end + 1] == ("of",):
        behind = document.syntax.tags[end + 1 : end + 4]
        return "CD" not in behind and any(tag in {"NNS", "NNPS"} or tag == "NN" for tag in behind)
    return document.syntax.relations[token] == "nsubj:pass"
