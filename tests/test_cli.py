"""The commands as a user types them: what they write, say and answer, and how they fail."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from divergence import runs
from divergence.cli import main

ROOT = Path(__file__).resolve().parents[1]

NORTH = """The bridge at Oldtown was closed on Monday after Norlander troops shelled the town.

Norland's army said that more than 300 Sudmarkian soldiers were killed in the past week. "We hold
the river," General Tomas Berg, commander of the Norlander army, said. He added that the road may
open soon. About 40 houses were destroyed, according to the mayor.
"""
SOUTH = """Sudmarkian forces claimed that they had pushed Norlander troops back from Oldtown.

The Norlander army said more than 300 Sudmarkian soldiers were killed in recent days, a claim that
could not be verified. At least 20 houses were destroyed, the mayor of Oldtown said on Monday.
Perhaps the road will open, officials in Sudmark hope.
"""
CONFIG = """
[sides.Norland]
aliases = ["Norland", "Norlander"]

[sides.Sudmark]
aliases = ["Sudmark", "Sudmarkian"]

[compare]
rounds = 50
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "north.txt").write_text(NORTH, encoding="utf-8")
    (articles / "south.txt").write_text(SOUTH, encoding="utf-8")
    (articles / "config.toml").write_text(CONFIG, encoding="utf-8")
    return articles


def call(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def refused(result: Result, *words: str, code: int = 1) -> None:
    assert result.exit_code == code, result.output
    lines = result.output.strip().splitlines()
    assert lines[-1].startswith("Error: "), result.output
    assert "Traceback" not in result.output
    for word in words:
        assert word in result.output


def test_report_writes_its_files_and_says_what_it_used(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = call("report", folder, "--out", out)
    assert result.exit_code == 0, result.output
    assert "config.toml" in result.output
    assert "2 articles from 2 sources" in result.output
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")
    assert list((out / "figures").glob("*.png"))
    data = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert data


def test_the_same_input_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert call("report", folder, "--out", tmp_path / name).exit_code == 0
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.*"))
    assert files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), (
            file
        )


def test_a_single_article_is_a_profile(folder: Path, tmp_path: Path) -> None:
    result = call("report", folder / "north.txt", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "without comparison" in result.output


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_measure_writes_one_row_an_article(folder: Path, tmp_path: Path, ending: str) -> None:
    import pandas as pd

    target = tmp_path / f"table.{ending}"
    result = call("measure", folder, "-o", target)
    assert result.exit_code == 0, result.output
    read = {
        "csv": pd.read_csv,
        "jsonl": lambda path: pd.read_json(path, lines=True),
        "parquet": pd.read_parquet,
    }
    table = read[ending](target)
    assert sorted(table["source"]) == ["north", "south"]
    assert "agency.agent[Norland]" in table.columns
    assert (table["hedging.rate"] > 0).all()


def test_explain_shows_evidence_and_json(folder: Path) -> None:
    shown = call("explain", folder / "south.txt", "--feature", "hedging")
    assert shown.exit_code == 0
    assert "Perhaps" in shown.output
    data = json.loads(call("explain", folder / "south.txt", "--json").stdout)
    text = (folder / "south.txt").read_text(encoding="utf-8")
    spans = [span for sentence in data[0]["sentences"] for span in sentence["evidence"]]
    assert all(" ".join(text[s["start"] : s["end"]].split()) == s["text"] for s in spans)
    assert spans


def test_init_writes_a_config_that_report_uses(folder: Path, tmp_path: Path) -> None:
    (folder / "config.toml").unlink()
    result = call("init", folder)
    assert result.exit_code == 0, result.output
    assert "[sides." in (folder / "config.toml").read_text(encoding="utf-8")
    refused(call("init", folder), "--force", code=2)
    assert call("report", folder, "--out", tmp_path / "out").exit_code == 0


def test_features_lists_unit_direction_and_reference() -> None:
    shown = call("features").output
    assert "hedging.rate" in shown
    listed = json.loads(call("features", "--json").stdout)
    assert all(feature["reference"] for feature in listed)
    assert all(m["unit"] and m["direction"] for feature in listed for m in feature["measures"])
    assert all(f"\n  Known to go wrong: {feature['misfires']}\n" in shown for feature in listed)


def test_features_say_how_often_they_are_right() -> None:
    shown = call("features").output
    scores = {
        each["name"]: each["scores"] for each in json.loads(call("features", "--json").stdout)
    }
    assert all(row["text"] and row["split"] and row["n"] for row in scores["uncertainty"])
    assert scores["uncertainty"]
    assert not scores["boosters"]
    assert shown.count("not measured against labels") == sum(not rows for rows in scores.values())


def test_validate_syntax_prints_json(tmp_path: Path) -> None:
    data = tmp_path / "tiny.conllu"
    rows = [
        ("1", "Ships", "ship", "NOUN", "NNS", "_", "2", "nsubj", "_", "_"),
        ("2", "sank", "sink", "VERB", "VBD", "_", "0", "root", "_", "SpaceAfter=No"),
        ("3", ".", ".", "PUNCT", ".", "_", "2", "punct", "_", "_"),
    ]
    data.write_text("\n".join("\t".join(row) for row in rows) + "\n\n", encoding="utf-8")
    for flags in ((), ("--raw",)):
        scores = json.loads(call("validate", "syntax", data, "--json", *flags).stdout)
        assert scores["task"] == "syntax"
        assert scores["n"] == 3
        assert {"tag_accuracy", "uas", "las", "relation_f1"} <= set(scores["metrics"])


# Bad input: each is one line that says what was wrong and what to do.


def test_a_missing_folder(tmp_path: Path) -> None:
    for command in (("report",), ("measure", "-o", tmp_path / "t.csv"), ("explain",), ("init",)):
        refused(call(command[0], tmp_path / "nowhere", *command[1:]), "nowhere")


def test_an_empty_folder(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    refused(call("report", empty, "--out", tmp_path / "out"), "empty")
    assert not (tmp_path / "out").exists()


def test_only_empty_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / "b.txt").write_text(" \n\n", encoding="utf-8")
    refused(call("report", tmp_path, "--out", tmp_path / "out"), "a.txt")


def test_bad_files_are_listed_and_the_good_ones_used(folder: Path, tmp_path: Path) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "broken.jsonl").write_text(
        "\n".join([json.dumps({"text": NORTH + str(n), "source": "x"}) for n in range(6)] + ["{"]),
        encoding="utf-8",
    )
    (folder / "latin.txt").write_bytes(b"\xff\xfe\xfa\x81\x8d" * 10)
    (folder / "long.txt").write_text("word " * 1_000_000, encoding="utf-8")
    (folder / "twice.txt").write_text(NORTH, encoding="utf-8")
    (folder / "same.json").write_text(
        json.dumps([{"text": SOUTH, "source": "south"}]), encoding="utf-8"
    )
    (folder / "german.txt").write_text(
        "Die Brücke über den Fluss wurde am Montag gesperrt, weil die Armee die Stadt beschossen "
        "hatte. Der Bürgermeister sagte, dass vierzig Häuser zerstört worden seien und niemand "
        "wisse, wann die Straße wieder geöffnet werde.",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    result = call("report", folder, "--out", out)
    assert result.exit_code == 0, result.output
    for name in (
        "binary.txt",
        "broken.jsonl:7",
        "latin.txt",
        "long.txt",
        "german.txt",
        "same.json",
    ):
        assert name in result.output, name
    data = json.loads((out / "report.json").read_text(encoding="utf-8"))
    listed = json.dumps(data)
    for name in ("binary.txt", "broken.jsonl:7", "long.txt", "german.txt"):
        assert name in listed


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("[sides.Norland]\naliases = []\n", ["Norland", "alias"]),
        ("[sidse.Norland]\naliases = ['Norland']\n", ["sidse", "sides"]),
        ("[compare]\nround = 5\n", ["round", "rounds"]),
        ("[compare\n", ["config.toml"]),
        ("[compare]\nseed = 'x'\n", ["seed"]),
    ],
)
def test_a_bad_config(folder: Path, tmp_path: Path, config: str, words: list[str]) -> None:
    (folder / "config.toml").write_text(config, encoding="utf-8")
    refused(call("report", folder, "--out", tmp_path / "out"), *words)


def test_unknown_names_are_usage_errors(folder: Path, tmp_path: Path) -> None:
    refused(call("explain", folder, "--feature", "hedgin"), "hedging", code=2)
    refused(call("measure", folder, "-o", tmp_path / "t.xls"), ".csv", code=2)
    refused(call("validate", "sintax", folder / "north.txt"), "syntax", code=2)


def test_unwritable_output_leaves_the_earlier_report(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("earlier", encoding="utf-8")
    refused(call("report", folder, "--out", blocked), "file")
    assert blocked.read_text(encoding="utf-8") == "earlier"
    refused(call("measure", folder, "-o", tmp_path / "nowhere" / "t.csv"), "nowhere")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder(folder: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    refused(call("report", folder, "--out", locked), "locked")


def test_explain_lists_what_it_could_not_use(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        json.dumps({"source": "Courier", "text": NORTH}) + '\n{"source": "Herald"}\nno\n'
    )
    told = call("explain", rows, "--feature", "hedging").stdout
    assert "Not used, 2 of 3 inputs:" in told
    assert "rows.jsonl:2" in told
    as_json = call("explain", rows, "--feature", "hedging", "--json")
    assert len(json.loads(as_json.stdout)) == 1
    assert "rows.jsonl:3" in as_json.stderr


def test_explain_counts_all_voices_and_shows_the_sums(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text(
        'Mayor Ada Lin said "the bridge fell in the war" after talks failed. Tea was served.\n',
        encoding="utf-8",
    )
    shown = call("explain", article, "--feature", "frames").output
    data = json.loads(call("explain", article, "--feature", "frames", "--json").stdout)
    conflict = {number["column"]: number for number in data[0]["numbers"]}["frames.conflict"]
    assert 0 < conflict["counted"] < conflict["out_of"] == 2
    assert conflict["value"] == pytest.approx(conflict["counted"] / 2, abs=1e-6)
    assert "% of sentences (" in shown
    assert "share of" not in shown


def test_explain_says_when_measures_per_side_are_left_out(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "one.txt"
    article.write_text("Tea was served in the garden of the old mill.\n", encoding="utf-8")
    told = "measures per side are left out. Name them in config.toml"
    assert told in call("explain", article, "--feature", "agency").output
    assert told not in call("explain", article, "--feature", "hedging").output
    assert told not in call("explain", folder / "south.txt", "--feature", "agency").output


def test_explain_names_the_sides_that_it_proposed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (folder / "config.toml").unlink()
    told = "Side (proposed from the text; check them): "
    assert told in call("explain", folder, "--feature", "agency").output
    assert told not in call("explain", folder, "--feature", "hedging").output


def test_explain_says_once_what_is_of_the_whole_sentence(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Tea was served in the garden of the old mill.\n", encoding="utf-8")
    shown = call("explain", article).output
    assert shown.count("Tea was served in the garden of the old mill") == 1
    assert re.search(r"the whole sentence  certainty: base.*; wording: words", shown)


def test_commands_that_are_proposed_can_be_pasted(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (folder / "config.toml").unlink()
    spaced = folder.rename(tmp_path / "two words")
    told = call("init", spaced).stdout
    assert told.rstrip().endswith(f"divergence report '{spaced}'")
    (spaced / "config.toml").unlink()
    told = call("measure", spaced, "-o", tmp_path / "t.csv").stdout
    assert f"`divergence init '{spaced}'`" in told


def test_init_says_what_it_did_not_use(folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "late.md").write_text(
        "---\nsource: Herald\ndate: in May\n---\nNorland and Sudmark met at the old bridge.\n",
        encoding="utf-8",
    )
    told = call("init", folder, "--force").stdout
    assert "empty.txt: no text: it is empty" in told
    assert "late.md ('in May')" in told


def test_validate_names_every_task_in_its_help() -> None:
    from divergence.validation.tasks import TASKS

    shown = " ".join(call("validate", "--help").output.split())
    assert all(re.search(rf"\b{task}\b", shown) for task in TASKS)


def test_explain_says_why_a_number_is_undefined(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Tea was served in the garden of the old mill.\n", encoding="utf-8")
    result = call("explain", article, "--feature", "attribution", "--json")
    data = json.loads(result.stdout)
    share = {number["column"]: number for number in data[0]["numbers"]}["attribution.distancing"]
    assert share["value"] is None
    assert share["reason"] == "nothing to divide by: no evidence"


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--format", "pfd"), ("pfd", "csv, html, json, pdf")),
        (("--format", ","), ("format",)),
        (("--figures", "jpg"), ("jpg", "pdf, png, svg")),
        (("--style", "wall"), ("wall", "paper, screen, slides")),
        (("--dpi", "9999"), ("9999", "1200")),
        (("--out", ""), ("--out",)),
    ],
)
def test_report_names_what_it_can_write_before_it_measures(
    folder: Path, tmp_path: Path, flags: tuple[str, ...], words: tuple[str, ...]
) -> None:
    out = () if "--out" in flags else ("--out", tmp_path / "out")
    code = 1 if "--out" in flags else 2
    refused(call("report", folder, *out, *flags), *words, code=code)
    assert not (tmp_path / "out").exists()


def test_report_writes_only_what_was_asked_for(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = call("report", folder, "--out", out, "--format", "csv", "--figures", "none")
    assert result.exit_code == 0, result.output
    assert [path.name for path in out.iterdir()] == ["tables"]
    assert (out / "tables" / "estimates.csv").exists()


def test_what_is_stopped_says_so_in_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, "measure", stopped)
    result = call("measure", folder, "-o", tmp_path / "t.csv")
    assert result.exit_code == 130
    assert result.output.endswith("Stopped; nothing was written.\n")


def test_a_long_list_of_unused_files_is_cut_and_counted(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Tea was served in the old mill.\n", encoding="utf-8")
    for number in range(23):
        (tmp_path / f"empty-{number:02}.txt").write_text("", encoding="utf-8")
    shown = call("explain", tmp_path, "--feature", "hedging").output
    assert "Not used, 23 of 24 inputs:" in shown
    assert shown.count("no text: it is empty") == 20
    assert "and 3 more" in shown
