"""Digits: what a token, or a row of tokens, in digits is worth, with its sign and its scale.

Newspapers group digits by commas, spaces and apostrophes, some in the Indian way ("1,50,000"), and
set fractions as signs ("2½") or with a slash ("2 1/2").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.measurement_units import is_measure
from divergence.text.figures.wordings.numbered import NUMBERED

_GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+"
_FRACTION_SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# The tokenizer sets "$" apart, and leaves other signs and short scales at their number.
_NUMBER = re.compile(
    rf"([£€¥$₹₽₩₪₺₴]|rs\.?)?((?:{_GROUPED})(?:\.\d+)?|\.\d+)?([{_FRACTION_SIGNS}])?"
    r"(k|mn|m|bn|b|tn|cr)?(\+)?(/[a-z]+)?"
)
_SLASHED = re.compile(r"([1-9]\d?)/([1-9]\d?)")
_TRIPLE = re.compile(r"\d{3}")
# A longer row of digits is an identifier and not a quantity.
_LONGEST = 18
_WRITTEN_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "cr": 1e7}
# "Short" scales that are also units: "5m" is five meters, "5b" a house.
_UNSURE = frozenset({"m", "b"})
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10})
_NO_PLURALS = frozenset("across as has his is its less plus this versus was us".split())
_PLURALS = frozenset("children men people police viewers women".split())
SIGNS = frozenset("$ £ € ¥ ₹ ₽ ₩ ₪ ₺ ₴ rs rs. usd eur gbp inr".split())


class Digits(NamedTuple):
    """A value in digits and the token behind it."""

    value: float
    end: int
    at_least: bool = False


def read_digits(lowered: Sequence[str], token: int, end: int) -> Digits | None:
    """Read the digits that begin at a token: "12 000", "2½", "2 1/2", "1.2bn", "100+"."""
    if lowered[token].isalpha() or len(lowered[token]) > _LONGEST:
        return None
    match = _NUMBER.fullmatch(lowered[token])
    if match is None:
        return None
    sign, digits, fraction, scale, plus, period = match.groups()
    money = sign is not None or (token > 0 and lowered[token - 1] in SIGNS)
    # "$15/month" is a price.
    if (digits is None and fraction is None) or (period and not money):
        return None
    if digits and digits.startswith("0") and digits[1:2].isdigit():
        return None
    value = float(re.sub("[,']", "", digits)) if digits else 0.0
    behind = token + 1
    if fraction:
        value += unicodedata.numeric(fraction)
    if scale is not None:
        if scale in _UNSURE and not money and not _counts(lowered, behind, end):
            return None
        return Digits(value * _WRITTEN_SCALES[scale], behind, bool(plus))
    if digits and not fraction and not plus:
        value, behind = _with_groups(lowered, token, end, value)
        value, behind = _with_fraction(lowered, behind, end, value)
    return Digits(value, behind, bool(plus))


def _with_groups(lowered: Sequence[str], token: int, end: int, value: float) -> tuple[float, int]:
    """Join groups of three digits that a space sets apart, but not "at gate 12 400 people"."""
    behind, word = token + 1, lowered[token]
    labeled = token > 0 and (lowered[token - 1].removesuffix("s") in NUMBERED)
    if len(word) > 3 or not word.isdigit() or word.startswith("0") or labeled:
        return value, behind
    while behind < end and _TRIPLE.fullmatch(lowered[behind]):
        value = value * 1000 + float(lowered[behind])
        behind += 1
    return value, behind


def _with_fraction(
    lowered: Sequence[str], behind: int, end: int, value: float
) -> tuple[float, int]:
    """Add the fraction of "2 1/2 hours" and of "2 ½"."""
    if behind >= end:
        return value, behind
    if lowered[behind] and lowered[behind] in _FRACTION_SIGNS:
        return value + unicodedata.numeric(lowered[behind]), behind + 1
    part = read_fraction(lowered[behind])
    return (value, behind) if part is None else (value + part, behind + 1)


def read_fraction(word: str) -> float | None:
    """Read "1/3" as a number under 1; a date or a score ("9/11", "24/7") is none."""
    match = _SLASHED.fullmatch(word)
    if match is None:
        return unicodedata.numeric(word) if word and word in _FRACTION_SIGNS else None
    part, whole = int(match[1]), int(match[2])
    return part / whole if part < whole and whole in _DENOMINATORS else None


def _counts(lowered: Sequence[str], behind: int, end: int) -> bool:
    """Whether "2.5m" is millions, as what follows is counted: "2.5m people", not "5m long"."""
    if behind >= end:
        return False
    word = lowered[behind]
    if word in _PLURALS:
        return True
    plural = word.endswith("s") and len(word) > 3 and word.isalpha() and word not in _NO_PLURALS
    return plural or is_measure(word) or word in DURATIONS
