"""Heads can be trained again from files named on the command line, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from divergence.instruments.chosen_instruments import LIKENESS_FILE, TONE_FILE, choose
from divergence.instruments.semantic_settings import SemanticConfig
from divergence.training.semantic import alignment, sentiment
from tests.semantic.test_commands import PAIRS, TARGETS


def _run(command: object, *arguments: object) -> str:
    result = CliRunner().invoke(command, [str(each) for each in arguments])  # type: ignore[arg-type]
    if result.exception is not None:
        raise result.exception
    return result.output


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    rows = [
        {
            "text": text,
            "start": text.index(name),
            "end": text.index(name) + len(name),
            "target": name,
            "label": label,
        }
        for text, name, label in TARGETS
    ]
    path = tmp_path / "labels.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows * 3), encoding="utf-8")
    return path


def test_heads_that_were_trained_here_can_be_used(model: str, labels: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    rows = [{"a": a + " " * n, "b": b, "similarity": s} for n in range(5) for a, b, s in PAIRS]
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "heads"
    for task, data in ((sentiment, labels), (alignment, pairs)):
        _run(task.main, data, "--model", model, "--out", out)
    assert {path.name for path in out.iterdir()} == {TONE_FILE, LIKENESS_FILE}
    chosen = choose(SemanticConfig(model, str(out)))
    assert chosen.named


def test_one_seed_gives_the_same_bytes(model: str, labels: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        _run(
            sentiment.main,
            *(labels, "--model", model, "--out", tmp_path / out, "--epochs", "1"),
        )
    one, two = (tmp_path / out / TONE_FILE for out in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
