"""What the walk decides on its own: spellings of sources, and why nothing could be used."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from divergence import build_report, compare, read, write_report
from divergence import measure as tabled
from divergence.cli import main
from divergence.config import Config, load_config
from divergence.errors import InputError, UsageError
from divergence.features import frames
from divergence.features.registry import all_features
from divergence.reading.folder import source_spellings
from divergence.reading.notices import excerpt_notice
from divergence.run_inputs import read_usable, usable
from divergence.runs import measure, run
from divergence.types import Article, Corpus, Rejection, Side


def articles(*sources: str) -> list[Article]:
    return [Article(str(number), source, "Text.") for number, source in enumerate(sources)]


def test_names_that_differ_in_case_become_the_commonest() -> None:
    assert source_spellings(articles("Wire", "wire", "wire", "Post")) == {"Wire": "wire"}


def test_order_does_not_decide_a_tie() -> None:
    one = source_spellings(articles("Wire", "wire"))
    assert one == source_spellings(articles("wire", "Wire")) == {"wire": "Wire"}


def test_who_is_compared_by_a_field_keeps_the_outlet_in_the_title() -> None:
    made = [
        Article("1", "Post", "It may rain.", title="The bridge", metadata={"leaning": " left "}),
        Article("2", "Wire", "It rained.", metadata={"leaning": "right"}),
        Article("3", "Times", "It rained.", path="three.txt", metadata={"leaning": " "}),
    ]
    table = tabled(made, features=["hedging"])
    report = build_report(compare(table, by="leaning", rounds=20), table)
    assert [(each.source, each.title) for each in report.material] == [
        ("left", "Post: The bridge"),
        ("right", "Wire"),
    ]
    assert [(each.path, each.reason) for each in report.info.rejections] == [
        ("three.txt", "has no leaning to be compared by")
    ]


OWN = """
[sides.Norland]
aliases = ["Norland"]
[sides.Sudmark]
aliases = ["Sudmark"]
[frames.water]
words = ["river", "ferry"]
[lexicons.flood]
file = "flood.txt"
[report]
title = "The bridge"
[compare]
seed = 3
rounds = 20
by = "leaning"
within = "topic"
reference = "left"
"""


@pytest.mark.parametrize("seeds", [False, True])
def test_the_command_line_and_python_write_the_same_bytes(tmp_path: Path, seeds: bool) -> None:
    """Own sides; or own lists, frames and groups, with a date and a field that are missing."""
    settings = tmp_path / "config.toml"
    if seeds:
        folder = Path(__file__).resolve().parents[1] / "seeds"
        sides = OWN.partition("[frames.")[0]
        settings.write_text(f"{sides}[compare]\nrounds = 20\n", encoding="utf-8")
    else:
        folder = tmp_path
        settings.write_text(OWN, encoding="utf-8")
        (folder / "flood.txt").write_text("flood*\nhigh water\n", encoding="utf-8")
        told = (
            ("Post", "left", "Norland may close the river, a flood being near.", "in spring"),
            ("post", "left", "The ferry of Sudmark sank in high water.", "2024-03-14"),
            ("Post", "right", "Sudmark said that Norland closed the bridge.", ""),
            ("Wire", "", "Norland said nothing of the floods.", ""),
        )
        rows = (
            {"source": s, "leaning": side, "topic": "rain", "date": day, "text": text}
            for s, side, text, day in told
        )
        lines = "\n".join(map(json.dumps, rows))
        (folder / "all.jsonl").write_text(lines, encoding="utf-8")
    out = tmp_path.parent / f"{tmp_path.name}-out"
    asked = ["report", str(folder), "--config", str(settings), "--out", str(out / "line")]
    done = CliRunner().invoke(main, [*asked, "--format", "json", "--figures", "none"])
    assert done.exit_code == 0, done.output

    config = load_config(settings, folder, folder)
    lists = [lexicon.path for lexicon in config.lexicons]
    package = [each.name for each in all_features() if each.name != "frames"]
    table = tabled(
        read(folder, lists=lists),
        features=[*package, frames.feature(config.frames), *config.lexicons],
        sides=config.sides,
    )
    comparison = compare(
        table,
        by=config.by,
        within=config.within,
        reference=config.reference or None,
        seed=config.seed,
        rounds=config.rounds,
    )
    report = build_report(comparison, table, config=config)
    write_report(report, out / "python", formats=["json"])
    line, python = ((out / name / "report.json").read_bytes() for name in ("line", "python"))
    assert line == python
    pinned = dict(report.info.lexicons).get("flood", "")
    assert pinned.startswith("own, sha256") is not seeds


def test_no_article_says_what_was_wrong_with_the_first() -> None:
    rejections = [Rejection("a.txt", "empty", "Put text in it."), Rejection("b.txt", "empty")]
    with pytest.raises(InputError, match=r"a\.txt: empty \(and 1 more\)\. Put text in it\."):
        usable(Corpus((), tuple(rejections)), Path("folder"))


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
    assert excerpt_notice([whole]) == ""
    assert excerpt_notice([whole, part]) == "1 of 2 articles hold less than the whole text"


def test_boilerplate_is_removed_by_the_settings_on_every_way(tmp_path: Path) -> None:
    text = "The ferry was late on Monday, they said.\n\nShare this story\n\nAdvertisement"
    (tmp_path / "a.txt").write_text(text)
    config = Config(boilerplate=("share",))
    corpus = read_usable(tmp_path, config)
    assert [line.text for line in corpus.removed] == ["Share this story"]
    assert corpus.articles[0].text.endswith("Advertisement")
    measured = measure(tmp_path, tmp_path / "a.csv", config)
    assert (measured.n_articles, measured.n_removed) == (1, 1)
