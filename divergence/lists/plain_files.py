"""Plain lists (a term a line) and tables of terms (CSV, TSV, and LIWC's .dicx)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from divergence.errors import must_be_one_of
from divergence.lists.entry_rows import Note, Parsed, Row

_COLUMNS = ("term", "category", "weight")
_TERM = ("term", "word")
_WIDE = "dicterm"
_DELIMITERS = (",", ";", "\t", "|")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_SEVERAL = re.compile(r"\t|,(?!\d)")
_NAME_THEM = "name the columns in the first row: term and, if you need them, category and weight"


def parse_plain(text: str) -> Parsed:
    """Read a term a line; ``#`` at the start of a line or after a space begins a comment."""
    rows, notes = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        term = _COMMENT.sub("", line).strip()
        if _SEVERAL.search(term):
            notes.append(
                Note(
                    number,
                    "problem",
                    f"{term[:40]!r} holds a tab or a comma; write one term a line, or save a "
                    "table as .csv or .tsv with named columns.",
                )
            )
        elif term:
            rows.append(Row(number, term))
    return Parsed(tuple(rows), tuple(notes))


def parse_table(text: str) -> Parsed:
    """Read a table: ``term,category,weight`` in any order, or ``DicTerm`` and its categories.

    Lines that begin with ``#`` above the names of the columns are comments. The delimiter (comma,
    semicolon, tab, bar) is found from the names.
    """
    lines = [f"{line}\n" for line in text.split("\n")]
    skipped = 0
    while skipped < len(lines) and lines[skipped].strip()[:1] in ("", "#"):
        skipped += 1
    if skipped == len(lines):
        return Parsed((), (Note(0, "problem", f"the table is empty; {_NAME_THEM}."),))
    rows: list[Row] = []
    notes: list[Note] = []
    columns: list[str] | None = None
    for number, cells in _cells(lines[skipped:], skipped, notes):
        if columns is None:
            columns = cells
            wrong = _wrong_names(columns)
            if wrong:
                return Parsed((), (Note(number, "problem", wrong),))
        elif any(cells):
            _read(columns, cells, number, rows, notes)
    return Parsed(tuple(rows), tuple(notes))


def _cells(lines: list[str], skipped: int, notes: list[Note]) -> Iterator[tuple[int, list[str]]]:
    header = lines[0].strip().lower()

    def score(delimiter: str) -> tuple[bool, int]:
        cells = [cell.strip(' "') for cell in header.split(delimiter)]
        return any(cell in (*_TERM, _WIDE) for cell in cells), len(cells)

    reader = csv.reader(lines, delimiter=max(_DELIMITERS, key=score), strict=True)
    while True:
        number = skipped + reader.line_num + 1
        try:
            yield number, [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            problem = f"broken CSV ({error}); double every quotation mark inside a cell."
            notes.append(Note(number, "problem", problem))
            return


def _is_wide(columns: list[str]) -> bool:
    return columns[:1] != [] and columns[0].lower() == _WIDE


def _wrong_names(columns: list[str]) -> str:
    if _is_wide(columns):
        names = [name for name in columns[1:] if name]
        if len(names) != len(columns) - 1 or not names:
            return "every column after DicTerm must name a category; fill the names in."
        twice = next((name for name in names if names.count(name) > 1), "")
        return f"category '{twice}' has two columns; keep one." if twice else ""
    names = [_column(name) for name in columns]
    if "term" not in names:
        return f"{_NAME_THEM}; found {', '.join(columns)[:80]}."
    for name in names:
        if name not in _COLUMNS:
            return must_be_one_of("column", name, _COLUMNS)
        if names.count(name) > 1:
            return f"there are two columns '{name}'; keep one."
    return ""


def _column(name: str) -> str:
    lowered = name.lower()
    return "term" if lowered in _TERM else lowered


def _read(
    columns: list[str], cells: list[str], number: int, rows: list[Row], notes: list[Note]
) -> None:
    def refuse(text: str) -> None:
        notes.append(Note(number, "problem", text))

    if len(cells) > len(columns):
        return refuse(
            f"{len(cells)} cells for {len(columns)} columns; put terms that hold the delimiter "
            "between quotation marks."
        )
    cells = cells + [""] * (len(columns) - len(cells))
    if _is_wide(columns):
        marked = [(name, cell) for name, cell in zip(columns[1:], cells[1:], strict=True) if cell]
        if not marked:
            return refuse(f"'{cells[0][:40]}' is in no category; mark one with X.")
        for name, cell in marked:
            weight = 1.0 if cell.lower() == "x" else _number(cell)
            if weight is None:
                return refuse(f"{cell[:40]!r} below '{name}' is neither X nor a weight.")
            rows.append(Row(number, cells[0], name, weight))
        return None
    given = dict(zip(map(_column, columns), cells, strict=True))
    if "category" in given and not given["category"]:
        return refuse(f"'{given['term'][:40]}' has no category; give it one.")
    weight = _number(given["weight"]) if "weight" in given else 1.0
    if weight is None:
        problem = f"weight {given['weight'][:40]!r} must be a number such as 0.5"
        return refuse(f"{problem}; every row needs one where the column is there.")
    rows.append(Row(number, given["term"], given.get("category", ""), weight))
    return None


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None
