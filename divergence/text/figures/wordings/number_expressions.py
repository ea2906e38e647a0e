"""Number expressions: digits, number words, ranges and the words that bound them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.numerals import BELOW_TWENTY, SCALES, TENS
from divergence.text.figures.wordings.bounds import bound_before, bound_behind
from divergence.text.figures.wordings.changes import tells_change
from divergence.text.figures.wordings.digits import SIGNS, read_digits
from divergence.types import FigureBound, Span

_SMALL = {word: float(n) for n, word in enumerate(BELOW_TWENTY)} | {
    word: 10.0 * n for n, word in enumerate(TENS, start=2)
}
_SCALES = {**SCALES, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_DASHES = frozenset({"-", "–", "—", "to"})
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())
_HALF = (("and", "a", "half"), ("and", "-", "a", "-", "half"), ("-", "and", "-", "a", "-", "half"))
_BETWEEN = (("between",), ("between", "the", "ages", "of"), ("between", "ages"))
# "Five or six people"; a larger step is a choice between two numbers.
_STEP = 2
# Signs are told apart by a country before them: "US$5 million".
_OF_SIGNS = frozenset("us a au c can hk nz s".split())
# What a number in words can begin with.
_OPENING = frozenset(_SMALL) | {"a", "half", "quarter"}


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as the text writes it; ``low == high`` unless it is a range.

    ``unit`` is given where the wording itself has it: a share, an age, a tally of votes.
    """

    tokens: Span
    low: float
    high: float
    bound: FigureBound
    unit: str = ""


def find_numbers(lowered: Sequence[str], sentence: Span) -> list[Number]:
    """Find number expressions in one sentence.

    "one" alone is not a number here, because it is a pronoun more often than a count. Vague
    quantities ("dozens", "several hundred") are left out.
    """
    numbers = []
    token = sentence.start
    while token < sentence.end:
        if lowered[token].isalpha() and lowered[token] not in _OPENING:
            token += 1
            continue
        first = number_at(lowered, token, sentence.end)
        alone = first is None and lowered[token : token + 2] in (("one", "or"), ["one", "or"])
        if alone:
            first = Number(Span(token, token + 1), 1.0, 1.0, "exact")
        second = None if first is None else _range_end(lowered, first, sentence)
        if first is None or (alone and second is None):
            token += 1
            continue
        number = second or first
        numbers.append(with_bound(lowered, number, sentence) if second is None else number)
        token = number.tokens.end
    return numbers


def number_at(lowered: Sequence[str], token: int, end: int) -> Number | None:
    """Read a single value that begins at a token: digits with scales, or number words."""
    digits = read_digits(lowered, token, end)
    if digits is not None:
        value, behind = _scaled(lowered, *_with_half(lowered, digits.value, digits.end, end), end)
        return Number(Span(token, behind), value, value, "at_least" if digits.at_least else "exact")
    if lowered[token] in {"half", "quarter"}:
        return _half(lowered, token, end)
    return _in_words(lowered, token, end)


def _in_words(lowered: Sequence[str], token: int, end: int) -> Number | None:
    """Read number words: "two hundred and six", "twenty-five", "one and a half"."""
    start = token
    article = lowered[token] == "a" and token + 1 < end
    if article and lowered[token + 1] in _SCALES:
        token += 1
    elif article and lowered[token + 1] == "quarter":
        quarter = _half(lowered, token + 1, end)
        return quarter and replace(quarter, tokens=Span(start, quarter.tokens.end))
    elif lowered[token] not in _SMALL:
        return None
    total, current = 0.0, 0.0
    while token < end:
        word = lowered[token]
        joined = word == "-" or (word == "and" and current >= 100)
        if joined and token + 1 < end and token > start:
            if lowered[token + 1] in _SMALL or (word == "-" and _is_scale(lowered[token + 1])):
                token += 1
                continue
            break
        if word in _SMALL:
            current += _SMALL[word]
        elif _is_scale(word):
            scale = _SCALES[word]
            if scale >= 1000:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                current = (current or 1.0) * scale
        else:
            break
        token += 1
    # "Twenty-first" counts off.
    if token + 1 < end and lowered[token] == "-" and lowered[token + 1] in _ORDINALS:
        return None
    value, behind = _with_half(lowered, total + current, token, end)
    if behind > token:
        value, behind = _scaled(lowered, value, behind, end)
    elif token == start + 1 and lowered[start] == "one":
        return None
    # "A dozen" and "a hundred" are round.
    round_one = lowered[token - 1] == "dozen" or (lowered[start] == "a" and token == start + 2)
    bound: FigureBound = "about" if round_one else "exact"
    return Number(Span(start, behind), value, value, bound)


def _is_scale(word: str) -> bool:
    return word in _SCALES and len(word) > 2


def _scaled(lowered: Sequence[str], value: float, token: int, end: int) -> tuple[float, int]:
    """Multiply a value by the scales behind it: "1.5 million", "2-billion"."""
    while token < end:
        hyphen = lowered[token] == "-" and token + 1 < end and _is_scale(lowered[token + 1])
        if not hyphen and lowered[token] not in _SCALES:
            break
        token += hyphen
        value *= _SCALES[lowered[token]]
        token += 1
    return value, token


def _with_half(lowered: Sequence[str], value: float, token: int, end: int) -> tuple[float, int]:
    """Add the half of "two and a half"."""
    for words in _HALF:
        if token + len(words) <= end and tuple(lowered[token : token + len(words)]) == words:
            return value + 0.5, token + len(words)
    return value, token


def _half(lowered: Sequence[str], token: int, end: int) -> Number | None:
    """Read "half a dozen", "half a million" and "quarter million"."""
    scale = token + 1
    scale += scale < end and lowered[scale] == "of"
    scale += scale < end and lowered[scale] in {"a", "-"}
    if scale >= end or not _is_scale(lowered[scale]):
        return None
    value = _SCALES[lowered[scale]] / (2 if lowered[token] == "half" else 4)
    return Number(Span(token, scale + 1), value, value, "about")


def _range_end(lowered: Sequence[str], first: Number, sentence: Span) -> Number | None:
    """Read the range that a number opens: "20 to 30", "between 12 and 16", "five or six"."""
    joint = first.tokens.end
    if joint + 1 >= sentence.end:
        return None
    start = _before_sign(lowered, first.tokens.start, sentence)
    between = _between(lowered, start, sentence)
    alternative = lowered[joint] == "or"
    spanning = lowered[joint] in _DASHES or (between and lowered[joint] == "and")
    if not spanning and not alternative:
        return None
    if _is_before_and_after(lowered, start, joint, sentence):
        return None
    signed = lowered[joint + 1] in SIGNS or lowered[joint + 1][0] in SIGNS
    # In "from 1987 to $4 million" the one is no amount.
    if signed and lowered[start] not in SIGNS and lowered[start][0] not in SIGNS:
        return None
    joint += lowered[joint + 1] in SIGNS
    if joint + 1 >= sentence.end:
        return None
    second = number_at(lowered, joint + 1, sentence.end)
    if second is None or second.high < first.low:
        return None
    if alternative and not first.low < second.low <= first.low + max(_STEP, first.low):
        return None
    low = first.low
    if 0 < low < 1000 <= second.high and second.high / low > 1000:
        low *= _scale_of(lowered, second)
    start = start - between if between else first.tokens.start
    return Number(Span(start, second.tokens.end), low, second.high, "range")


def _is_before_and_after(lowered: Sequence[str], start: int, joint: int, sentence: Span) -> bool:
    """Whether "from 12 to 15" is said of what changed."""
    bound = bound_before(lowered, start, sentence)
    before = (start if bound is None else bound[0]) - 1
    from_it = before >= sentence.start and lowered[before] == "from"
    return from_it and tells_change(lowered, before, joint, sentence)


def _between(lowered: Sequence[str], start: int, sentence: Span) -> int:
    """How many words before a number say that it opens a range; 0 for none."""
    for words in _BETWEEN:
        before = start - len(words)
        if before >= sentence.start and tuple(lowered[before:start]) == words:
            return len(words)
    return 0


def _before_sign(lowered: Sequence[str], start: int, sentence: Span) -> int:
    """First token of a number with the sign of its currency: "$" of "US$5 million"."""
    if start > sentence.start and lowered[start - 1] in SIGNS:
        start -= 1
        start -= start > sentence.start and lowered[start - 1] in _OF_SIGNS
    return start


def _scale_of(lowered: Sequence[str], number: Number) -> float:
    """Scale that the second end of "20 to 30 million" lends to the first."""
    scale = 1.0
    for token in range(number.tokens.start + 1, number.tokens.end):
        scale *= _SCALES.get(lowered[token], 1.0)
    return scale


def with_bound(lowered: Sequence[str], number: Number, sentence: Span) -> Number:
    """Give a number the bound that the words around it say, with these words."""
    start, end = number.tokens
    opening = _before_sign(lowered, start, sentence)
    before = bound_before(lowered, opening, sentence)
    behind = bound_behind(lowered, end, sentence)
    if before is not None:
        last = end if behind is None else behind[0]
        number = replace(number, tokens=Span(before[0], last), bound=before[1])
    elif behind is not None:
        number = replace(number, tokens=Span(start, behind[0]), bound=behind[1])
    opening = number.tokens.start if before is not None else opening
    within = opening > sentence.start and lowered[opening - 1] == "within"
    if within and end < sentence.end and lowered[end].removesuffix("s") in DURATIONS:
        return replace(number, tokens=Span(opening - 1, number.tokens.end), bound="at_most")
    return number
