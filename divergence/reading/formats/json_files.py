"""JSON: an object, a list or an API's answer in ``.json``; an object a line in ``.jsonl``."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import IO

from divergence.reading.archives import news_apis
from divergence.reading.draft import (
    MAX_CHARACTERS,
    TOO_LONG_REMEDY,
    Draft,
    InputFile,
    Unreadable,
    too_long,
)
from divergence.reading.fields import draft_of
from divergence.reading.formats.encoding import decode, load
from divergence.types import Rejection

MAX_FILE_CHARACTERS = 500_000_000
# A row holds more than the text, and one character can be twelve bytes ("\ud83d\ude00").
_MAX_ROW_BYTES = 16 * MAX_CHARACTERS
_ONE_OBJECT = "Give one JSON object with a field 'text', or a list of them."


def drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    """Read a ``.json`` file: an object, a list, an object with one list, or an API's answer."""
    data = _parse(load(file.path, max_characters=MAX_FILE_CHARACTERS))
    if isinstance(data, dict):
        whole = _row(data, file.place, file.stem)
        rows = None if isinstance(whole, Draft) else news_apis.articles_of(data) or _only_list(data)
        if rows is None:
            yield whole
            return
        data = rows
    if not isinstance(data, list):
        raise Unreadable("the JSON is neither an object nor a list", _ONE_OBJECT)
    if not data:
        raise Unreadable("the JSON list is empty", _ONE_OBJECT)
    for number, item in enumerate(data, 1):
        yield _row(item, f"{file.place}:{number}", file.stem)


def line_drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    """Read a ``.jsonl`` or ``.jsonl.gz`` file, a line at a time."""
    some = False
    try:
        with _open(file) as stream:
            for number, line in enumerate(_lines(stream), 1):
                if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
                    continue
                some = True
                place = f"{file.place}:{number}"
                try:
                    if line is None:
                        raise Unreadable(too_long(_MAX_ROW_BYTES), TOO_LONG_REMEDY)
                    yield _row(_parse(decode(line), line=number), place, file.stem)
                except Unreadable as error:
                    yield Rejection(place, error.reason, error.remedy)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise Unreadable(
            "the compressed file is damaged; rows after the damage are lost", "Compress it again."
        ) from None
    if not some:
        raise Unreadable("the file is empty", "Give one JSON object a line.")


def _open(file: InputFile) -> IO[bytes] | gzip.GzipFile:
    if file.path.name.lower().endswith(".gz"):
        return gzip.open(file.path, "rb")
    return file.path.open("rb")


def _lines(stream: IO[bytes] | gzip.GzipFile) -> Iterator[bytes | None]:
    """Lines of bounded length; None stands for a longer one, which is skipped unread."""
    while line := stream.readline(_MAX_ROW_BYTES):
        if len(line) < _MAX_ROW_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while rest := stream.readline(_MAX_ROW_BYTES):
            if rest.endswith(b"\n"):
                break
        yield None


def _parse(text: str, *, line: int | None = None) -> object:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"line {line or error.lineno}, column {error.colno}"
        raise Unreadable(f"broken JSON at {where}: {error.msg}", "Mend that line.") from None
    except (ValueError, RecursionError):
        where = f" at line {line}" if line else ""
        reason = f"broken JSON{where}: nested too deep, or a number too long"
        raise Unreadable(reason, _ONE_OBJECT) from None


def _row(item: object, place: str, stem: str) -> Draft | Rejection:
    if isinstance(item, Mapping):
        named = news_apis.project_fields(item)
        draft = draft_of(named, place, stem)
        if isinstance(draft, Rejection) and named.get("text") is None and named is not item:
            return news_apis.rejection_without_text(item, draft)
        return draft
    return Rejection(place, "not a JSON object", _ONE_OBJECT)


def _only_list(data: Mapping[str, object]) -> list[object] | None:
    """The one list of objects that an object holds."""
    lists = [value for value in data.values() if isinstance(value, list) and _is_rows(value)]
    return lists[0] if len(lists) == 1 else None


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
