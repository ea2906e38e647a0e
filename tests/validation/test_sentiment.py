"""Scoring tone toward a target, and reading its rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from divergence.errors import LabelsError
from divergence.validation.sentiment import read_targets, score_labels, score_sentiment

ROW = {"text": "Voters praised Lind.", "start": 15, "end": 19, "target": "Lind"}


def _file(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_macro_f1_is_the_mean_over_labels() -> None:
    gold = ["negative", "negative", "neutral", "positive"]
    found = ["negative", "neutral", "neutral", "positive"]
    score = score_labels(gold, found, groups=["a", "b", "c", "d"])
    assert score.n == 4
    assert score.metrics["accuracy"] == 0.75
    # negative: precision 1, recall 1/2, F1 2/3; neutral: 1/2 and 1, F1 2/3; positive: 1.
    assert score.metrics["macro_f1"] == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_rows_of_one_text_are_drawn_together() -> None:
    score = score_labels(
        ["negative", "positive"], ["negative", "negative"], groups=["same", "same"]
    )
    assert score.intervals["accuracy"] == (0.5, 0.5)


def test_scores_a_file_and_keeps_predictions(tmp_path: Path) -> None:
    other = {"text": "Roth lied and cheated.", "start": 0, "end": 4, "target": "Roth"}
    path = _file(tmp_path, ROW | {"label": "positive"}, other | {"label": "negative"})
    score = score_sentiment(path)
    assert score.n == len(score.predictions) == 2
    assert set(score.metrics) == set(score.intervals) == {"macro_f1", "accuracy"}
    for row in score.predictions:
        chances = [row["negative"], row["neutral"], row["positive"]]
        assert sum(map(float, map(str, chances))) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"label": "bad"}, "expected one of negative, neutral, positive"),
        ({"start": 18, "end": 99}, "expected 0 <= start < end <= 20"),
        ({"target": "Roth"}, "but the text has 'Lind' there"),
        ({"start": "15"}, "field 'start'"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, change: dict[str, object], said: str) -> None:
    good = ROW | {"label": "positive"}
    with pytest.raises(LabelsError, match="line 2") as caught:
        read_targets(_file(tmp_path, good, good | change))
    assert said in str(caught.value)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match="line 1: field 'label' is missing"):
        read_targets(_file(tmp_path, ROW))
