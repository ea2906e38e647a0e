"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

import numpy as np

from divergence.validation.attribution import dice
from divergence.validation.events import b_cubed
from divergence.validation.parsed_rows import parsed
from divergence.validation.ratio_metrics import Part, ratio_score
from divergence.validation.resampled_metrics import f1, resampled_score
from divergence.validation.roles import Cell, score_cells
from divergence.validation.scoring import Score
from divergence.validation.sentiment import score_labels


def test_attribution_dice() -> None:
    assert dice(frozenset({1, 2}), frozenset({2, 3})) == 0.5


def test_events_b_cubed() -> None:
    scored = b_cubed("aab", [1, 1, 1])
    assert scored.recall.tolist() == [1.0, 1.0, 1.0]
    assert [round(each, 2) for each in scored.precision.tolist()] == [0.67, 0.67, 0.33]


def test_parsed_rows_parsed() -> None:
    assert [document.syntax.words for document in parsed(["It rained."])] == [("It", "rained", ".")]


def test_ratio_metrics_ratio_score() -> None:
    score = ratio_score([{"share": Part(1, 2)}, {"share": Part(1, 2)}])
    assert score.metrics["share"] == 0.5
    assert score.intervals["share"] == (0.5, 0.5)


def test_resampled_metrics_resampled_score() -> None:
    values = np.array([1.0, 1.0])
    score = resampled_score(lambda rows: {"mean": float(values[rows].mean())}, 2, rounds=10)
    assert score.metrics["mean"] == 1.0
    assert score.intervals["mean"] == (1.0, 1.0)


def test_resampled_metrics_f1() -> None:
    assert f1(1, 2, 2) == 0.5


def test_roles_score_cells() -> None:
    cells = [Cell("1", "A", "Lind", n, n, n, -n) for n in (-1.0, 0.0, 1.0)]
    assert {name: round(value, 6) for name, value in score_cells(cells).metrics.items()} == {
        "sentiment_spearman": 1.0,
        "agency_spearman": -1.0,
    }


def test_scoring_score_reasons() -> None:
    assert Score(3, {"auc": float("nan"), "f1": 0.5}).reasons == {"auc": "all rows have one label"}


def test_sentiment_score_labels() -> None:
    score = score_labels(["negative", "neutral"], ["negative", "negative"], groups=["a", "b"])
    assert score.metrics["accuracy"] == 0.5
    assert round(score.metrics["macro_f1"], 3) == 0.333
