"""CSV and TSV: a first row of column names, then one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from divergence.reading.draft import Draft, InputFile, Unreadable
from divergence.reading.fields import canonical_name, draft_of
from divergence.reading.formats.encoding import open_lines
from divergence.types import Rejection

_DELIMITERS = (",", ";", "\t", "|")
_MAX_FIELD = 10_000_000
_NAME_IT = "Give the file a first row of column names, one of them 'text' (or body, content)."


def drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    """Read a ``.csv`` or ``.tsv`` file."""
    # The limit is the csv module's own and global; it is only ever raised, never lowered.
    csv.field_size_limit(max(_MAX_FIELD, csv.field_size_limit()))
    with open_lines(file.path) as stream:
        first = stream.readline(_MAX_FIELD)
        delimiter = _delimiter(first)
        stream.seek(0)
        rows = csv.reader(stream, delimiter=delimiter, strict=True)
        names: list[str] | None = None
        number = 0
        while True:
            number += 1
            try:
                row = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                if names is None:
                    raise Unreadable(f"the first row is not CSV ({error})", _NAME_IT) from None
                yield _broken(f"{file.place}:{number}", error)
                continue
            if names is None:
                names = _checked_names(row)
            elif any(value.strip() for value in row):
                yield _row(names, row, f"{file.place}:{number}", file.stem)
        if names is None:
            raise Unreadable("the file is empty", _NAME_IT)
        if number <= 2:
            raise Unreadable("the file has column names and no rows", "Add one row per article.")


def _delimiter(header: str) -> str:
    """Whichever delimiter shows a text column, else whichever splits the header most."""

    def score(delimiter: str) -> tuple[bool, int]:
        cells = header.strip("\ufeff\r\n").split(delimiter)
        return any(canonical_name(cell.strip(' "')) == "text" for cell in cells), len(cells)

    return max(_DELIMITERS, key=score)


def _checked_names(row: list[str]) -> list[str]:
    names = [cell.strip().lstrip("\ufeff") for cell in row]
    if not any(names):
        raise Unreadable("the first row is empty", _NAME_IT)
    if not any(canonical_name(name) == "text" for name in names):
        shown = ", ".join(name[:30] for name in names[:8])
        raise Unreadable(f"no column holds the text (first row: {shown[:200]})", _NAME_IT)
    return names


def _row(names: list[str], row: list[str], place: str, stem: str) -> Draft | Rejection:
    if len(row) > len(names):
        return Rejection(
            place,
            f"{len(row)} values for {len(names)} columns",
            "Put texts that hold the delimiter between quotation marks.",
        )
    return draft_of(dict(zip(names, row, strict=False)), place, stem)


def _broken(place: str, error: csv.Error) -> Rejection:
    return Rejection(
        place,
        f"broken CSV: {error}",
        "Double every quotation mark inside a text, and close the text with one.",
    )
