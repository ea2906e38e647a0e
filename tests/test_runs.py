"""What the walk decides on its own: spellings of sources, and why nothing could be used."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from divergence import build_report, compare
from divergence import measure as tabled
from divergence.config import Config
from divergence.errors import InputError, UsageError
from divergence.pipeline import measure, run
from divergence.preparing import (
    compared_by,
    excerpts_among,
    read_beside_lists,
    source_spellings,
    usable,
)
from divergence.types import Article, Rejection, Side


def articles(*sources: str) -> list[Article]:
    return [Article(str(number), source, "Text.") for number, source in enumerate(sources)]


def test_names_that_differ_in_case_become_the_commonest() -> None:
    assert source_spellings(articles("Wire", "wire", "wire", "Post")) == {"Wire": "wire"}


def test_order_does_not_decide_a_tie() -> None:
    one = source_spellings(articles("Wire", "wire"))
    assert one == source_spellings(articles("wire", "Wire")) == {"wire": "Wire"}


def test_who_is_compared_by_a_field_keeps_the_outlet_in_the_title() -> None:
    made = [
        Article("1", "Post", "Text.", title="The bridge", metadata={"leaning": " left "}),
        Article("2", "Wire", "Text.", metadata={"leaning": "right"}),
        Article("3", "Times", "Text.", path="three.txt", metadata={"leaning": " "}),
    ]
    kept, without = compared_by(made, "leaning")
    assert [(each.source, each.title) for each in kept] == [
        ("left", "Post: The bridge"),
        ("right", "Wire"),
    ]
    assert [(each.path, each.reason) for each in without] == [
        ("three.txt", "has no leaning to be compared by")
    ]
    assert compared_by(made, "source") == (tuple(made), ())


def test_no_article_says_what_was_wrong_with_the_first() -> None:
    rejections = [Rejection("a.txt", "empty", "Put text in it."), Rejection("b.txt", "empty")]
    with pytest.raises(InputError, match=r"a\.txt: empty \(and 1 more\)\. Put text in it\."):
        usable([], rejections, Path("folder"))


def test_two_tolls_of_one_event_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "At least 12 people were killed in the flood, police said.", encoding="utf-8"
    )
    (tmp_path / "two.txt").write_text(
        "Nine people died in the flood, according to the Red Cross.", encoding="utf-8"
    )
    (entry,) = run(tmp_path, Config(rounds=20)).comparison.ledger
    assert entry.verdict == "differ"
    assert {figure.claimant for figure in entry.figures} == {"police", "Red Cross"}


def test_a_side_that_is_never_named_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Norland sank two ships.", encoding="utf-8")
    sides = (Side("Norland", ("Norland",)), Side("Sudmark", ("Sudmark",)))
    assert run(tmp_path, Config(sides=sides, rounds=20)).silent_sides == ("Sudmark",)


def test_any_field_takes_the_place_of_the_source(tmp_path: Path) -> None:
    rows = [
        {"source": s, "leaning": side, "event": "flood", "title": "Flood", "text": text}
        for s, side, text in (
            ("Post", "left", "At least 12 people were killed in the flood, police said."),
            ("Times", "left", "The flood killed 12 people, police said on Monday."),
            ("Herald", "right", "Nine people died in the flood, according to the Red Cross."),
            ("Gazette", "", "The river rose by four meters overnight."),
        )
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "articles.jsonl").write_text(lines, encoding="utf-8")
    found = run(tmp_path, Config(rounds=20, by="leaning"))
    assert [each.source for each in found.comparison.sources] == ["left", "right"]
    assert found.comparison.sources[0].n_articles == 2
    assert [each.reason for each in found.info.rejections] == ["has no leaning to be compared by"]
    assert found.info.n_in == 4
    with pytest.raises(UsageError, match=r"--by mood: no article has .*leaning"):
        run(tmp_path, Config(rounds=20, by="mood"))


def test_an_unknown_reference_is_said(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Norland sank two ships.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Two ships sank off Norland.", encoding="utf-8")
    with pytest.raises(UsageError, match=r"reference.*three.*one"):
        run(tmp_path, Config(rounds=20, reference="three"))


def test_wrong_names_are_refused_before_anything_is_measured(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Norland sank two ships.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Two ships sank off Norland.", encoding="utf-8")

    def never(items: object, what: str, total: int | None) -> Any:
        raise AssertionError("measured")

    with pytest.raises(UsageError, match=r"'tow'; did you mean 'two'"):
        run(tmp_path, Config(rounds=20, reference="tow"), progress=never)
    with pytest.raises(UsageError, match=r"--within mood: no article.*event, none"):
        run(tmp_path, Config(rounds=20, within="mood"), progress=never)


def test_dates_that_were_not_read_are_said_and_stand_in_the_report(tmp_path: Path) -> None:
    text = "---\nsource: Post\ndate: in spring\n---\nNorland sank two ships."
    (tmp_path / "one.md").write_text(text, encoding="utf-8")
    (tmp_path / "two.txt").write_text("Two ships sank off Norland.", encoding="utf-8")
    told = "1 article has a date that was not read: one.md ('in spring')"
    found = run(tmp_path, Config(rounds=20))
    assert [each.startswith(told) for each in found.notices] == [True]
    assert dict(found.info.settings)["dates"].startswith(told)
    measured = measure(tmp_path, tmp_path / "t.csv", Config())
    assert [each.startswith(told) for each in measured.notices] == [True]
    (tmp_path / "one.md").write_text(text.replace("in spring", "2024-03-14"), encoding="utf-8")
    assert measure(tmp_path, tmp_path / "t.csv", Config()).notices == ()


def test_a_report_made_in_python_names_unread_dates_too() -> None:
    table = tabled(
        [
            Article("a", "Post", "It may rain.", metadata={"date": "in spring"}),
            Article("b", "Wire", "It will rain."),
        ],
        features=["hedging"],
    )
    report = build_report(compare(table, rounds=20), table)
    assert "a ('in spring')" in dict(report.info.settings)["dates"]


def test_excerpts_are_said() -> None:
    whole = Article("a", "Strait Post", "The ferry was late.")
    part = replace(whole, id="b", metadata={"extent": "lead paragraph only"})
    assert excerpts_among([whole]) == ""
    assert excerpts_among([whole, part]) == "1 of 2 articles hold less than the whole text"


def test_boilerplate_is_removed_by_the_settings_on_every_way(tmp_path: Path) -> None:
    text = "The ferry was late on Monday, they said.\n\nShare this story\n\nAdvertisement"
    (tmp_path / "a.txt").write_text(text)
    config = Config(boilerplate=("share",))
    corpus = read_beside_lists(tmp_path, config)
    assert [line.text for line in corpus.removed] == ["Share this story"]
    assert corpus.articles[0].text.endswith("Advertisement")
    measured = measure(tmp_path, tmp_path / "a.csv", config)
    assert (measured.n_articles, measured.n_removed) == (1, 1)
