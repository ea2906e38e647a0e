"""Read labelled rows, one JSON object a line, and say exactly what is wrong where.

A row has the fields of its task; other fields, an ``id`` for one, are let through and not read.
Files may be plain or gzipped.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, NoReturn

from divergence.errors import LabelsError
from divergence.types import Span
from divergence.validation.labelled_lines import numbered_lines

_EXAMPLE = '{"text": "...", ...}'
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled row with where it stood; its methods give fields or raise ``LabelsError``."""

    path: Path
    line: int
    fields: dict[str, Any]

    @property
    def text(self) -> str:
        """The row's text, not empty."""
        return self.words("text", "a text")

    def words(self, name: str, expected: str) -> str:
        """Return a field that must be a string with something in it."""
        words = self.field(name, str, expected)
        if not words.strip():
            raise self.error(name, f"is empty; expected {expected}")
        return str(words)

    def label(self, name: str, allowed: Iterable[str]) -> str:
        """Return a field that must be one of the allowed labels."""
        known = tuple(allowed)
        wanted = f"one of {', '.join(known)}"
        label = self.field(name, str, wanted)
        if label not in known:
            raise self.error(name, f"is {_quoted(label)}; expected {wanted}")
        return str(label)

    def number(self, name: str, low: float, high: float) -> float:
        """Return a field that must be a number from ``low`` to ``high``."""
        expected = f"a number from {low:g} to {high:g}"
        number = self.field(name, int | float, expected)
        if isinstance(number, bool) or not low <= number <= high:
            raise self.error(name, f"is {shown(number)}; expected {expected}")
        return float(number)

    def whole(self, name: str, expected: str) -> int:
        """Return a field that must be a whole number."""
        expected += ", a whole number"
        number = self.field(name, int, expected)
        if isinstance(number, bool):
            raise self.error(name, f"is {shown(number)}; expected {expected}")
        return int(number)

    def strings(self, name: str) -> tuple[str, ...]:
        """Return a field that must be a list of strings."""
        values = self.field(name, list, "a list of strings")
        for value in values:
            if not isinstance(value, str):
                raise self.error(name, f"holds {shown(value)}; expected a list of strings")
        return tuple(values)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a field that must be a list of ``[start, end, ...]`` inside the text."""
        return self.spans_in(name, self.field(name, list, "a list of [start, end]"))

    def spans_in(self, name: str, entries: object, *, most: int | None = None) -> tuple[Span, ...]:
        """Read spans of the text out of a part of the row, at most ``most`` numbers each."""
        if not isinstance(entries, list):
            raise self.error(name, f"is {shown(entries)}; expected a list of [start, end]")
        size = len(self.text)
        return tuple(self._span(name, entry, size, most) for entry in entries)

    def field(self, name: str, kind: type | UnionType, expected: str) -> Any:
        """Return a field that must be of a type."""
        if name not in self.fields:
            raise self.error(name, f"is missing; expected {expected}")
        value = self.fields[name]
        if not isinstance(value, kind):
            raise self.error(name, f"is {shown(value)}; expected {expected}")
        return value

    def error(self, name: str, problem: str) -> LabelsError:
        """Make the error for a field of this row."""
        return LabelsError(f"{self.path}, line {self.line}: field '{name}' {problem}.")

    def _span(self, name: str, entry: object, size: int, most: int | None) -> Span:
        numbers = entry[:_PAIR] if isinstance(entry, list) else []
        pair = len(numbers) == _PAIR and all(type(number) is int for number in numbers)
        if not pair or (most is not None and isinstance(entry, list) and len(entry) > most):
            raise self.error(
                name, f"holds {shown(entry)}; expected [start, end], two whole numbers"
            )
        span = Span(*numbers)
        if not 0 <= span.start < span.end <= size:
            raise self.error(
                name,
                f"holds {shown(list(span))}, which does not lie inside the text of {size} "
                f"characters; expected 0 <= start < end <= {size}",
            )
        return span


def read_rows(path: Path) -> list[Row]:
    """Read every row of a file."""
    rows = [
        _row(path, number, line)
        for number, line in numbered_lines(path, expected="JSON Lines")
        if line.strip()
    ]
    if not rows:
        raise LabelsError(
            f"{path}: no row found; expected one JSON object a line, such as {_EXAMPLE}."
        )
    return rows


def read_texts(path: Path) -> Iterator[str]:
    """Yield the text of every row, one at a time: unlabelled corpora are too large to keep."""
    for number, line in numbered_lines(path, expected="JSON Lines"):
        if line.strip():
            yield str(_row(path, number, line).field("text", str, "a text"))


def _row(path: Path, number: int, line: str) -> Row:
    where = f"{path}, line {number}"
    try:
        fields = json.loads(line, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        what = "a list over several lines" if line.strip() == "[" else f"not JSON ({error})"
        raise LabelsError(f"{where}: {what}; expected one JSON object a line.") from error
    if not isinstance(fields, dict):
        raise LabelsError(
            f"{where}: {shown(fields)}; expected one JSON object a line, such as {_EXAMPLE}."
        )
    if "\\u" in line and not is_encodable(fields):
        raise LabelsError(
            f"{where}: holds half of a character (a \\ud800 to \\udfff without its other half); "
            "write whole characters."
        )
    return Row(path, number, fields)


def no_constant(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no numbers of JSON."""
    raise ValueError(f"{name} is no JSON number; leave the row out or give a number")


def is_encodable(value: object) -> bool:
    """Whether all text in a value can be written as UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")


def shown(value: object) -> str:
    """Write a value for an error, shortened."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    written = json.dumps(value, ensure_ascii=False, default=str)
    return written if len(written) <= 40 else written[:37] + "..."
