"""CoNLL-U is read with all its oddities, and what breaks it is named with its line."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from divergence.errors import LabelsError
from divergence.types import Span
from divergence.validation.conllu import read_conllu
from tests.validation.treebank import TREEBANK


def _write(folder: Path, text: str) -> Path:
    path = folder / "bank.conllu"
    path.write_text(text, encoding="utf-8")
    return path


def test_columns_places_and_paragraphs(tmp_path: Path) -> None:
    first, second = read_conllu(_write(tmp_path, TREEBANK))
    assert first.text == "“We can't,” she said."
    assert first.forms[2:4] == ("ca", "n't")
    assert first.places[2:5] == (Span(4, 6), Span(6, 9), Span(9, 10))
    assert first.heads == (2, 2, 7, 2, 2, 2, 7, 7, 7)
    assert (first.opens_document, first.opens_paragraph) == (True, False)
    assert (second.opens_document, second.opens_paragraph) == (False, True)
    assert second.relations[4] == "obj"


def test_gzipped_and_plain_are_one(tmp_path: Path) -> None:
    zipped = tmp_path / "bank.bin"
    zipped.write_bytes(gzip.compress(TREEBANK.encode()))
    assert list(read_conllu(zipped)) == list(read_conllu(_write(tmp_path, TREEBANK)))


def test_carriage_returns_and_a_missing_last_line(tmp_path: Path) -> None:
    path = tmp_path / "dos.conllu"
    path.write_bytes(TREEBANK.rstrip("\n").replace("\n", "\r\n").encode())
    assert list(read_conllu(path)) == list(read_conllu(_write(tmp_path, TREEBANK)))


def test_a_multiword_token_that_is_not_spelled_out_shares_its_place(tmp_path: Path) -> None:
    text = TREEBANK.replace("3-4\tcan't", "3-4\tcannae")
    first = next(read_conllu(_write(tmp_path, text)))
    assert first.places[2] == first.places[3] == Span(4, 10)


@pytest.mark.parametrize(
    ("broken", "line", "expected"),
    [
        (TREEBANK.replace("\tobj\t_\tSpaceAfter=No", "\tobj"), 23, "8 tab-separated"),
        (TREEBANK.replace("2\tWe", "two\tWe"), 5, "'two'"),
        (TREEBANK.replace("2\tWe", "3\tWe"), 5, "expected 2"),
        (TREEBANK.replace("\t3\tnsubj", "\t33\tnsubj", 1), 5, "head '33'"),
        (TREEBANK.replace("\t3\tnsubj", "\t_\tnsubj", 1), 5, "head '_'"),
        ("It is only a text.\n", 1, "ID FORM LEMMA"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, broken: str, line: int, expected: str
) -> None:
    with pytest.raises(LabelsError, match=f"line {line}: .*{expected}"):
        list(read_conllu(_write(tmp_path, broken)))


@pytest.mark.parametrize(
    "content", [b"", b"\n\n# only = comments\n\n", b"\xff\xfe\x00", b"\x1f\x8bno"]
)
def test_files_that_hold_no_treebank(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.conllu"
    path.write_bytes(content)
    with pytest.raises(LabelsError, match=r"bad\.conllu"):
        list(read_conllu(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match="no such file"):
        list(read_conllu(tmp_path / "none.conllu"))
