"""Deliveries of Factiva: with field codes and without, in every format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from divergence.reading import read
from tests.reading.exports import (
    FIELDS,
    LABELLESS,
    coded_docx,
    coded_html,
    coded_rtf,
    docx,
    rtf,
    running_html,
)


@pytest.mark.parametrize(
    ("write", "name"),
    [(coded_rtf, "a.rtf"), (coded_docx, "a.docx"), (coded_html, "a.html")],
)
def test_field_codes(tmp_path: Path, write: Callable[[Path], Path], name: str) -> None:
    corpus = read(write(tmp_path / name))
    assert corpus.rejections == ()
    ferry, bridge = corpus.articles
    assert (ferry.id, ferry.source, ferry.title, ferry.date) == (
        "OSLT000020230313ej3d0001v", "Oslund Times", "Ferry late again", date(2023, 3, 13),
    )  # fmt: skip
    assert ferry.text == (
        "The ferry was late on Monday, the harbor master said.\n\n"
        "It had been late on every day of the week.\n\nNobody at the port knew why."
    )
    assert ferry.metadata == {"section": "World", "author": "Ada Lin", "archive": "Factiva"}
    assert (bridge.source, bridge.title) == ("Strait Post", "Bridge closed for the summer")
    assert bridge.text.endswith("again this year.")


@pytest.mark.parametrize(("write", "name"), [(rtf, "a.rtf"), (docx, "a.docx")])
def test_without_labels(tmp_path: Path, write: Callable[..., Path], name: str) -> None:
    corpus = read(write(tmp_path / name, LABELLESS))
    assert corpus.rejections == ()
    ferry, bridge = corpus.articles
    assert (ferry.source, ferry.title, ferry.date, ferry.metadata["author"]) == (
        "Oslund Times", "Ferry late again", date(2023, 3, 13), "Ada Lin in Port Sud",
    )  # fmt: skip
    assert ferry.text.startswith("The ferry was late on Monday")
    assert ferry.text.endswith("knew why.")
    assert (bridge.source, bridge.title, bridge.metadata["section"]) == (
        "Strait Post", "Bridge closed for the summer", "World",
    )  # fmt: skip
    assert bridge.text == (
        "The bridge is closed, the mayor said, and it will not open again this year."
    )


def test_a_running_page_under_another_interface_language(tmp_path: Path) -> None:
    corpus = read(running_html(tmp_path / "a.html"))
    assert corpus.rejections == ()
    ferry, bridge = corpus.articles
    assert (ferry.source, ferry.title, ferry.date) == (
        "Oslund Times", "Ferry late again", date(2023, 3, 13),
    )  # fmt: skip
    assert ferry.metadata["section"] == "Foreign Desk; 1"
    assert ferry.metadata["author"] == "ADA LIN"
    assert ferry.text == "The ferry was late on Monday.\n\nNobody at the port knew why."
    assert bridge.title == "Bridge closed"


def test_documents_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    sourceless = [line for code, values in FIELDS if code != "SN" for line in (code, *values)]
    textless = [line for code, values in FIELDS if code not in ("LP", "TD")
                for line in (code, *values)]  # fmt: skip
    cut = [line for code, values in FIELDS if code != "AN" for line in (code, *values)]
    corpus = read(docx(tmp_path / "a.docx", [*sourceless, *textless, *cut]))
    assert corpus.articles == ()
    assert [(each.path, each.reason.split(":")[0]) for each in corpus.rejections] == [
        ("a.docx:1", "document 1 of 3 ('Ferry late again') names no source"),
        ("a.docx:2", "document 2 of 3 ('Ferry late again') has no text"),
        ("a.docx:3", "document 3 of 3 ('Ferry late again') breaks off"),
    ]


def test_a_heading_without_its_number_of_words(tmp_path: Path) -> None:
    lines = [line for line in LABELLESS if line != "77 words"]
    corpus = read(docx(tmp_path / "a.docx", lines))
    assert len(corpus.articles) == 1
    assert corpus.rejections[0].reason.startswith("document 2 of 2 ('World') has no line with its")
