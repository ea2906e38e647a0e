"""Scores of hedging, certainty and loaded language, counted by hand and on files."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from divergence.cli import main
from divergence.errors import LabelsError
from divergence.types import Document, Span
from divergence.validation import certainty, hedging, loaded, tasks
from divergence.validation.judged_sentences import JudgedSentence
from divergence.validation.resampled_metrics import auc, resampled_score

UNCERTAIN = {"text": "The bridge may close.", "label": "uncertain", "cues": [[11, 14, "modal"]]}
CERTAIN = {"text": "The bridge is closed.", "label": "certain", "cues": []}
RATED = [
    {"text": "Tea may possibly help some patients.", "certainty": 2},
    {"text": "Tea is brewed from leaves.", "certainty": 6},
]
LOADED = {
    "text": "The shameless regime lied.",
    "label": "loaded",
    "words": ["shameless", "regime", "lied"],
}
PLAIN = {"text": "The council met on Monday.", "label": "plain", "words": []}


def _file(folder: Path, *rows: object) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_hedging_by_hand() -> None:
    one, two, three = Span(0, 3), Span(5, 9), Span(20, 22)
    scored = hedging.score_judged(
        [
            JudgedSentence(True, frozenset({one, two}), 0.9, True, frozenset({one, three}), True),
            JudgedSentence(True, frozenset({two}), 0.2, False, frozenset(), True),
            JudgedSentence(False, frozenset(), 0.6, True, frozenset({three}), True),
            JudgedSentence(False, frozenset(), 0.1, False, frozenset(), False),
        ]
    )
    assert scored.n == 4
    assert scored.metrics["f1"] == pytest.approx(2 * 1 / (2 + 2))
    assert scored.metrics["precision"] == scored.metrics["recall"] == 0.5
    # Of the four pairs of an uncertain and a certain sentence three are in the right order.
    assert scored.metrics["auc"] == 0.75
    assert scored.metrics["cue_f1"] == pytest.approx(2 * 1 / (3 + 3))
    assert scored.metrics["list_f1"] == pytest.approx(2 * 2 / (2 + 3))
    assert set(scored.intervals) == set(scored.metrics)
    for name, (low, high) in scored.intervals.items():
        assert low <= scored.metrics[name] <= high


def test_hedging_without_positives_is_undefined() -> None:
    scored = hedging.score_judged(
        [JudgedSentence(False, frozenset(), 0.1, False, frozenset(), False)]
    )
    assert all(math.isnan(number) for number in scored.metrics.values())
    assert all(math.isnan(end) for ends in scored.intervals.values() for end in ends)


def test_certainty_is_positive_when_right() -> None:
    assert certainty.score_ratings([1, 3, 6], [2, 3, 4.5]).metrics["pearson_r"] == pytest.approx(1)
    assert certainty.score_ratings([1, 3, 6], [4.5, 3, 1.0]).metrics["pearson_r"] < -0.9
    assert math.isnan(certainty.score_ratings([1, 3], [2, 2]).metrics["pearson_r"])


def test_loaded_by_hand() -> None:
    scored = loaded.score_judged(
        [
            JudgedSentence(True, frozenset({1, 2}), 0.8, True, frozenset({2}), False),
            JudgedSentence(True, frozenset(), 0.4, False, frozenset({0}), True),
            JudgedSentence(False, frozenset(), 0.5, True, frozenset(), False),
            JudgedSentence(False, frozenset({3}), 0.1, False, frozenset({3}), False),
        ]
    )
    assert scored.metrics["auc"] == 0.75
    assert scored.metrics["macro_f1"] == pytest.approx(0.5)
    assert scored.metrics["word_f1"] == pytest.approx(2 * 2 / (3 + 3))
    # Loaded: one of two, no other; plain: two of three. F1 of 2/3 and 4/5.
    assert scored.metrics["list_macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2)


def test_marked_words_are_found_wherever_they_stand(
    make_document: Callable[..., Document],
) -> None:
    document = make_document("A radical left - wing plan , a Radical one .")
    assert loaded.marked(document, ["radical", "left-wing"]) == {1, 2, 3, 4, 8}
    assert loaded.marked(document, ["rad", "wings", ""]) == frozenset()


def test_resampling_is_seeded_and_leaves_undefined_resamples_out() -> None:
    labels, scores = np.array([True, False, False]), np.array([0.9, 0.2, 0.1])

    def metrics(rows: np.ndarray) -> dict[str, float]:
        return {"auc": auc(labels[rows], scores[rows])}

    first = resampled_score(metrics, 3, rounds=50)
    assert first == resampled_score(metrics, 3, rounds=50)
    assert first.intervals["auc"] == (1.0, 1.0)


@pytest.mark.parametrize(
    ("task", "rows", "names"),
    [
        (
            "hedging",
            [UNCERTAIN, CERTAIN],
            ["f1", "precision", "recall", "auc", "cue_f1", "list_f1"],
        ),
        ("certainty", RATED, ["pearson_r"]),
        ("loaded", [LOADED, PLAIN], ["auc", "macro_f1", "word_f1", "list_macro_f1"]),
    ],
)
def test_clear_cases_from_file_to_json(
    tmp_path: Path, task: str, rows: list[object], names: list[str]
) -> None:
    predictions = tmp_path / "predicted.jsonl"
    result = CliRunner().invoke(
        main,
        [
            "validate",
            task,
            str(_file(tmp_path, *rows)),
            "--json",
            "--predictions",
            str(predictions),
        ],
    )
    assert result.exit_code == 0, result.output
    shown = json.loads(result.output)
    assert list(shown) == ["task", "n", "metrics", "intervals", "reasons"]
    assert shown["n"] == len(rows)
    assert list(shown["metrics"]) == list(shown["intervals"]) == names
    assert all(number == pytest.approx(1.0) for number in shown["metrics"].values())
    lines = predictions.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["line"] for line in lines] == [1, 2]


@pytest.mark.parametrize(
    ("task", "row", "expected"),
    [
        ("hedging", UNCERTAIN | {"label": "unsure"}, "line 2: field 'label' is 'unsure'"),
        ("hedging", UNCERTAIN | {"cues": [[11, 99]]}, "line 2: field 'cues' holds"),
        ("certainty", {"text": "Tea helps."}, "line 2: field 'certainty' is missing"),
        ("loaded", {"text": "Tea helps.", "label": "plain"}, "line 2: field 'words' is missing"),
    ],
)
def test_bad_rows_are_named(
    tmp_path: Path, task: str, row: dict[str, object], expected: str
) -> None:
    good = {"hedging": CERTAIN, "certainty": RATED[0], "loaded": PLAIN}[task]
    with pytest.raises(LabelsError, match=expected):
        tasks.score(task, _file(tmp_path, good, row))


@pytest.mark.needs_data
@pytest.mark.parametrize(
    ("task", "file", "metric", "least"),
    [
        ("certainty", "certainty/scicomm.dev.jsonl", "pearson_r", 0.7),
        ("loaded", "loaded/babe.dev.jsonl", "auc", 0.82),
    ],
)
def test_models_fit_what_they_were_trained_on(
    shared: Path, task: str, file: str, metric: str, least: float
) -> None:
    """No measure of quality: the files and the weights belong together."""
    assert tasks.score(task, shared / "corpora" / file).metrics[metric] > least
