"""The lists that ship with the package: each a file with its source, licence, version and date.

A list is a CSV file under ``lexicons/data``. Lines that begin with ``#`` hold ``key: value`` pairs
about the list; then come the column names and one term a row. The first column is the term and the
second its category, whatever that column is called; ``pos``, ``group`` and ``weight`` may follow.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast, get_args

from divergence.errors import InputError, UsageError, must_be_one_of
from divergence.lexicons.word_list import Entry, PartOfSpeech, WordList

__all__ = ["all_lists", "load", "names"]


_DATA = Path(__file__).parent / "data"
_REQUIRED = ("version", "date", "licence", "source")
_OPTIONAL_COLUMNS = frozenset({"pos", "group", "weight"})


@cache
def names() -> tuple[str, ...]:
    """Return the names of the lists that ship with the package, sorted."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.csv")))


@cache
def load(name: str) -> WordList:
    """Return a list that ships with the package.

    Parameters
    ----------
    name : str
        Name of the list, see :func:`names`.

    Returns
    -------
    WordList
        Read once a process.

    Raises
    ------
    UsageError
        If there is no such list.

    Examples
    --------
    >>> hedges = load("hedges")
    >>> next(entry.category for entry in hedges.entries if entry.term == "perhaps")
    'adverb'
    """
    if name not in names():
        raise UsageError(must_be_one_of("lexicon", name, names()))
    return read(_DATA / f"{name}.csv")


def all_lists() -> tuple[WordList, ...]:
    """Return every list that ships with the package, sorted by name."""
    return tuple(map(load, names()))


def read(path: Path) -> WordList:
    """Read a list that is written as those of the package are."""
    try:
        content = path.read_bytes()
        lines = content.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not a readable UTF-8 file; save the list as UTF-8.") from error
    about = _header(lines)
    for key in _REQUIRED:
        if not about.get(key):
            raise InputError(f"{path}: the list does not say its {key}; add a line '# {key}: ...'.")
    return WordList(
        name=path.stem,
        title=about.get("title", path.stem),
        version=about["version"],
        date=about["date"],
        licence=about["licence"],
        source=about["source"],
        entries=tuple(_rows(path, lines)),
        digest=hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest(),
    )


def _header(lines: list[str]) -> dict[str, str]:
    about: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            break
        key, _, value = line[1:].partition(":")
        about[key.strip()] = value.strip()
    return about


def _rows(path: Path, lines: list[str]) -> Iterator[Entry]:
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not numbered:
        raise InputError(f"{path}: the list has no rows; name the columns first, then the terms.")
    columns = next(csv.reader([numbered[0][1]]))
    unknown = set(columns[2:]) - _OPTIONAL_COLUMNS
    if len(columns) < 2 or columns[0] != "term" or unknown:
        raise InputError(
            f"{path}, line {numbered[0][0]}: columns must be term, a category and any of "
            f"{', '.join(sorted(_OPTIONAL_COLUMNS))}; found {', '.join(columns)}."
        )
    seen: set[tuple[str, str]] = set()
    for number, line in numbered[1:]:
        values = next(csv.reader([line]))
        if len(values) != len(columns) or not values[0].strip() or not values[1].strip():
            raise InputError(
                f"{path}, line {number}: expected {','.join(columns)}, found {line!r}."
            )
        entry = _entry(path, number, dict(zip(columns[2:], values[2:], strict=True)), values)
        if (entry.term, entry.pos) in seen:
            raise InputError(
                f"{path}, line {number}: '{entry.term}' is listed twice; keep one row."
            )
        seen.add((entry.term, entry.pos))
        yield entry


def _entry(path: Path, number: int, extra: dict[str, str], values: list[str]) -> Entry:
    pos = extra.get("pos", "").strip()
    if pos not in get_args(PartOfSpeech):
        known = must_be_one_of("part of speech", pos, [p for p in get_args(PartOfSpeech) if p])
        raise InputError(f"{path}, line {number}: {known}")
    try:
        weight = float(extra.get("weight") or 1.0)
    except ValueError as error:
        raise InputError(f"{path}, line {number}: weight must be a number.") from error
    return Entry(
        term=" ".join(values[0].lower().split()),
        category=values[1].strip(),
        pos=cast(PartOfSpeech, pos),
        group=extra.get("group", "").strip(),
        weight=weight,
    )
