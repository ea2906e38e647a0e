"""The lines of a labelled file, plain or gzipped, or an error that says which line is broken."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from divergence.errors import LabelsError

_GZIP_MAGIC = b"\x1f\x8b"
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def numbered_lines(path: Path, *, expected: str) -> Iterator[tuple[int, str]]:
    """Yield every line with its number from 1, without its line end."""
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == _GZIP_MAGIC
        with gzip.open(path) if zipped else path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                yield number, _decoded(path, number, line, expected)
    except FileNotFoundError as error:
        raise LabelsError(f"{path}: no such file; give {expected} (.gz too).") from error
    except IsADirectoryError as error:
        raise LabelsError(f"{path}: is a folder; give a file of {expected}.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise LabelsError(f"{path}: cannot be read ({error}); give {expected}.") from error


def _decoded(path: Path, number: int, line: bytes, expected: str) -> str:
    if number == 1:
        if line.startswith(_UTF16_MARKS):
            raise LabelsError(f"{path}: is UTF-16, not UTF-8 text; save the {expected} as UTF-8.")
        line = line.removeprefix(_UTF8_MARK)
    try:
        return line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise LabelsError(
            f"{path}, line {number}: not UTF-8 text (byte 0x{line[error.start]:02x} at place "
            f"{error.start + 1} of the line); save the {expected} as UTF-8."
        ) from error
