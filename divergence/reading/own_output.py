"""What divergence itself wrote into a folder of articles: reports and tables are no articles."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from divergence.reading.draft import Unreadable

# What a report of one folder consists of.
FILES = ("report.pdf", "report.html", "report.json")
FOLDERS = ("figures", "report-articles", "tables")
REASON = "a report that divergence wrote"
REMEDY = "It is left out; --out writes a report to a folder elsewhere."
_PAGE = b'<meta name="generator" content="divergence '
_RESULT = b'{\n "comparison": {\n'
# In every report that has tables, and the first of them to say what it is.
_TABLE, _TABLE_HEAD = "tables/measures.csv", b"\xef\xbb\xbfname,feature,family,title,unit,"
# Every measure has a column for each of the two voices.
_COLUMNS = (b"|reporter", b"|quoted")
_HEAD = 8192
_CREATOR = b"/Creator (divergence "


def report_names(folder: Path, names: Set[str]) -> frozenset[str]:
    """Return which of the names in a folder belong to a report that lies there."""
    is_report = any(_is_report(folder / name) for name in names & {*FILES})
    is_report = is_report or _head(folder / _TABLE).startswith(_TABLE_HEAD)
    return frozenset(names & {*FILES, *FOLDERS}) if is_report else frozenset()


def is_results(folder: Path) -> bool:
    """Whether a folder holds a report that divergence wrote, in whichever formats."""
    return bool(report_names(folder, {*FILES})) or _CREATOR in _head(folder / "report.pdf", -1)


def refuse_own(path: Path) -> None:
    """Raise Unreadable for a report, and for a table of measures."""
    if _is_report(path):
        raise Unreadable(REASON, REMEDY)
    if all(mark in _head(path).split(b"\n", 1)[0] for mark in _COLUMNS):
        raise Unreadable(
            "a table of numbers that divergence wrote",
            "It is left out; write tables to a folder elsewhere.",
        )


def _is_report(path: Path) -> bool:
    head = _head(path)
    return _PAGE in head or head.startswith(_RESULT)


def _head(path: Path, n_bytes: int = _HEAD) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(n_bytes)
    except OSError:
        return b""
