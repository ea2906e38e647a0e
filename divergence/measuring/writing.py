"""Write a feature table row by row, so that memory stays flat, and whole or not at all.

The ending of the file chooses the format. Rows go to a temporary file beside the target that takes
its place only when the last row is written.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.errors import OutputError, UsageError
from divergence.measuring.table import TEXT_FIELDS, Cell, Row
from divergence.spreadsheets import harmless

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP = 500


def write(
    rows: Iterable[Row],
    path: str | Path,
    *,
    header: Sequence[str],
    units: Mapping[str, str] | None = None,
) -> int:
    """Write rows to a CSV, JSON Lines or Parquet file, as its ending says.

    An undefined number is an empty cell in CSV, null in JSON Lines and Parquet. In CSV, text that
    a spreadsheet would run as a formula is written with an apostrophe before it.
    """
    target = Path(path)
    writer = _writer(target)
    count = 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    with replacing(target) as temporary:
        if writer is _write_parquet:
            _write_parquet(counted(), temporary, header, units)
        else:
            writer(counted(), temporary, header)
    return count


def check(path: str | Path) -> None:
    """Raise what :func:`write` would raise for this path before any work is done."""
    target = Path(path)
    _writer(target)
    if target.is_dir():
        raise OutputError(f"{target}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: there is no folder {target.parent}; create it first")


def _writer(target: Path) -> Callable[[Iterator[Row], Path, Sequence[str]], None]:
    ending = target.suffix.lower()
    if ending not in WRITERS:
        given = f"ends in '{target.suffix}'" if target.suffix else "has no ending"
        raise UsageError(f"{target}: {given}; use one of {', '.join(sorted(WRITERS))}")
    if ending == ".parquet":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            raise UsageError(
                f"{target}: Parquet needs pyarrow; "
                'run: pip install "narrative-divergence[parquet]", or write .csv'
            ) from None
    return WRITERS[ending]


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary file that replaces the target on success and vanishes on failure."""
    check(target)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}.", suffix=".partial"
        )
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error.strerror or error})") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write_csv(rows: Iterator[Row], path: Path, header: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([harmless(name) for name in header])
        for row in rows:
            writer.writerow([_csv_cell(row[name]) for name in header])


def _csv_cell(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return harmless(cell)
    return "" if _undefined(cell) else cell


def _write_json_lines(rows: Iterator[Row], path: Path, header: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            cells = {name: None if _undefined(row[name]) else row[name] for name in header}
            stream.write(json.dumps(cells, ensure_ascii=False, allow_nan=False) + "\n")


def described(schema: pa.Schema, units: Mapping[str, str]) -> pa.Schema:
    """Return a Parquet schema with the unit of each field in its metadata."""
    import pyarrow as pa

    return pa.schema(
        [
            field.with_metadata({"unit": units[field.name]}) if field.name in units else field
            for field in schema
        ]
    )


def _write_parquet(
    rows: Iterator[Row],
    path: Path,
    header: Sequence[str],
    units: Mapping[str, str] | None = None,
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _parquet_type(name, pa)) for name in header])
    schema = described(schema, units or {})
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(itertools.islice(rows, ROW_GROUP)):
            columns = {
                name: [None if _undefined(row[name]) else row[name] for row in batch]
                for name in header
            }
            writer.write_table(pa.Table.from_pydict(columns, schema=schema))


def _parquet_type(name: str, pa: object) -> object:
    kind = "string" if name in TEXT_FIELDS else "int64" if name == "words" else "float64"
    return getattr(pa, kind)()


def _undefined(cell: Cell) -> bool:
    return isinstance(cell, float) and not math.isfinite(cell)


WRITERS: dict[str, Callable[[Iterator[Row], Path, Sequence[str]], None]] = {
    ".csv": _write_csv,
    ".jsonl": _write_json_lines,
    ".parquet": _write_parquet,
}
