"""Classes of verbs by what is done with them: to say, to tell, to urge, to judge, to believe.

A verb may be of several classes ("caution" says and urges), so that the table is no word list of
:mod:`divergence.lexicons.word_list`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "speech_acts.csv"


@cache
def speech_acts() -> Mapping[str, tuple[str, ...]]:
    """Return the classes of every listed verb, by lemma."""
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(line for line in stream if not line.startswith("#"))
        next(rows)
        return {row[0]: tuple(row[1].split()) for row in rows}
