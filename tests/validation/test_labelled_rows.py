"""Labelled rows: what is read, and what is said of rows that cannot be."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from divergence.errors import LabelsError
from divergence.types import Span
from divergence.validation.labelled_rows import Row, read_rows, read_texts


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _row(**fields: object) -> Row:
    return Row(Path("rows.jsonl"), 7, dict(fields))


def test_reads_rows_and_keeps_their_lines(tmp_path: Path) -> None:
    rows = read_rows(_file(tmp_path, '{"text": "Rain fell."}', "", '{"text": "Snow fell."}'))
    assert [(row.line, row.text) for row in rows] == [(1, "Rain fell."), (3, "Snow fell.")]


def test_reads_gzip_by_content(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(gzip.compress(b'{"text": "Rain fell."}\n'))
    assert read_rows(path)[0].text == "Rain fell."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (['{"text": "a"}', "{"], "line 2: not JSON"),
        (["[1, 2]"], "line 1: .*expected one JSON object"),
        ([""], "no row found"),
    ],
)
def test_bad_files(tmp_path: Path, lines: list[str], expected: str) -> None:
    with pytest.raises(LabelsError, match=expected):
        read_rows(_file(tmp_path, *lines))


def test_texts_of_unlabelled_rows_come_one_at_a_time(tmp_path: Path) -> None:
    texts = read_texts(_file(tmp_path, '{"text": "Rain fell."}', "", '{"text": ""}', '{"t": "x"}'))
    assert [next(texts), next(texts)] == ["Rain fell.", ""]
    with pytest.raises(LabelsError, match="line 4: field 'text' is missing; expected a text"):
        next(texts)


def test_missing_and_undecodable_files(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match="no such file"):
        read_rows(tmp_path / "none.jsonl")
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"text": "café"}'.encode("latin-1"))
    with pytest.raises(LabelsError, match="not UTF-8"):
        read_rows(path)
    path.write_bytes(gzip.compress(json.dumps({"text": "a"}).encode())[:-6])
    with pytest.raises(LabelsError, match="cannot be read"):
        read_rows(path)


@pytest.mark.parametrize(
    ("fields", "read", "expected"),
    [
        ({}, lambda row: row.text, "line 7: field 'text' is missing; expected a text"),
        ({"text": 3}, lambda row: row.text, "field 'text' is 3; expected a text"),
        ({"text": " "}, lambda row: row.text, "field 'text' is empty"),
        ({"label": "maybe"}, lambda row: row.label("label", "ab"), "'maybe'; expected one of a, b"),
        ({"x": "4"}, lambda row: row.number("x", 1, 6), "expected a number"),
        ({"x": True}, lambda row: row.number("x", 1, 6), "expected a number"),
        ({"x": 7}, lambda row: row.number("x", 1, 6), "is 7; expected a number from 1 to 6"),
        ({"x": float("nan")}, lambda row: row.number("x", 1, 6), "expected a number from 1 to 6"),
        ({"words": ["a", 1]}, lambda row: row.strings("words"), "expected a list of strings"),
        ({"text": "Rain", "cues": [[0, 5]]}, lambda row: row.spans("cues"), "of 4 characters"),
        ({"text": "Rain", "cues": [[2, 2]]}, lambda row: row.spans("cues"), "start < end"),
        ({"text": "Rain", "cues": [[-1, 2]]}, lambda row: row.spans("cues"), "0 <= start"),
        ({"text": "Rain", "cues": [["0", 2]]}, lambda row: row.spans("cues"), r"\[start, end\]"),
        ({"text": "Rain", "cues": [3]}, lambda row: row.spans("cues"), r"holds 3; expected"),
    ],
)
def test_bad_fields(
    fields: dict[str, object], read: Callable[[Row], object], expected: str
) -> None:
    with pytest.raises(LabelsError, match=expected):
        read(_row(**fields))


def test_good_fields() -> None:
    row = _row(text="Rain fell.", label="a", x=2, words=["Rain"], cues=[[0, 4, "kind"]])
    assert row.label("label", ["a", "b"]) == "a"
    assert row.number("x", 1, 6) == 2.0
    assert row.strings("words") == ("Rain",)
    assert row.spans("cues") == (Span(0, 4),)
