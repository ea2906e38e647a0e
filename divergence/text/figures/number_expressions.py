"""Number expressions: digits, number words, ranges and the words that bound them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from divergence.lexicons.numerals import BELOW_TWENTY, SCALES, TENS
from divergence.types import FigureBound, Span

_SMALL = {word: float(n) for n, word in enumerate(BELOW_TWENTY)} | {
    word: 10.0 * n for n, word in enumerate(TENS, start=2)
}
_SCALES = {**SCALES, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
# The tokenizer sets "$" apart, and leaves other signs and short scales at their number.
_MONEY = re.compile(rf"([£€¥$])?({_DIGITS.pattern})(k|mn|m|bn|b|tn)?")
_SHORT = {"b": 1e9, "tn": 1e12}
SIGNS = frozenset("$£€¥")
# A longer row of digits is an identifier and not a quantity.
_LONGEST = 18
_DASHES = frozenset({"-", "–", "—", "to"})
_BOUNDS: tuple[tuple[tuple[str, ...], FigureBound], ...] = (
    (("more", "than"), "at_least"),
    (("at", "least"), "at_least"),
    (("no", "fewer", "than"), "at_least"),
    (("not", "less", "than"), "at_least"),
    (("upwards", "of"), "at_least"),
    (("over",), "at_least"),
    (("above",), "at_least"),
    (("exceeding",), "at_least"),
    (("fewer", "than"), "at_most"),
    (("less", "than"), "at_most"),
    (("no", "more", "than"), "at_most"),
    (("at", "most"), "at_most"),
    (("up", "to"), "at_most"),
    (("as", "many", "as"), "at_most"),
    (("under",), "at_most"),
    (("below",), "at_most"),
    (("about",), "about"),
    (("around",), "about"),
    (("approximately",), "about"),
    (("roughly",), "about"),
    (("some",), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("an", "estimated"), "about"),
    (("estimated",), "about"),
    (("circa",), "about"),
)


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as the text writes it; ``low == high`` unless it is a range."""

    tokens: Span
    low: float
    high: float
    bound: FigureBound


def find_numbers(lowered: Sequence[str], sentence: Span) -> list[Number]:
    """Find number expressions in one sentence.

    "one" alone is not a number here, because it is a pronoun more often than a count. Vague
    quantities ("dozens", "several hundred") are left out.
    """
    numbers = []
    token = sentence.start
    while token < sentence.end:
        first = number_at(lowered, token, sentence.end)
        if first is None:
            token += 1
            continue
        second = _range_end(lowered, first, sentence)
        number = second or first
        numbers.append(with_bound(lowered, number, sentence) if second is None else number)
        token = number.tokens.end
    return numbers


def number_at(lowered: Sequence[str], token: int, end: int) -> Number | None:
    """Read a single value that begins at a token: digits with scales, or number words."""
    start = token
    word = lowered[token]
    if (value := _digits(lowered, token)) is not None:
        token += 1
        while token < end and lowered[token] in _SCALES:
            value *= _SCALES[lowered[token]]
            token += 1
        return Number(Span(start, token), value, value, "exact")
    if word == "half":
        return _half(lowered, token, end)
    if word == "a" and token + 1 < end and lowered[token + 1] in _SCALES:
        token += 1
    elif word not in _SMALL:
        return None
    total, current = 0.0, 0.0
    while token < end:
        word = lowered[token]
        joined = word == "-" or (word == "and" and current >= 100)
        if joined and token + 1 < end and lowered[token + 1] in _SMALL and token > start:
            token += 1
            continue
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _SCALES and len(word) > 2:
            scale = _SCALES[word]
            if scale >= 1000:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                current = (current or 1.0) * scale
        else:
            break
        token += 1
    if token == start + 1 and lowered[start] == "one":
        return None
    # "A dozen" and "a hundred" are round.
    round_one = lowered[token - 1] == "dozen" or (lowered[start] == "a" and token == start + 2)
    bound: FigureBound = "about" if round_one else "exact"
    return Number(Span(start, token), total + current, total + current, bound)


def _digits(lowered: Sequence[str], token: int) -> float | None:
    """The value of a token in digits, with the sign and the scale that are written to it."""
    word = lowered[token]
    match = _MONEY.fullmatch(word)
    if match is None or len(word) > _LONGEST:
        return None
    sign, digits, scale = match.groups()
    # "5m" without a currency is five meters.
    money = sign is not None or (token > 0 and lowered[token - 1] in SIGNS)
    if scale in {"m", "b"} and not money:
        return None
    value = float(digits.replace(",", ""))
    return value if scale is None else value * (_SHORT.get(scale) or _SCALES[scale])


def _half(lowered: Sequence[str], token: int, end: int) -> Number | None:
    """Read "half a dozen" and "half a million"."""
    scale = token + 2
    if scale >= end or lowered[token + 1] not in {"a", "-"} or lowered[scale] not in _SCALES:
        return None
    value = _SCALES[lowered[scale]] / 2
    return Number(Span(token, scale + 1), value, value, "about")


def _range_end(lowered: Sequence[str], first: Number, sentence: Span) -> Number | None:
    joint = first.tokens.end
    if joint + 1 >= sentence.end:
        return None
    start = first.tokens.start
    if start > sentence.start and lowered[start - 1] in SIGNS:
        start -= 1
    between = start > sentence.start and lowered[start - 1] == "between"
    if lowered[joint] not in _DASHES and not (between and lowered[joint] == "and"):
        return None
    signed = lowered[joint + 1][0] in SIGNS
    # In "from 1987 to $4 million" the one is no amount.
    if signed and lowered[start][0] not in SIGNS:
        return None
    joint += lowered[joint + 1] in SIGNS
    if joint + 1 >= sentence.end:
        return None
    second = number_at(lowered, joint + 1, sentence.end)
    if second is None or second.high < first.low:
        return None
    low = first.low
    if 0 < low < 1000 <= second.high and second.high / low > 1000:
        low *= _scale_of(lowered, second)
    start = start - 1 if between else first.tokens.start
    return Number(Span(start, second.tokens.end), low, second.high, "range")


def _scale_of(lowered: Sequence[str], number: Number) -> float:
    """Scale that the second end of "20 to 30 million" lends to the first."""
    scale = 1.0
    for token in range(number.tokens.start + 1, number.tokens.end):
        scale *= _SCALES.get(lowered[token], 1.0)
    return scale


def with_bound(lowered: Sequence[str], number: Number, sentence: Span) -> Number:
    """Give a number the bound that the words before it say, with these words."""
    start = number.tokens.start
    if start > sentence.start and lowered[start - 1] in SIGNS:
        start -= 1
    for words, bound in _BOUNDS:
        before = start - len(words)
        if before >= sentence.start and tuple(lowered[before:start]) == words:
            return Number(Span(before, number.tokens.end), number.low, number.high, bound)
    return number
