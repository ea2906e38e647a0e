"""Deliveries of Nexis: every document becomes an article or says which one it is."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.reading import read
from divergence.reading.archives import deliveries
from divergence.reading.draft import Draft, InputFile, Unreadable
from tests.reading.exports import BRIDGE, COVER, FERRY, OLD, docx, rtf

TEXT = (
    "The ferry was late on Monday, the harbor master said.\n\n"
    "It had been late on every day of the week, and nobody at the port knew why."
)


@pytest.mark.parametrize(("write", "name"), [(docx, "a.docx"), (rtf, "a.rtf"), (rtf, "a.doc")])
@pytest.mark.parametrize("cover", [COVER, []])
def test_every_format_gives_the_same_articles(
    tmp_path: Path, write: type, name: str, cover: list[str]
) -> None:
    corpus = read(write(tmp_path / name, [*cover, *FERRY, *BRIDGE]))
    assert corpus.rejections == ()
    ferry, bridge = corpus.articles
    assert (ferry.id, ferry.source, ferry.title) == (
        f"{name}:1", "Oslund Times (Norland)", "Ferry late again",
    )  # fmt: skip
    assert ferry.text == TEXT
    assert ferry.date == bridge.date == date(2023, 3, 13)
    assert ferry.metadata == {
        "section": "Section A; Column 0; Pg. 1", "author": "ADA LIN and JO BERG",
        "dateline": "PORT SUD", "edition": "Late Edition - Final", "archive": "Nexis",
    }  # fmt: skip
    assert (bridge.source, bridge.title) == ("Strait Post", "Bridge closed for the summer")
    assert bridge.text.endswith("before the summer.")


def test_the_older_layout_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("".join(f'<div class="c0"><p><span>{line}</span></p></div>' for line in OLD))
    ferry, bridge = read(path).articles
    assert (ferry.source, ferry.title, ferry.date) == (
        "Oslund Times", "Ferry late again", date(2023, 3, 13),
    )  # fmt: skip
    assert ferry.metadata["edition"] == "Late Edition - Final"
    assert ferry.metadata["author"] == "ADA LIN"
    assert ferry.text.startswith("The ferry was late on Monday")
    assert "NOTE: this line is a line of the text" in ferry.text
    assert ferry.text.endswith("knew why.")
    assert (bridge.source, bridge.title) == ("Strait Post", "Bridge closed for the summer")


@pytest.mark.parametrize("lines", [[*COVER, *FERRY, *BRIDGE], OLD])
def test_a_delivery_saved_as_text(tmp_path: Path, lines: list[str]) -> None:
    wrapped = [part for line in lines for part in (*(textwrap.wrap(line, 72) or [""]), "")]
    (tmp_path / "a.txt").write_text("\n".join(wrapped))
    ferry, bridge = read(tmp_path).articles
    assert ferry.title == "Ferry late again"
    assert ferry.text.startswith(TEXT.split("\n\n")[0])
    assert ferry.text.endswith(TEXT.split("\n\n")[1])
    assert (bridge.source, bridge.title) == ("Strait Post", "Bridge closed for the summer")
    assert bridge.text.count("\n") == 0


def without(lines: Sequence[str], *gone: str) -> list[str]:
    return [line for line in lines if line not in gone]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (without(BRIDGE, "Body"), "document 2 of 2 ('Bridge closed for the summer') has no text"),
        (
            [line for line in BRIDGE if not line.startswith("The bridge")],
            "document 2 of 2 ('Bridge closed for the summer') has no text",
        ),
        (without(BRIDGE, "Strait Post"), "document 2 of 2 ('Bridge closed for the summer') names"),
        (
            without(BRIDGE, "End of Document"),
            "document 2 of 2 ('Bridge closed for the summer') breaks off",
        ),
        (
            ["We are sorry but there is an error in this document and it is not possible to "
             "display it.", "End of Document"],
            "document 2 of 2 is an error page",
        ),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_used_is_named(
    tmp_path: Path, lines: list[str], reason: str
) -> None:
    corpus = read(docx(tmp_path / "a.docx", [*FERRY, *lines]))
    assert [article.id for article in corpus.articles] == ["a.docx:1"]
    (rejection,) = corpus.rejections
    assert rejection.path == "a.docx:2"
    assert rejection.reason.startswith(reason)
    assert rejection.remedy


def test_what_the_table_of_contents_has_and_the_file_lacks(tmp_path: Path) -> None:
    corpus = read(docx(tmp_path / "a.docx", [*COVER, *FERRY]))
    assert corpus.n_in == 2
    assert corpus.rejections[0].reason == (
        "document 2 of 2 ('Bridge closed for the summer') is counted in the table of contents and "
        "missing from the file"
    )


def test_a_delivery_of_which_most_lies_in_other_files(tmp_path: Path) -> None:
    cover = ["Documents (500)" if line == "Documents (2)" else line for line in COVER]
    corpus = read(docx(tmp_path / "a.docx", [*cover, *FERRY, *BRIDGE]))
    assert len(corpus.articles) == 2
    assert [each.reason for each in corpus.rejections] == [
        "document 3 of 3 and any after it are missing: the table of contents counts 500, 2 are in "
        "the file"
    ]


@pytest.mark.parametrize(
    ("written", "expected", "kept"),
    [
        ("2023-03-13", date(2023, 3, 13), ""),
        ("13 March, 2023 Monday 10:15 GMT", date(2023, 3, 13), ""),
        ("Monday, March 13, 2023", date(2023, 3, 13), ""),
        ("13 mars 2023", None, "13 mars 2023"),
    ],
)
def test_dates_as_archives_write_them(
    tmp_path: Path, written: str, expected: date | None, kept: str
) -> None:
    lines = [written if line.startswith("March 13") else line for line in FERRY]
    (article,) = read(docx(tmp_path / "a.docx", without(lines, "Late Edition - Final"))).articles
    assert article.date == expected
    assert article.metadata.get("date", "") == kept
    assert (article.title, article.source) == ("Ferry late again", "Oslund Times (Norland)")


def test_an_abstract_by_the_archive_is_no_part_of_the_text(tmp_path: Path) -> None:
    lines = [*FERRY[:11], "Body", "ABSTRACT", "The ferry is late.", "FULL TEXT", "It was late.",
             "End of Document"]  # fmt: skip
    assert read(docx(tmp_path / "a.docx", lines)).articles[0].text == "It was late."


def test_headings_and_labels_inside_the_text_stay_there(tmp_path: Path) -> None:
    at = FERRY.index("The ferry was late on Monday, the harbor master said.")
    inside = ["Notes", "Correction", *(f"Line {n} of the text." for n in range(9)), "Person: him",
              "LexisNexis sold the ferry.", "Page 3 of the letter was missing."]  # fmt: skip
    (article,) = read(
        docx(tmp_path / "a.docx", [*FERRY[: at + 1], *inside, *FERRY[at + 1 :]])
    ).articles
    assert [line for line in inside if line not in article.text.split("\n\n")] == []
    assert "PHOTOGRAPH" not in article.text


def test_the_same_document_twice(tmp_path: Path) -> None:
    corpus = read(docx(tmp_path / "a.docx", [*FERRY, *FERRY]))
    assert len(corpus.articles) == 1
    assert corpus.rejections[0].reason == "same text as a.docx:1, from the same source"


def test_a_delivery_in_another_language_is_not_taken_for_one_article(tmp_path: Path) -> None:
    labels = {"Length": "Länge", "Body": "Text", "Load-Date": "Update", "End of": "Ende des"}
    lines = [*FERRY, *BRIDGE]
    for english, german in labels.items():
        lines = [line.replace(english, german) for line in lines]
    corpus = read(docx(tmp_path / "a.docx", lines))
    assert corpus.articles == ()
    assert corpus.rejections[0].reason.startswith("it looks like several articles")
    assert "in English" in corpus.rejections[0].remedy


MARKS = st.sampled_from(
    [*FERRY, *OLD, *COVER, "AN", "HD|x", "HD", "Document ABCD000020230313ej3d0001v", "12 words",
     "\x01\x02", "Load-Date:", ":", "|", "2 of 2 DOCUMENTS", "Documents (9)", "English"]
)  # fmt: skip


@given(st.lists(st.one_of(MARKS, st.text(max_size=12)), max_size=25))
def test_no_order_of_lines_is_too_much(lines: list[str]) -> None:
    try:
        found = deliveries.drafts(lines, InputFile(Path("a.docx"), "a.docx"))
    except Unreadable:
        return
    for number, each in enumerate(found or (), 1):
        if isinstance(each, Draft):
            assert each.place == f"a.docx:{number}"
            assert each.text.strip()
            assert each.fields["source"]
        else:
            assert each.path == f"a.docx:{number}"
            assert each.reason.startswith(f"document {number} of ")
