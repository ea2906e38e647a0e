"""Fractions: "two thirds of the homes", "half the crew" and "1/3 of them" are percent of these.

"A third man" is counted off, "half an hour" is a length of time, and "the second half" is a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from divergence.lexicons.calendar import DURATIONS, MONTH_WORDS
from divergence.lexicons.numerals import BELOW_TWENTY, SCALES
from divergence.text.figures.wordings.digits import read_fraction
from divergence.text.figures.wordings.number_expressions import Number, with_bound
from divergence.types import Document, Span

_WORDS = {word: n for n, word in enumerate(BELOW_TWENTY)}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
}
_PLURALS = {f"{name}s": whole for name, whole in PARTS.items() if name != "half"} | {"halves": 2}
_DETERMINERS = frozenset("the its their his her our all these those such every each".split())
# "The second half", "the other half", "two and a half", "a year and a half".
_OF_TWO = frozenset(
    "better bottom each earlier either eastern final first front last latter lower northern "
    "one other second southern the this that top upper western per by".split()
)
# "Half the battle" measures nothing, nor does "half of October".
_NO_WHOLES = (
    DURATIONS | MONTH_WORDS | frozenset("battle century game mile season story way".split())
)
_ATTRIBUTED = frozenset("majority share stake vote cut discount interest supermajority".split())
_FAR = 4
_TENTH = 10


def find_fractions(document: Document, sentence: Span) -> Iterator[Number]:
    """Find the fractions of a sentence, as whole percent where they do not come out even."""
    token = sentence.start
    while token < sentence.end:
        fraction = _fraction_at(document, token, sentence)
        if fraction is None:
            token += 1
        else:
            yield fraction
            token = fraction.tokens.end


def _fraction_at(document: Document, token: int, sentence: Span) -> Number | None:
    share, end = _share(document, token, sentence)
    if not share or not _is_of_something(document, token, end, sentence):
        return None
    percent = as_percent(share)
    return with_bound(
        document.lowered, Number(Span(token, end), percent, percent, "exact", "percent"), sentence
    )


def as_percent(share: float) -> float:
    """Give a share in percent, rounded as people say it: two thirds are 67, an eighth is 12.5."""
    percent = 100 * share
    even = abs(10 * percent - round(10 * percent)) < 1e-9
    return round(percent, 1 if even or percent < _TENTH else 0)


def _share(document: Document, token: int, sentence: Span) -> tuple[float, int]:
    """The share that begins at a token and the token behind it; 0 for none."""
    words, word = document.lowered, document.lowered[token]
    if word == "half":
        return (0.5, token + 1) if _is_half(document, token, sentence) else (0.0, token)
    if (part := read_fraction(word)) is not None:
        alone = token == sentence.start or not words[token - 1].isdigit()
        return (part, token + 1) if alone else (0.0, token)
    behind = token + 1
    hyphen = behind < sentence.end and words[behind] == "-"
    behind += hyphen
    if behind >= sentence.end:
        return 0.0, token
    name = words[behind]
    if word in {"a", "one"} and name in PARTS and name != "half":
        named = hyphen or words[behind + 1 : behind + 2] == ("of",)
        return (1 / PARTS[name], behind + 1) if named else (0.0, token)
    n = _WORDS.get(word, int(word) if word.isdigit() and len(word) == 1 else 0)
    whole = _PLURALS.get(name, PARTS.get(name, 0) if hyphen else 0)
    return (n / whole, behind + 1) if 0 < n < whole else (0.0, token)


def _is_half(document: Document, token: int, sentence: Span) -> bool:
    """Whether "half" is a share, and neither a part of two nor the half of a number."""
    words = document.lowered
    before = words[token - 1] if token > sentence.start else ""
    if before in _OF_TWO or (before == "a" and words[token - 2 : token - 1] in (("and",), ("-",))):
        return False
    following = words[token + 1 : token + 2]
    return before != "-" and following not in (("-",), ("a",), ("an",))


def _is_of_something(document: Document, token: int, end: int, sentence: Span) -> bool:
    """Whether a fraction has a whole: "of all cases", "the homes", or the majority that it is."""
    words = document.lowered
    if end >= sentence.end:
        return False
    following = range(end, min(end + _FAR, sentence.end))
    if document.syntax.lemmas[end].lower() in _ATTRIBUTED:
        return True
    if words[end] == "-" and end + 1 < sentence.end:
        return document.syntax.lemmas[end + 1].lower() in _ATTRIBUTED
    if words[end] != "of" and not (words[token] == "half" and words[end] in _DETERMINERS):
        return False
    if any(words[near] in SCALES for near in following):
        return False
    plain = {document.syntax.lemmas[near].lower() for near in following}
    years = any(words[near].isdigit() and len(words[near]) == 4 for near in following[1:2])
    return not plain & _NO_WHOLES and not years
