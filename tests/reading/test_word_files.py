"""Word documents and rich text: whatever is in them, an article or a reason comes out."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.reading import read
from divergence.reading.draft import Unreadable
from divergence.reading.formats import docx as docx_files
from divergence.reading.formats import rtf
from divergence.types import Rejection
from tests.reading.exports import FERRY, docx, docx_of

BODY = "The bridge is closed, the mayor said. Nobody knows when it will open again."


def rejected(path: Path) -> Rejection:
    corpus = read(path)
    assert corpus.articles == ()
    (rejection,) = corpus.rejections
    assert rejection.remedy
    return rejection


def test_a_single_article_with_a_loose_header(tmp_path: Path) -> None:
    path = docx(tmp_path / "oslund.docx", ["Bridge Closed", "", "By Ada Lin", "", BODY, BODY])
    (article,) = read(path).articles
    assert (article.source, article.title, article.metadata) == (
        "oslund", "Bridge Closed", {"author": "Ada Lin"},
    )  # fmt: skip
    assert article.text == f"{BODY}\n\n{BODY}"


def test_what_word_shows_is_read_and_nothing_else(tmp_path: Path) -> None:
    path = docx_of(
        tmp_path / "a.docx",
        "<w:p><w:r><w:t>The bridge</w:t></w:r><w:hyperlink><w:r><w:t> is</w:t></w:r></w:hyperlink>"
        "<w:del><w:r><w:delText> open</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> closed</w:t><w:tab/><w:t>now</w:t><w:br/><w:t>for good.</w:t></w:r>"
        "</w:ins><w:r><w:instrText>PAGE 3</w:instrText><w:drawing><w:p><w:r><w:t>A box.</w:t></w:r>"
        "</w:p></w:drawing></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    )
    assert docx_files.lines(path) == ["The bridge is closed\tnow", "for good.", "One."]


def test_damaged_locked_and_misnamed_files_say_so(tmp_path: Path) -> None:
    whole = docx(tmp_path / "whole.docx", FERRY).read_bytes()
    made = {
        "cut.docx": (whole[:400], "damaged or cut off"),
        "text.docx": (BODY.encode(), "neither a Word document nor rich text"),
        "empty.rtf": (b"", "empty"),
        "locked.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "locked with a password"),
        "old.doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word document"),
        "broken.rtf": (b"{\\rtf1 \\u99999999999?}", "broken rich text"),
        "none.rtf": (b"{\\rtf1 }", "no text"),
    }
    for name, (data, reason) in made.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert reason in rejected(path).reason


def test_archives_that_are_no_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", BODY)
    assert "no Word document is in it" in rejected(path).reason
    docx_of(path, "<w:p><w:r>")
    assert "not valid XML" in rejected(path).reason


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = docx(tmp_path / "a.docx", ["x" * 1000] * 1000)
    assert path.stat().st_size < 10_000
    monkeypatch.setattr(docx_files, "MAX_BYTES", 100_000)
    assert "unpacks to 1," in rejected(path).reason


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY a "boo"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
            '<w:document xmlns:w="urn:w"><w:p><w:r><w:t>The bridge is &a;&f; closed.</w:t></w:r>'
            "</w:p></w:document>",
        )
    corpus = read(path)
    assert corpus.n_in == 1
    assert not any("boo" in article.text for article in corpus.articles)


CYRILLIC = (
    rb"\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}"
    rb"{\f2\fcharset238 Arial CE;}{\f3\fcharset128 Mincho;}}"
)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        # The code page that is named, and three others that exports write instead.
        (rb"\ansicpg1252 a caf\'e9, \'93shut\'94", "a café, “shut”"),
        (rb"\ansicpg1252 a caf\'c3\'a9, \'e2\'80\'9cshut\'e2\'80\'9d", "a café, “shut”"),
        (rb"\ansicpg1251 a caf\'e9, \'93shut\'94", "a café, “shut”"),
        ("\\ansicpg1252 a café, “shut”".encode(), "a café, “shut”"),
        (rb"\ansicpg1251 \'ca\'e8\'e5\'e2, \'93shut\'94", "Киев, “shut”"),
        (rb"\ansicpg10000 caf\'8e", "café"),
        (rb"\mac caf\'8e", "café"),
        (rb"\ansicpg99999 caf\'e9", "café"),
        # Unicode escapes with their replacements, and characters beyond sixteen bits.
        (rb"don\u8217\'92t \u-10179?\u-8704? \uc0\u233", "don’t 😀 é"),
        (rb"{\fonttbl{\f0\fcharset204 Arial;}}{\*\generator x;}\f0 caf\'e9", "café"),
        # A font with a code page of its own; a byte behind a number only stands in for it.
        (CYRILLIC + rb"{\f1 \'ca\'e8\'e5\'e2}, caf\'e9", "Киев, café"),
        (CYRILLIC + rb"\f1 \'ca\u1080\'e8\'e5\'e2 \f0 caf\'e9", "Киев café"),
        (CYRILLIC + rb"\f1\uc0 \'ca\'e8\'e5\'e2\plain  caf\'e9", "Киев café"),
        (CYRILLIC + rb"\f1 don\'92t caf\'c3\'a9 \'ca\'e8\'e5\'e2", "don’t café Киев"),
        (CYRILLIC + rb"\f2 \'a3\'f3d\'9f", "Łódź"),
        (CYRILLIC + rb"\f3 \'93\'fa\'96\'7b", "日本"),
        (rb'{\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt the bridge}}', "the bridge"),
    ],
)
def test_encodings_inside_rich_text(written: bytes, text: str) -> None:
    assert rtf.to_text(b"{\\rtf1\\ansi " + written + b"}").strip() == text


def test_bytes_that_fit_no_encoding_are_named() -> None:
    with pytest.raises(Unreadable, match=r"code page is cp1251, which bytes in it \(0x98\)"):
        rtf.to_text(rb"{\rtf1\ansi\ansicpg1251 a\'98b \'81}")


def test_rich_text_that_stops_too_soon_is_named(tmp_path: Path) -> None:
    whole = b"{\\rtf1\\ansi {\\b Bridge Closed}\\par " + BODY.encode() + b"\\par}"
    path = tmp_path / "a.rtf"
    path.write_bytes(whole + b"\x00\r\n")
    assert read(path).articles
    for length in (len(whole) - 1, len(whole) - 20):
        path.write_bytes(whole[:length])
        assert "cut off" in rejected(path).reason


@given(st.lists(st.sampled_from(
    [b"{", b"}", b"\\", b"\\u", b"\\u8217?", b"\\'e9", b"\\'", b"\\uc", b"\\uc2 ", b"\\bin9",
     b"\\pict", b"\\fldinst", b"\\fonttbl", b"\\*", b"\\par", b"text ", b"\xe9", b"\\u-1",
     b"\\ansicpg1251 ", b"\\f1 ", b"{\\fonttbl{\\f1\\fcharset204 A;}}", b"\\uc0 "]
), max_size=30))  # fmt: skip
def test_no_rich_text_is_too_broken(parts: list[bytes]) -> None:
    try:
        text = rtf.to_text(b"{\\rtf1" + b"".join(parts))
    except Unreadable:
        return
    assert text.encode().decode() == text


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_flipped_byte_is_an_article_or_a_reason(at: int, value: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = docx(Path(folder, "a.docx"), FERRY)
        data = bytearray(path.read_bytes())
        data[at % len(data)] = value
        path.write_bytes(data)
        assert read(path).n_in >= 1
