"""Read labelled rows, one JSON object a line, and say exactly what is wrong where.

A row has ``text`` and the fields of its task. Files may be plain or gzipped.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from divergence.errors import LabelsError
from divergence.types import Span

_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled row with where it stood; its methods give fields or raise ``LabelsError``."""

    path: Path
    line: int
    fields: dict[str, Any]

    @property
    def text(self) -> str:
        """The row's text, not empty."""
        text = self.field("text", str, "a text")
        if not text.strip():
            raise self.error("text", "is empty; expected a text")
        return str(text)

    def label(self, name: str, allowed: Iterable[str]) -> str:
        """Return a field that must be one of the allowed labels."""
        label = self.field(name, str, "a label")
        known = tuple(allowed)
        if label not in known:
            raise self.error(name, f"is {label!r}; expected one of {', '.join(known)}")
        return str(label)

    def number(self, name: str, low: float, high: float) -> float:
        """Return a field that must be a number from ``low`` to ``high``."""
        number = self.fields.get(name)
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise self.error(name, f"is {_shown(number)}; expected a number")
        if not low <= number <= high:
            raise self.error(name, f"is {number:g}; expected a number from {low:g} to {high:g}")
        return float(number)

    def strings(self, name: str) -> tuple[str, ...]:
        """Return a field that must be a list of strings."""
        values = self.field(name, list, "a list of strings")
        if not all(isinstance(value, str) for value in values):
            raise self.error(name, "holds something else; expected a list of strings")
        return tuple(values)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a field that must be a list of ``[start, end, ...]`` inside the text."""
        size = len(self.text)
        return tuple(
            self._span(name, entry, size)
            for entry in self.field(name, list, "a list of [start, end]")
        )

    def field(self, name: str, kind: type, expected: str) -> Any:
        """Return a field that must be of a type."""
        if name not in self.fields:
            raise self.error(name, f"is missing; expected {expected}")
        value = self.fields[name]
        if not isinstance(value, kind):
            raise self.error(name, f"is {_shown(value)}; expected {expected}")
        return value

    def error(self, name: str, problem: str) -> LabelsError:
        """Make the error for a field of this row."""
        return LabelsError(f"{self.path}, line {self.line}: field '{name}' {problem}.")

    def _span(self, name: str, entry: object, size: int) -> Span:
        numbers = entry[:2] if isinstance(entry, list) else []
        if len(numbers) != 2 or not all(type(number) is int for number in numbers):
            raise self.error(name, f"holds {_shown(entry)}; expected [start, end]")
        span = Span(*numbers)
        if not 0 <= span.start < span.end <= size:
            raise self.error(
                name,
                f"holds [{span.start}, {span.end}], which does not lie inside the text of {size} "
                "characters; expected 0 <= start < end",
            )
        return span


def read_rows(path: Path) -> list[Row]:
    """Read every row of a file.

    Parameters
    ----------
    path : Path
        JSON Lines in UTF-8, plain or gzipped; empty lines are skipped.

    Returns
    -------
    list of Row
        In file order, at least one.

    Raises
    ------
    LabelsError
        When the file cannot be read, a line is no JSON object, or there is no row.
    """
    rows = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise LabelsError(
                f"{path}, line {number}: not JSON ({error}); expected one object a line."
            ) from error
        if not isinstance(fields, dict):
            raise LabelsError(
                f"{path}, line {number}: {_shown(fields)}; expected a JSON object such as "
                '{"text": "...", ...}.'
            )
        rows.append(Row(path, number, fields))
    if not rows:
        raise LabelsError(f"{path}: no row found; expected one JSON object a line.")
    return rows


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == _GZIP_MAGIC
        with (
            gzip.open(path, "rt", encoding="utf-8-sig")
            if zipped
            else path.open(encoding="utf-8-sig") as stream
        ):
            yield from stream
    except FileNotFoundError as error:
        raise LabelsError(f"{path}: no such file; give a file of JSON lines.") from error
    except UnicodeDecodeError as error:
        raise LabelsError(f"{path}: not UTF-8 text; save the labels as UTF-8.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise LabelsError(f"{path}: cannot be read ({error}); give JSON lines.") from error


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 40 else shown[:37] + "..."
