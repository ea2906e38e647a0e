"""Bytes become text, or a reason."""

from __future__ import annotations

import codecs
import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.reading.draft import MAX_CHARACTERS, Unreadable
from divergence.reading.formats.encoding import decode, load, open_lines

TEXT = "“It’s over – a café in Oslund,” she said.\nIt wasn’t."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_that_english_comes_in(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_another_alphabet_in_an_old_encoding() -> None:
    russian = "Мэр заявил в понедельник, что мост останется закрытым ещё несколько недель. " * 5
    assert decode(russian.encode("cp1251")) == russian


def test_quotation_marks_from_an_old_macintosh() -> None:
    text = "‘It’s a café’, she said. The naïve façade of the town — “gone”. " * 8
    assert decode(text.encode("mac_roman")) == text


@pytest.mark.parametrize(
    "data",
    [
        b"Some valid text and then \xff\xfe\x80 bytes.",
        "A café and “quotes”".encode() + b" then \xff alone.",
        b"\xc3\x28 \xa0\xa1 \xe2\x28\xa1",
        codecs.BOM_UTF16_LE + b"a\x00b",
        b"some English text \xff\xfe caf\xe9 \x80\x81 more English",
        b"The mayor said that the bridge would stay closed for weeks. " * 20
        + b"\xff\xfe caf\xe9 \x80\x81 and nobody knows why.",
        b"The mayor said that the bridge would stay closed for weeks. " * 20
        + b"\xff\xfe caf\xe9 and nobody knows why.",
    ],
)
def test_invalid_bytes_are_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(Unreadable, match="invalid") as caught:
        decode(data)
    assert "UTF-8" in caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00\x01\x02\x03" * 100,
        b"\x01\x02\x03text\x04\x05" * 40,
        b"%PDF-1.7 ...",
        b"PK\x03\x04....",
        b"\x89PNG\r\n",
        b"\x1f\x8b\x08",
    ],
)
def test_binaries_are_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not text"):
        decode(data)


def test_line_ends_are_one_thing() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_the_limit_is_stated(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (MAX_CHARACTERS + 1))
    with pytest.raises(Unreadable, match="1,000,001 characters, the limit is 1,000,000"):
        load(path)


def test_lines_of_a_file_in_utf16(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes("a,b\n1,ö\n".encode("utf-16"))
    with open_lines(path) as stream:
        assert stream.read() == "a,b\n1,ö\n"


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert isinstance(decode(data), str)
