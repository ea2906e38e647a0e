"""Labelled attributions: JSON Lines, one article a line.

A row has ``text`` and ``attributions``, a list of objects with ``source``, ``cue`` and
``content``, each a list of ``[start, end)`` character spans of the text (a list may be empty).
Other fields are let through.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from divergence.errors import LabelsError
from divergence.types import Span

FIELDS = ("source", "cue", "content")
_GZIP_MAGIC = b"\x1f\x8b"
_PAIR = 2


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One labelled attribution, as character spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One labelled article."""

    text: str
    attributions: tuple[GoldAttribution, ...]


def read_attributions(path: Path) -> Iterator[GoldArticle]:
    """Read labelled articles, plain or gzipped.

    Parameters
    ----------
    path : Path
        JSON Lines; blank lines are skipped.

    Yields
    ------
    GoldArticle
        In file order.

    Raises
    ------
    LabelsError
        When the file cannot be read, holds no row or breaks the format: the message names the
        line, the field and what was expected there.
    """
    found = False
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            found = True
            yield _article(f"{path}, line {number}", line)
    if not found:
        raise LabelsError(f'{path}: no row found; expected a JSON object a line with "text".')


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
    except UnicodeDecodeError as error:
        raise LabelsError(f"{path}: not UTF-8 text; expected JSON Lines in UTF-8.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise LabelsError(f"{path}: cannot be read ({error}); expected JSON Lines.") from error


def _article(where: str, line: str) -> GoldArticle:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise LabelsError(f"{where}: not JSON ({error}); expected one object a line.") from error
    if not isinstance(row, dict):
        raise LabelsError(f'{where}: expected a JSON object with "text" and "attributions".')
    text = row.get("text")
    if not isinstance(text, str):
        raise LabelsError(f'{where}, field "text": expected a string, got {_kind(row, "text")}.')
    labels = row.get("attributions")
    if not isinstance(labels, list):
        raise LabelsError(
            f'{where}, field "attributions": expected a list of objects, '
            f"got {_kind(row, 'attributions')}."
        )
    found = []
    for place, label in enumerate(labels):
        name = f"attributions[{place}]"
        if not isinstance(label, dict):
            raise LabelsError(
                f'{where}, field "{name}": expected an object with {", ".join(FIELDS)}.'
            )
        parts = [_spans(f'{where}, field "{name}.{part}"', label, part, text) for part in FIELDS]
        found.append(GoldAttribution(*parts))
    return GoldArticle(text, tuple(found))


def _spans(where: str, label: dict[str, Any], part: str, text: str) -> tuple[Span, ...]:
    given = label.get(part)
    if not isinstance(given, list):
        raise LabelsError(f"{where}: expected a list of [start, end], got {_kind(label, part)}.")
    spans = []
    for pair in given:
        whole = isinstance(pair, list) and all(type(end) is int for end in pair)
        if not whole or len(pair) != _PAIR:
            raise LabelsError(f"{where}: expected [start, end], two whole numbers, got {pair!r}.")
        if not 0 <= pair[0] < pair[1] <= len(text):
            raise LabelsError(
                f"{where}: span {pair} is not inside the text; expected "
                f"0 <= start < end <= {len(text)}."
            )
        spans.append(Span(*pair))
    return tuple(spans)


def _kind(row: dict[str, Any], name: str) -> str:
    if name not in row:
        return "nothing (the field is missing)"
    value = row[name]
    return "null" if value is None else type(value).__name__
