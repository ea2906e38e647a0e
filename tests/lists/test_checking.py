"""A list looked over: what stands in the way of what, and what a corpus holds, counted by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from divergence.cli import main
from divergence.lists.corpus_counts import TermCount
from divergence.lists.lexicon import Lexicon
from divergence.types import Document

LIST = """term,category
panic*,Dread
panicked,Dread
calm*,Rest
calm,Dread
red alert,Dread
red,Rest
"""
ARTICLES = (
    "Crowds panicked. A red alert followed, and panic.",
    "The calm sea was red.",
    "Nothing was said.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.csv").write_text(LIST)
    (tmp_path / "articles").mkdir()
    for number, text in enumerate(ARTICLES):
        (tmp_path / "articles" / f"{number}.txt").write_text(text)
    return tmp_path


def test_a_folder_is_no_list(folder: Path) -> None:
    shown = CliRunner().invoke(main, ["lexicon", "check", str(folder)])
    assert "is a folder. Give the file of one list" in shown.output


def notes(words: list[str]) -> list[tuple[str, str]]:
    return [(n.kind, n.text) for n in Lexicon.from_words("mine", words).check().notes]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["up", "down"], []),
        (["up*", "upper"], [("swallowed", "'up*' finds 'upper' too; one of the two is enough.")]),
        (["up*", "upp*"], [("swallowed", "'up*' finds 'upp*' too; one of the two is enough.")]),
        (["upp*", "up"], []),
        (["red alert", "alert"], [("inside", "'alert' is not counted inside 'red alert'.")]),
        (
            ["red alert", "red al*"],
            [("swallowed", "'red al*' finds 'red alert' too; one of the two is enough.")],
        ),
        (["red alert", "red alerts"], []),
        (["a red alert", "red a*"], [("inside", "'red a*' is not counted inside 'a red alert'.")]),
    ],
)
def test_terms_in_each_other_s_way(words: list[str], expected: list[tuple[str, str]]) -> None:
    assert notes(words) == expected


def test_conflicts_name_what_counts(folder: Path) -> None:
    checked = Lexicon.from_file(folder / "mine.csv").check()
    assert [(note.kind, note.text) for note in checked.notes] == [
        ("conflict", "'calm*' finds 'calm' too, but 'calm' counts as dread, not as rest."),
        ("swallowed", "'panic*' finds 'panicked' too; one of the two is enough."),
        (
            "inside",
            "'red' is not counted inside 'red alert'; 'red alert' counts as dread, not as rest.",
        ),
    ]
    assert checked.usable
    assert checked.reach is None


WORD = st.sampled_from(["a", "ab", "abc", "a*", "ab*", "b"])


@given(st.lists(st.lists(WORD, min_size=1, max_size=3).map(" ".join), min_size=1, unique=True))
def test_what_is_swallowed_can_go_without_changing_a_count(make_document, terms: list[str]) -> None:
    lexicon = Lexicon.from_words("mine", terms)
    swallowed = {n.text.split("'")[3] for n in lexicon.check().notes if n.kind == "swallowed"}
    rest = Lexicon.from_words("less", [term for term in lexicon.terms if term not in swallowed])
    document: Document = make_document("a ab abc b ab abc a b a a ab b abcd a ab")
    spans = [[(e.start, e.end) for e in each.find(document)] for each in (lexicon, rest)]
    assert spans[0] == spans[1]


def test_coverage_of_a_corpus_is_what_a_hand_counts(folder: Path) -> None:
    reach = Lexicon.from_file(folder / "mine.csv").check(iter(ARTICLES)).reach
    assert reach is not None
    # Words: 8 + 5 + 3. Inside matches: panicked, red, alert, panic; calm, red.
    assert (reach.n_articles, reach.n_words) == (3, 16)
    assert (reach.whole.articles, reach.whole.words) == (pytest.approx(2 / 3), 6 / 16)
    assert (reach.whole.n_terms, reach.whole.n_found) == (6, 5)
    assert reach.never == ("calm*",)
    dread, rest = reach.categories
    assert (dread.category, dread.articles, dread.words) == ("dread", pytest.approx(2 / 3), 5 / 16)
    assert (rest.articles, rest.words, rest.n_found) == (pytest.approx(1 / 3), 1 / 16, 1)
    assert rest.top == (TermCount("red", 1, 1),)


def test_an_empty_corpus_is_undefined() -> None:
    reach = Lexicon.from_words("mine", ["up"]).check([]).reach
    assert reach is not None
    assert math.isnan(reach.whole.articles)
    assert math.isnan(reach.whole.words)
    assert reach.never == ("up",)


def test_the_command_shows_findings_and_ends_well(folder: Path) -> None:
    run = CliRunner().invoke(
        main, ["lexicon", "check", str(folder / "mine.csv"), "--corpus", str(folder / "articles")]
    )
    assert run.exit_code == 0, run.output
    for line in (
        "table, utf-8, sha256",
        "6 terms, matched by lemma",
        "2 categories: dread, rest",
        "In conflict (1)",
        "all terms: 66.7% of articles, 37.50% of words, 5 of 6 terms found",
        "rest: 33.3% of articles",
        "In no article (1)",
    ):
        assert line in run.output


def test_the_command_gives_json(folder: Path) -> None:
    arguments = ["lexicon", "check", str(folder / "mine.csv"), "--json", "--match", "word"]
    run = CliRunner().invoke(main, [*arguments, "--corpus", str(folder / "articles")])
    shown = json.loads(run.output)
    assert shown["match"] == "word"
    assert shown["problems"] == []
    assert shown["reach"]["whole"]["articles"] == pytest.approx(2 / 3)


def test_an_unusable_file_is_an_error_that_names_every_line(folder: Path) -> None:
    path = folder / "bad.txt"
    path.write_text("*\nup\na*b\n")
    run = CliRunner().invoke(main, ["lexicon", "check", str(path)])
    assert run.exit_code == 1
    assert "line 1: '*': a lone '*'" in run.output
    assert "line 3: 'a*b'" in run.output
    assert "cannot be used, 2 lines to be put right" in run.output
    asked = CliRunner().invoke(main, ["lexicon", "check", str(folder / "absent.txt")])
    assert asked.exit_code == 1
    assert "cannot be opened" in asked.output


def test_the_encoding_is_said(folder: Path) -> None:
    for encoding, said in (
        ("utf-8-sig", "utf-8 with a byte order mark"),
        ("utf-16", "utf-16 with a byte order mark"),
        ("cp1252", "cp1252"),
    ):
        path = folder / "odd.txt"
        path.write_bytes("café\r\npanic\r\n".encode(encoding))
        run = CliRunner().invoke(main, ["lexicon", "check", str(path)])
        assert f"plain list, {said}, sha256" in run.output


def test_a_list_that_lies_in_the_corpus_is_no_article(folder: Path) -> None:
    path = folder / "articles" / "list.txt"
    path.write_text("panic*\n")
    run = CliRunner().invoke(main, ["lexicon", "check", str(path), "--corpus", str(path.parent)])
    assert "In 3 articles, 16 words" in run.output
    assert "Not used, 1 of 4 inputs" in run.output
