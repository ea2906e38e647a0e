"""The same values, to the last digit, as the scorer that the labelled events come with."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from click.testing import CliRunner

from divergence.cli import main
from divergence.validation.accounts.labels import read_event
from divergence.validation.accounts.scores import score_predictions

pytestmark = pytest.mark.needs_data

Judged = dict[str, float | None]


@pytest.fixture(scope="module")
def accounts(shared: Path) -> Path:
    if not (shared / "accounts" / "score.py").is_file():
        pytest.skip("LOUD SKIP: no labelled accounts beside the checkout, their scorer not met")
    return shared / "accounts"


def reference(accounts: Path, pairs: list[tuple[Any, Any]]) -> Judged:
    scorer = run_path(str(accounts / "score.py"))
    sums = scorer["blank"]()
    for labelled, predicted in pairs:
        scorer["score"](labelled, predicted, sums)
    judged: Judged = {}
    for name, values in scorer["result"](sums).items():
        if "f1" in values:
            judged |= {name: values["f1"]}
            judged |= {f"{name}_{part}": values[part] for part in ("precision", "recall")}
        else:
            judged[name] = values["share"] if "share" in values else values["precision"]
    return judged


def without_nan(metrics: dict[str, float]) -> Judged:
    return {name: None if value != value else value for name, value in metrics.items()}


def another_reading(labels: dict[str, Any], seed: int) -> dict[str, Any]:
    """The labels as a careless reader might have them."""
    chance = random.Random(seed)
    texts = {article["id"]: article["text"] for article in labels["articles"]}
    speakers = [row["speaker"] for row in labels["speech"]]
    groups = [row["group"] for row in labels["figures"]]
    speech = [dict(row) for row in labels["speech"] if chance.random() < 0.8]
    for row in speech:
        if chance.random() < 0.3:
            row["speaker"] = chance.choice([*speakers, "unknown", "—"])
        if chance.random() < 0.2:
            row["cue"] = None
        if chance.random() < 0.2:
            row["side"] = chance.choice([None, *labels["sides"]])
        if chance.random() < 0.2:
            at = chance.randrange(len(texts[row["article"]]) - 60)
            row["content_spans"] = [[at, at + 50]]
    figures = [dict(row) for row in labels["figures"] if chance.random() < 0.8]
    for row in figures:
        if chance.random() < 0.2:
            row["high"] = chance.choice([None, 7, (row["low"] or 1) * 1.004])
        if chance.random() < 0.3:
            row["group"] = chance.choice([*groups, None])
        if chance.random() < 0.3:
            row["subject"] = chance.choice([None, "people", f"{row['subject']} there"])
        if chance.random() < 0.3:
            row["claimant"] = chance.choice([*speakers, "reporter"])
        if chance.random() < 0.3:
            row["time"], row["place"] = row["place"], row["time"]
    figures += [{**row, "unit": "day"} for row in figures if chance.random() < 0.1]
    chance.shuffle(figures)
    only = [row for row in labels["only"] if chance.random() < 0.5]
    for matter in labels["matters"]:
        article = chance.choice(list(matter["told"]))
        only.append({"article": article, "sentence": matter["told"][article][0]})
    matters = [
        {"told": {article: chance.sample(rows, 1) for article, rows in matter["told"].items()}}
        for matter in labels["matters"]
        if chance.random() < 0.6
    ]
    conflicts = [row for row in labels["conflicts"] if chance.random() < 0.5]
    spans = {article: [20, 90] for article in texts}
    conflicts.append({"versions": dict.fromkeys(texts, ""), "version_spans": spans})
    return {
        "event": labels["event"],
        "speech": speech,
        "figures": figures,
        "matters": matters,
        "only": only,
        "conflicts": conflicts,
    }


@pytest.mark.parametrize(
    "reading",
    [
        lambda labels, _: labels,
        another_reading,
        lambda labels, number: another_reading(labels, 100 + number),
        lambda labels, _: {**labels, "speech": [], "figures": [], "matters": [], "conflicts": []},
    ],
    ids=["alike", "careless", "careless too", "little"],
)
def test_every_measure_of_any_reading(
    accounts: Path, reading: Callable[[dict[str, Any], int], dict[str, Any]]
) -> None:
    files = sorted(accounts.glob("dev-*.json"))
    labels = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    readings = [reading(label, number) for number, label in enumerate(labels)]
    score = score_predictions([read_event(file) for file in files], readings)
    judged = reference(accounts, list(zip(labels, readings, strict=True)))
    assert without_nan(dict(score.metrics)) == judged
    assert len(judged) == 26


def test_what_the_program_predicts(accounts: Path, tmp_path: Path) -> None:
    file = accounts / "dev-11.json"
    arguments = ["validate", "accounts", str(file), "--json", "--predictions", str(tmp_path / "p")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    predicted = json.loads((tmp_path / "p" / "dev-11.json").read_text(encoding="utf-8"))
    labels = json.loads(file.read_text(encoding="utf-8"))
    assert json.loads(result.stdout)["metrics"] == reference(accounts, [(labels, predicted)])
    assert all(predicted[part] for part in ("speech", "figures", "matters", "only"))
