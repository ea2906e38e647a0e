"""Each format gives the article's own text and what the file says about it."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from divergence.reading import read
from divergence.reading.formats.frontmatter import split_front_matter
from divergence.reading.formats.markdown import strip_markup
from divergence.types import Article, Rejection

BODY = "The bridge is closed, the mayor said.\n\nNobody knows when it will open again."


def one(path: Path) -> Article:
    corpus = read(path)
    assert corpus.rejections == ()
    (article,) = corpus.articles
    return article


def rejected(path: Path) -> Rejection:
    corpus = read(path)
    assert corpus.articles == ()
    (rejection,) = corpus.rejections
    return rejection


def test_bare_text_takes_its_source_from_the_file_name(tmp_path: Path) -> None:
    path = tmp_path / "oslund-times.txt"
    path.write_text(BODY)
    article = one(path)
    assert (article.id, article.source, article.title) == ("oslund-times.txt", "oslund-times", "")
    assert article.text == BODY
    assert article.date is None


def test_hard_wrapped_lines_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "The mayor said on Monday that the bridge\nwould stay closed until the\nspring.\n"
    )
    assert one(path).text.count("\n") == 2


def test_front_matter_and_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\noutlet: 'Oslund Times'\ntitle: \"Bridge: closed\"\ndate: 13 March 2023\n"
        "tags: [roads, town]\nleaning: center  # by its own account\n---\n\n# Bridge: closed\n\n"
        "The **bridge** is [closed](https://example.org), the *mayor* said.[^1]\n\n"
        "![the bridge](b.png)\n\n> It cost 5 * 3 * 2 crowns and snake_case_stays.\n\n"
        "- first\n- second\n\n## What next\n\n---\n\nNobody knows.\n\n[^1]: On Monday.\n"
    )
    article = one(path)
    assert (article.source, article.title, article.date) == (
        "Oslund Times", "Bridge: closed", date(2023, 3, 13),
    )  # fmt: skip
    assert article.metadata == {"tags": "roads, town", "leaning": "center"}
    assert article.text == (
        "The bridge is closed, the mayor said.\n\n"
        "It cost 5 * 3 * 2 crowns and snake_case_stays.\n\n"
        "first\nsecond\n\nWhat next\n\nNobody knows."
    )


@pytest.mark.parametrize("mark", ["[", "![", "[a](", "<!--", "<a ", "*a", "_a ", "`a"])
def test_nothing_but_markup_comes_to_an_end(mark: str) -> None:
    # Patterns that look for the closing mark from every opening one would take hours here.
    assert strip_markup(mark * 100_000)


def test_toml_front_matter_and_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f'+++\nsource = "Oslund Times"\ndate = 2023-03-13\n+++\nBridge Closed\n===\n\n{BODY}'
    )
    article = one(path)
    assert (article.source, article.title, article.date) == (
        "Oslund Times", "Bridge Closed", date(2023, 3, 13),
    )  # fmt: skip
    assert article.text == BODY


def test_a_rule_above_a_text_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n\n{BODY}")
    assert one(path).text == BODY


def test_front_matter_without_an_end(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Bridge\n\n{BODY}")
    assert "has no end" in rejected(path).reason


PAGE = """<html><head><meta charset="{charset}"><title>Bridge Closed | Oslund Times</title>
<meta property="og:title" content="Bridge Closed">
<meta property="og:site_name" content="Oslund Times">
<meta property="article:published_time" content="2023-03-13T10:00:00Z">
<link rel="canonical" href="https://times.example/bridge"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Bridge Closed</h1>{paragraphs}</article><footer>Subscribe now</footer></body></html>"""
PARAGRAPHS = "".join(
    f"<p>The mayor said in her letter number {n} that the bridge at the café would stay closed for "
    "some weeks, and that the people of the town would have to wait.</p>"
    for n in range(5)
)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_page(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset, paragraphs=PARAGRAPHS).encode(charset))
    article = one(path)
    assert (article.source, article.title, article.date, article.url) == (
        "Oslund Times", "Bridge Closed", date(2023, 3, 13), "https://times.example/bridge",
    )  # fmt: skip
    assert article.text.startswith(
        "The mayor said in her letter number 0 that the bridge at the café"
    )
    assert article.text.count("\n\n") == 4
    assert "Sport" not in article.text
    assert "Subscribe" not in article.text


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<html", "\x01<<<>>>"])
def test_a_page_without_an_article(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    assert rejected(path).remedy


LOGIN = """<html><head><title>Sign in | Archive</title></head><body><h1>Sign in</h1>
<form><input name="user"><input type="password" name="word"></form>{text}</body></html>"""


def test_a_page_that_asks_for_a_login(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = "<p>Please sign in with the account of your library to go on to the archive.</p>"
    path.write_text(LOGIN.format(text=text))
    assert "asks for a login" in rejected(path).reason
    # An article under a form to log in with is an article.
    path.write_text(LOGIN.format(text=f"<article>{PARAGRAPHS}</article>"))
    assert "letter number 0" in one(path).text


def test_json_object_with_other_field_names(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps(
            {
                "Publication": "Oslund Times", "headline": "Bridge Closed",
                "Published At": "2023-03-13", "link": "https://times.example",
                "body": BODY, "leaning": "left", "words": 12,
                "opinion": False, "labels": [1, 2], "event": "e1", "id": 77,
            }
        )
    )  # fmt: skip
    article = one(path)
    assert (article.id, article.source, article.title, article.event, article.url) == (
        "77", "Oslund Times", "Bridge Closed", "e1", "https://times.example",
    )  # fmt: skip
    assert article.date == date(2023, 3, 13)
    assert article.metadata == {"leaning": "left", "words": "12", "opinion": "false"}


def test_a_date_that_cannot_be_read_is_kept_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": BODY, "date": "03/04/2023"}))
    article = one(path)
    assert article.date is None
    assert article.metadata["date"] == "03/04/2023"


def test_json_lists_and_wrapped_lists(tmp_path: Path) -> None:
    rows = [{"text": f"{BODY} {n}"} for n in range(3)]
    (tmp_path / "list.json").write_text(json.dumps(rows))
    others = [{"text": f"{BODY} {n}"} for n in range(3, 6)]
    (tmp_path / "wrapped.json").write_text(json.dumps({"status": "ok", "articles": others}))
    assert [article.id for article in read(tmp_path).articles] == [
        "list.json:1", "list.json:2", "list.json:3",
        "wrapped.json:1", "wrapped.json:2", "wrapped.json:3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"text": "a",\n oops}', "broken JSON at line 2"),
        ("3", "neither an object nor a list"),
        ("[]", "empty"),
        ("", "broken JSON at line 1"),
        ('{"words": 3}', "no field holds the text"),
        ('{"text": ["a", "b"]}', "'text' is a list, not a string"),
        ('{"text": 5}', "'text' is a number, not a string"),
        ("[" * 100_000, "broken JSON"),
        ('{"text": ' + "9" * 5000 + "}", "broken JSON"),
    ],
)
def test_json_that_cannot_be_used(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    assert reason in rejected(path).reason


def test_a_broken_line_loses_only_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": f"{BODY} {n}", "source": "x"}) for n in range(9)]
    lines[6] = '{"text": "broken'
    path.write_text("\n".join(lines))
    corpus = read(path)
    assert len(corpus.articles) == 8
    assert [rejection.path for rejection in corpus.rejections] == ["a.jsonl:7"]
    assert "line 7" in corpus.rejections[0].reason


def test_rows_of_every_kind_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [b'\xef\xbb\xbf{"text": "One bridge."}', b"", b"  ", b"[1]", b'{"text": "\xff\xc3\xa9"}',
            b'{"text": "Surrogate \\ud83d and null \\u0000 here."}', b"nul\x00l"]  # fmt: skip
    path.write_bytes(b"\n".join(rows))
    corpus = read(path)
    assert [article.id for article in corpus.articles] == ["a.jsonl:1", "a.jsonl:6"]
    assert corpus.articles[1].text == "Surrogate \ufffd and null  here."
    assert [rejection.path for rejection in corpus.rejections] == [
        "a.jsonl:4",
        "a.jsonl:5",
        "a.jsonl:7",
    ]


def test_compressed_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = "\n".join(json.dumps({"text": f"{BODY} {n}"}) for n in range(50))
    path.write_bytes(gzip.compress(lines.encode()))
    assert len(read(path).articles) == 50
    assert read(path).articles[0].source == "a"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "damaged" in read(path).rejections[-1].reason
    path.write_bytes(b"not gzip at all")
    assert "damaged" in rejected(path).reason


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables(tmp_path: Path, name: str, delimiter: str) -> None:
    path = tmp_path / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(["Outlet", "Body", "pubDate"])
        writer.writerow(["Oslund Times", f'{BODY} "So", she said; and, yes.', "2023-03-13"])
        writer.writerow(["Strait Post", "x" * 200_000 + " is long.", ""])
    corpus = read(path)
    assert [(article.id, article.source) for article in corpus.articles] == [
        (f"{name}:2", "Oslund Times"), (f"{name}:3", "Strait Post"),
    ]  # fmt: skip
    assert corpus.articles[0].text.endswith('"So", she said; and, yes.')
    assert corpus.articles[0].date == date(2023, 3, 13)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        (
            "The bridge is closed.,Oslund Times\nIt rained.,Strait Post\n",
            "no column holds the text",
        ),
        ("source,title\nx,y\n", "no column holds the text"),
        ("source,text\n", "no rows"),
        ("\n\n", "first row is empty"),
    ],
)
def test_tables_that_cannot_be_used(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content)
    assert reason in rejected(path).reason


def test_broken_rows_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'source,text\nx,"The bridge is "closed" now."\ny,It rained.\nz,one,two,three\n'
        'w,"never closed'
    )
    corpus = read(path)
    assert [article.source for article in corpus.articles] == ["y"]
    assert [rejection.path for rejection in corpus.rejections] == ["a.csv:2", "a.csv:4", "a.csv:5"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("[a, b]", "a, b"),
        ("[a, 'b'] # two", "a, b"),
        ("[a,\n  b]", "a, b"),
        ('"[a"', "[a"),
        ("[Update] Ferry late", "[Update] Ferry late"),
    ],
)
def test_lists_in_front_matter(written: str, value: str) -> None:
    found = split_front_matter(f"---\ntags: {written}\nsource: X\n---\nIt is closed.")
    assert found.fields == {"tags": value, "source": "X"}


def test_a_bracket_that_stays_open_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nsource: [X\n---\nThe bridge is closed.")
    (rejection,) = read(tmp_path).rejections
    assert rejection.reason == "the front matter's 'source' opens a bracket and does not close it"


def test_a_date_that_cannot_be_is_kept_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 31/02/2024\n---\nThe bridge is closed.")
    (article,) = read(tmp_path).articles
    assert (article.date, article.metadata["date"]) == (None, "31/02/2024")
