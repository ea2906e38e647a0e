"""Dimensions: "10 by 12 by 4 inches" gives three lengths, and "a 5 x 7 photo" none."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document

_BY = frozenset({"by", "x", "×"})


def last_dimension(
    document: Document, quantity: Number, numbers: Sequence[Number]
) -> Number | None:
    """The last of a row of dimensions that a number stands in; None where it stands in none."""
    row = [quantity]
    for number in sorted(numbers, key=lambda number: number.tokens):
        joint = row[-1].tokens.end
        joined = document.lowered[joint : joint + 1]
        if number.tokens.start == joint + 1 and joined and joined[0] in _BY:
            row.append(number)
    if len(row) > 1:
        return row[-1]
    start = quantity.tokens.start
    behind = start > 0 and document.lowered[start - 1] in _BY
    ended = behind and any(number.tokens.end == start - 1 for number in numbers)
    return quantity if ended else None
