"""The fields of a labelled file that is one JSON object; errors name the file and the field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from divergence.errors import LabelsError
from divergence.types import Span
from divergence.validation.labelled_lines import numbered_lines
from divergence.validation.labelled_rows import is_encodable, no_constant, shown

_EXPECTED = 'one JSON object, the labels of one event: {"event": "...", "articles": [...], ...}'
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Fields:
    """An object of a labelled file with where it stands; a wrong field raises ``LabelsError``."""

    path: Path
    values: Mapping[str, Any]
    place: str = ""

    def text(self, name: str) -> str:
        """Return a field that must be a string with something in it."""
        text = self._typed(name, str, "a text")
        if not text.strip():
            raise self.error(name, "is empty; expected a text")
        return str(text)

    def text_or_null(self, name: str) -> str:
        """Return a field that is a string or null, which is given as ""."""
        return str(self._typed(name, str | None, "a text or null") or "")

    def number_or_null(self, name: str) -> float | None:
        """Return a field that is a number or null."""
        number = self._typed(name, int | float | None, "a number or null")
        if isinstance(number, bool):
            raise self.error(name, f"is {shown(number)}; expected a number or null")
        return number  # type: ignore[no-any-return]

    def number(self, name: str) -> float:
        """Return a field that must be a number."""
        number = self.number_or_null(name)
        if number is None:
            raise self.error(name, "is null; expected a number")
        return number

    def objects(self, name: str) -> Iterator[Fields]:
        """Give the objects of a field that must be a list of them."""
        expected = "a list of objects, [] where there are none"
        for number, entry in enumerate(self._typed(name, list, expected)):
            place = f"{self.place}.{name}" if self.place else name
            if not isinstance(entry, dict):
                raise self.error(f"{name}[{number}]", f"is {shown(entry)}; expected an object")
            yield Fields(self.path, entry, f"{place}[{number}]")

    def texts_by_name(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return a field that maps names to lists of strings."""
        expected = "an object of lists of texts"
        named = self._typed(name, dict, expected)
        for key, texts in named.items():
            if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
                raise self.error(name, f"has {shown(texts)} for {key!r}; expected a list of texts")
        return {key: tuple(texts) for key, texts in named.items()}

    def text_by_name(self, name: str) -> dict[str, str]:
        """Return a field that maps names to strings."""
        named = self._typed(name, dict, "an object of texts")
        for key, text in named.items():
            if not isinstance(text, str):
                raise self.error(name, f"has {shown(text)} for {key!r}; expected a text")
        return dict(named)

    def given(self, name: str) -> bool:
        """Whether a field that may be left out has something in it."""
        return bool(self.values.get(name))

    def span(self, name: str, text: str) -> Span:
        """Return a field that must be a span of a text."""
        return self._span(name, self.values.get(name), text)

    def spans(self, name: str, text: str) -> tuple[Span, ...]:
        """Return a field that must be a list of spans of a text."""
        entries = self._typed(name, list, "a list of [start, end]")
        return tuple(self._span(name, entry, text) for entry in entries)

    def spans_by_name(self, name: str, texts: Mapping[str, str]) -> dict[str, tuple[Span, ...]]:
        """Return a field that maps names of texts to lists of their spans."""
        named = self._typed(name, dict, "an object of lists of [start, end]")
        for key, entries in named.items():
            if not isinstance(entries, list):
                raise self.error(name, f"has {shown(entries)} for {key!r}; expected a list")
        return {
            key: tuple(self._span(name, entry, texts[key]) for entry in entries)
            for key, entries in named.items()
            if key in texts
        }

    def span_by_name(self, name: str, texts: Mapping[str, str]) -> dict[str, Span]:
        """Return a field that maps names of texts to a span of each."""
        named = self._typed(name, dict, "an object of [start, end]")
        return {
            key: self._span(name, entry, texts[key]) for key, entry in named.items() if key in texts
        }

    def error(self, name: str, problem: str) -> LabelsError:
        """Make the error for a field of this object."""
        return LabelsError(f"{self.path}: field '{self.called(name)}' {problem}.")

    def called(self, name: str) -> str:
        """Name a field with its way from the top of the file."""
        return f"{self.place}.{name}" if self.place else name

    def _typed(self, name: str, kind: Any, expected: str) -> Any:
        if name not in self.values:
            raise self.error(name, f"is missing; expected {expected}")
        value = self.values[name]
        if not isinstance(value, kind):
            raise self.error(name, f"is {shown(value)}; expected {expected}")
        return value

    def _span(self, name: str, entry: object, text: str) -> Span:
        pair = isinstance(entry, list) and len(entry) == _PAIR
        if not pair or not all(type(number) is int for number in entry):  # type: ignore[attr-defined]
            raise self.error(name, f"holds {shown(entry)}; expected [start, end]")
        span = Span(*entry)  # type: ignore[misc]
        if not 0 <= span.start < span.end <= len(text):
            raise self.error(
                name,
                f"holds {shown(entry)}, which does not lie inside the article's text; "
                f"expected 0 <= start < end <= {len(text)}",
            )
        return span


def read_object(path: Path) -> Fields:
    """Read a file that is one JSON object, plain or gzipped."""
    lines = [line for _, line in numbered_lines(path, expected="JSON")]
    written = "\n".join(lines)
    if not written.strip():
        raise LabelsError(f"{path}: nothing found; expected {_EXPECTED}.")
    try:
        values = json.loads(written, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        raise LabelsError(f"{path}: is not JSON ({error}); expected {_EXPECTED}.") from error
    if not isinstance(values, dict):
        raise LabelsError(f"{path}: is {shown(values)}; expected {_EXPECTED}.")
    if not is_encodable(values):
        raise LabelsError(
            f"{path}: holds half of a character (a \\ud800 to \\udfff without its other half); "
            "write whole characters."
        )
    return Fields(path, values)
