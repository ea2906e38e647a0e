"""What reading left open is said: unread dates, sources from file names, far dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from divergence.reading import read
from divergence.reading.dates import is_ambiguous
from divergence.reading.notices import date_notice, event_notice, source_notice, unread_date
from divergence.types import Article

BODY = "The ferry was late on Monday, the harbor master said."
PLAIN = Article("a.txt", "Post", BODY, path="a.txt")


def test_a_date_that_is_not_read_is_said_from_every_format(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nsource: Post\ndate: early in May\n---\n{BODY} One.")
    (tmp_path / "b.csv").write_text(f'source,published,body\nWire,05/06/2024,"{BODY} Two."\n')
    (tmp_path / "c.json").write_text(f'{{"date": "2024-02-31", "text": "{BODY} Three."}}')
    (tmp_path / "d.txt").write_text(f"Source: Echo\nDate: 6 May 2024\n\n{BODY} Four.")
    (tmp_path / "e.txt").write_text(f"{BODY} Five.")
    articles = read(tmp_path).articles
    assert [unread_date(each) for each in articles] == [
        "early in May", "05/06/2024", "2024-02-31", "", "",
    ]  # fmt: skip
    assert date_notice(articles) == (
        "3 articles have dates that were not read: a.md ('early in May'), "
        "b.csv:2 ('05/06/2024': two days are possible), c.json ('2024-02-31'). Write 2024-03-14."
    )


def test_articles_with_dates_or_without_any_are_not_named() -> None:
    assert date_notice([PLAIN, replace(PLAIN, date=date(2024, 5, 6))]) == ""
    assert date_notice([]) == ""


def test_many_dates_are_counted_and_long_ones_cut() -> None:
    many = [replace(PLAIN, id=f"{n}", metadata={"date": "x" * 90}) for n in range(12)]
    told = date_notice(many)
    assert told.startswith("12 articles")
    assert "and 7 more" in told
    assert len(told) < 400


@pytest.mark.parametrize(
    ("text", "open_"),
    [("3/5/2024", True), ("03.05.2024", True), ("5/5/2024", False), ("31/05/2024", False),
     ("2024-05-03", False), ("45/46/2024", False), ("3 May 2024", False)],
)  # fmt: skip
def test_which_dates_are_two_days(text: str, open_: bool) -> None:
    assert is_ambiguous(text) is open_


def test_the_folder_is_a_field_to_compare_by(tmp_path: Path) -> None:
    (tmp_path / "Post" / "deep").mkdir(parents=True)
    (tmp_path / "Post" / "deep" / "ferry.txt").write_text(f"{BODY} One.")
    (tmp_path / "loose.txt").write_text(f"{BODY} Two.")
    (tmp_path / "Post" / "named.md").write_text(f"---\nfolder: own\n---\n{BODY} Three.")
    found = {each.path: each.metadata for each in read(tmp_path).articles}
    assert found == {
        "Post/deep/ferry.txt": {"folder": "Post"},
        "Post/named.md": {"folder": "own"},
        "loose.txt": {},
    }


def test_sources_that_are_names_of_files_in_folders_are_said() -> None:
    inside = replace(PLAIN, source="ferry", path="Post/ferry.late.txt", id="1")
    row = replace(inside, source="rows", path="Post/rows.csv:3", id="2")
    told = source_notice([PLAIN, inside, row, replace(PLAIN, path="Post/named.txt")])
    assert told.startswith("2 articles in folders count under their files' names")
    assert "Post/ferry.late.txt, Post/rows.csv:3." in told
    assert "--by folder" in told
    assert source_notice([PLAIN, replace(PLAIN, source="b", path="b.txt")]) == ""


def test_dates_far_apart_question_that_there_is_one_event() -> None:
    first, last = replace(PLAIN, date=date(2024, 3, 1)), replace(PLAIN, date=date(2024, 5, 2))
    assert "62 days apart (2024-03-01 to 2024-05-02)" in event_notice([last, PLAIN, first])
    assert event_notice([first, replace(first, date=date(2024, 4, 1)), PLAIN]) == ""
    assert event_notice([first, replace(last, event="the flood")]) == ""
    assert event_notice([PLAIN, PLAIN]) == ""


@pytest.mark.parametrize("given", ["someday soon", "Thursday", "14/03/24", "14 Mars 2024"])
@pytest.mark.parametrize("label", ["Date", "Published", "Publication date"])
def test_an_unread_date_in_a_header_is_no_text_and_no_title(
    tmp_path: Path, label: str, given: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Source: Post\n{label}: {given}\nTitle: Ferry late\n\n{BODY}")
    article = read(path).articles[0]
    assert (article.source, article.title, article.text) == ("Post", "Ferry late", BODY)
    assert (article.date, unread_date(article)) == (None, given)


def test_a_header_without_a_text_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title: Ferry late\nSource: Post\n")
    corpus = read(tmp_path)
    assert [(each.path, each.reason) for each in corpus.rejections] == [
        ("a.txt", "no text: it is empty")
    ]


def test_a_name_that_is_no_utf_8_is_read(tmp_path: Path) -> None:
    name = "caf\udce9.txt"
    try:
        (tmp_path / name).write_text(BODY)
    except (OSError, UnicodeError):
        pytest.skip("the file system takes UTF-8 names only")
    article = read(tmp_path).articles[0]
    assert (article.id, article.path, article.source) == ("caf\ufffd.txt",) * 2 + ("caf\ufffd",)
    assert read(tmp_path / name).articles[0].path == "caf\ufffd.txt"
