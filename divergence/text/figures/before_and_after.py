"""Numbers before and after a change: "rose from 12 to 15", "to 15 from 12", "15, up from 12".

The two are one quantity at two times: what one of them counts, the other counts too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from divergence.text.figures.wordings.changes import tells_change
from divergence.text.figures.wordings.digits import SIGNS
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document, Span

_PERCENT = frozenset({"%", "percent", "pc", "per", "cent"})
_AGAINST = (
    ("compared", "with"),
    ("compared", "to"),
    ("up", "from"),
    ("down", "from"),
    ("rather", "than"),
    ("instead", "of"),
    ("versus",),
    ("against",),
)
_FAR = 6
# "-", "to" and "votes to" join a tally.
_JOINED = 2


def earlier_numbers(
    document: Document, sentence: Span, numbers: Sequence[Number]
) -> Mapping[Number, Number]:
    """For each number of a sentence that is said to be before a change, give the one after it."""
    after: dict[Number, Number] = {}
    for first, second in pairwise(numbers):
        between = document.lowered[first.tokens.end : _start(document, second)]
        if {first.unit, second.unit} - {"", first.unit} or not _is_short(between):
            continue
        opener = _opener(document, first, sentence)
        if opener == "from" and between[-1:] == ("to",):
            span = Span(first.tokens.start, second.tokens.end)
            if tells_change(document.lowered, *span, sentence):
                after[first] = second
        elif (opener == "to" and between[-1:] == ("from",)) or any(
            between[-len(words) :] == words for words in _AGAINST
        ):
            after[second] = first
    return after


def other_number(
    document: Document, quantity: Number, numbers: Sequence[Number], after: Mapping[Number, Number]
) -> Number | None:
    """The number that another is compared with: before or after a change, or against in a vote."""
    for before, later in after.items():
        if quantity in {before, later}:
            return later if quantity == before else before
    if quantity.unit == "vote":
        return next((near for near in numbers if _is_tally(document, quantity, near)), None)
    return None


def _is_tally(document: Document, a: Number, b: Number) -> bool:
    """Whether two numbers of votes are of one tally: "52-48", "217 votes to 210"."""
    first, second = sorted((a, b), key=lambda number: number.tokens)
    between = document.lowered[first.tokens.end : second.tokens.start]
    return b.unit == "vote" and a != b and len(between) <= _JOINED and between[-1:] != (",",)


def _start(document: Document, number: Number) -> int:
    start = number.tokens.start
    return start - (start > 0 and document.lowered[start - 1] in SIGNS)


def _opener(document: Document, number: Number, sentence: Span) -> str:
    """The word before a number, before the sign of its currency."""
    start = _start(document, number)
    return document.lowered[start - 1] if start > sentence.start else ""


def _is_short(between: Sequence[str]) -> bool:
    """Whether no more than a noun and a time stand between the two."""
    return len([word for word in between if word not in _PERCENT]) <= _FAR and ";" not in between
