"""Labelled attributions: JSON Lines, one article a line.

A row has ``text`` and ``attributions``, a list of objects with ``source``, ``cue`` and
``content``, each a list of ``[start, end)`` character spans of the text (a list may be empty).
Other fields are let through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from divergence.types import Span
from divergence.validation.labelled_rows import Row, read_rows

FIELDS = ("source", "cue", "content")
_SPANS = "a list of [start, end]"
_PAIR = 2


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One labelled attribution, as character spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One labelled article and the line of its file."""

    text: str
    attributions: tuple[GoldAttribution, ...]
    line: int = 0


def read_attributions(path: Path) -> Iterator[GoldArticle]:
    """Read labelled articles, plain or gzipped."""
    for row in read_rows(path):
        labels = row.field("attributions", list, "a list of objects")
        attributions = tuple(_attribution(row, *numbered) for numbered in enumerate(labels))
        yield GoldArticle(row.text, attributions, row.line)


def _attribution(row: Row, number: int, label: object) -> GoldAttribution:
    name = f"attributions[{number}]"
    if not isinstance(label, dict):
        raise row.error(name, f"is no object; expected an object with {', '.join(FIELDS)}")
    return GoldAttribution(*(_spans(row, f"{name}.{part}", label, part) for part in FIELDS))


def _spans(row: Row, name: str, label: dict[str, object], part: str) -> tuple[Span, ...]:
    if part not in label:
        raise row.error(name, f"is missing; expected {_SPANS}")
    return row.spans_in(name, label[part], most=_PAIR)
