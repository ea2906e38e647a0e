"""States, provinces and nations that news names without their country, with abbreviations."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "regions.csv"


@cache
def regions() -> frozenset[str]:
    """Return every name and abbreviation of the table, as it is written."""
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(line for line in stream if not line.startswith("#"))
        next(rows)
        return frozenset(form for row in rows for cell in row for form in cell.split("|") if form)
