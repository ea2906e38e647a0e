"""A list in the settings reaches every door: table, explanation, listing, report; one number."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from divergence import runs
from divergence.cli import main
from divergence.config import load_config
from divergence.lists.lexicon import Lexicon
from divergence.runs import Run

SETTINGS = """
[sides.Norland]
aliases = ["Norland"]
[lexicons.Flood]
file = "flood.txt"
[lexicons.mood]
weights = { calm = 1, grim = -2 }
family = "sentiment"
"""
TEXT = (
    "Floods hit Norland on Monday and {more} grim days followed. "
    '"High water will come again," the mayor said in a calm voice. The town council met.'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "config.toml").write_text(SETTINGS)
    (folder / "flood.txt").write_text("flood*\nhigh water\n")
    rows = [
        {"id": f"{source}-{day}", "source": source, "event": "flood", "text": TEXT.format(more=day)}
        for source in ("Courier", "Herald")
        for day in ("two", "nine")
    ]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    return runs.run(folder, load_config(None, folder, folder))


def expected(folder: Path) -> dict[str, float]:
    flood = Lexicon.from_file(folder / "flood.txt")
    mood = Lexicon.from_words("mood", {"calm": 1, "grim": -2})
    text = TEXT.format(more="two")
    return {
        "flood.rate": flood.rate(text),
        "flood.rate|quoted": flood.rate(text, voice="quoted"),
        "mood.rate": mood.rate(text),
        "mood.mean": mood.mean(text),
    }


def test_the_table_has_it(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    runs.measure(folder, out, load_config(None, folder, folder))
    with out.open() as lines:
        row = next(row for row in csv.DictReader(lines) if row["article"] == "Courier-two")
    numbers = expected(folder)
    # 26 words: Floods, high water; grim and calm.
    assert numbers["flood.rate"] == pytest.approx(200 / 26)
    assert {name: float(row[name]) for name in numbers} == pytest.approx(numbers)


def test_it_is_explained_with_its_evidence(folder: Path) -> None:
    arguments = ["explain", str(folder / "all.jsonl"), "--json", "--feature", "flood"]
    shown = CliRunner().invoke(main, [*arguments, "--feature", "mood"])
    first = json.loads(shown.output)[0]
    numbers = expected(folder)
    for number in first["numbers"]:
        assert number["value"] == pytest.approx(numbers[number["column"]])
    spans = [(e["feature"], e["text"]) for each in first["sentences"] for e in each["evidence"]]
    assert spans == [
        ("flood", "Floods"),
        ("mood", "grim"),
        ("flood", "High water"),
        ("mood", "calm"),
    ]


def test_the_report_has_a_page_and_the_method_names_the_file(folder: Path, run: Run) -> None:
    pages = {page.name: page for page in run.report.pages}
    assert "lists" in pages
    values = {(e.column, e.source) for e in run.comparison.estimates}
    assert {("flood.rate", "Courier"), ("mood.mean", "Herald")} <= values
    families = {column.name: column.family for column in run.comparison.columns}
    assert (families["flood.rate"], families["mood.rate"]) == ("lists", "sentiment")
    digest = Lexicon.from_file(folder / "flood.txt").digest
    assert dict(run.info.lexicons)["flood"] == f"own, sha256 {digest[:12]}, flood.txt"
    assert dict(run.info.lexicons)["mood"].endswith("words in the settings")
    covered = {each.lexicon: each for each in run.info.coverage}
    assert covered["flood"].terms == 1.0
    assert covered["flood"].tokens == pytest.approx(3 / 26)


def test_a_list_among_the_articles_is_no_article(run: Run) -> None:
    reasons = {each.path: each.reason for each in run.info.rejections}
    assert reasons["flood.txt"] == "not an article: a word list of the settings"
    assert run.info.n_used == 4
    assert run.info.n_in == 6


def test_numbers_of_the_package_stay_as_they_are(folder: Path, run: Run) -> None:
    (folder / "bare").mkdir()
    bare = folder / "bare" / "config.toml"
    bare.write_text(SETTINGS.partition("[lexicons")[0])
    without = runs.run(folder / "all.jsonl", load_config(bare, folder, folder))
    assert {page.name for page in without.report.pages}.isdisjoint({"lists"})
    kept = {column.name for column in without.comparison.columns}
    assert [repr(each) for each in run.comparison.estimates if each.column in kept] == [
        repr(each) for each in without.comparison.estimates
    ]


def test_the_listing_has_it(folder: Path) -> None:
    shown = CliRunner().invoke(
        main, ["features", "--config", str(folder / "config.toml"), "--json"]
    )
    listed = {each["name"]: each for each in json.loads(shown.output)}
    assert listed["flood"]["measures"][0]["name"] == "flood.rate"
    assert "flood.txt, 2 terms, sha256" in listed["flood"]["reference"]


def test_a_name_of_the_package_is_refused(folder: Path) -> None:
    bad = folder / "bad.toml"
    bad.write_text('[lexicons.hedging]\nwords = ["up"]')
    shown = CliRunner().invoke(main, ["explain", str(folder / "all.jsonl"), "--config", str(bad)])
    assert shown.exit_code != 0
    assert "'hedging' has the name of a feature or a list of the package" in shown.output
    assert "bad.toml: lexicons.hedging" in shown.output
    named = folder / "Hedging.dic"
    named.write_text("%\n1\ta\n%\nup\t1\n")
    looked = CliRunner().invoke(main, ["lexicon", "check", str(named)])
    # The settings name a list, not its file.
    assert looked.exit_code == 0, looked.output


def test_entries_left_out_are_told_by_report_and_table(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "water.dic").write_text(
        "%\n1\twater\n2\tfire\n%\nflood*\t1\n(high) water\t1\nburn*\t2\nrain\t(of)1/2\t1\n"
    )
    (tmp_path / "own.toml").write_text('[lexicons.water]\nfile = "water.dic"\n')
    settings = tmp_path / "own.toml"
    told = f"List water: 1 entry left out; `divergence lexicon check {tmp_path / 'water.dic'}`"
    table = ["measure", str(folder / "all.jsonl"), "-o", str(tmp_path / "t.csv")]
    report = ["report", str(folder / "all.jsonl"), "--out", str(tmp_path / "out")]
    for command in (table, [*report, "--format", "json", "--figures", "none", "--rounds", "10"]):
        shown = CliRunner().invoke(main, [*command, "--config", str(settings)])
        assert shown.exit_code == 0, shown.output
        assert told in shown.output
    info = json.loads((tmp_path / "out" / "report.json").read_text())["run"]
    assert "water.dic, 3 terms, 1 left out" in str(info["lexicons"])
