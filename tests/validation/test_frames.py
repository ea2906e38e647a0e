"""Frames of articles: counted by hand, and told by the shares of invented articles."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from divergence.cli import main
from divergence.errors import LabelsError
from divergence.validation import tasks
from divergence.validation.frames import largest, macro_f1, score_shares, tfidf_guesses

MONEY = "Prices rose. The tax will cost companies money. Investors fear losses and higher prices."
CALM = "Clouds drifted over the lake. Reeds swayed."
ROWS: list[dict[str, object]] = [
    {"text": MONEY, "frames": ["economic"]},
    {"text": CALM, "frames": []},
]


def _file(folder: Path, *rows: object) -> Path:
    path = folder / "frames.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_macro_f1_by_hand() -> None:
    labels = np.array([[1, 0, 0, 0, 0], [1, 1, 0, 0, 0], [0, 1, 0, 0, 0]], dtype=bool)
    guesses = np.array([[1, 0, 0, 0, 0], [0, 1, 0, 0, 1], [0, 1, 0, 0, 0]], dtype=bool)
    # Conflict 2/3, resolution 1, economic 0; two frames are neither labelled nor guessed.
    assert macro_f1(labels, guesses) == pytest.approx((2 / 3 + 1 + 0) / 3)
    metrics = score_shares(labels, guesses.astype(float), None).metrics
    assert metrics["baseline_majority"] == pytest.approx(0.8)
    assert metrics["baseline_all"] == pytest.approx((0.8 + 0.8) / 5)
    assert math.isnan(metrics["baseline_tfidf"])
    assert math.isnan(macro_f1(labels[:0], guesses[:0]))


def test_the_baseline_of_words_learns_from_other_rows() -> None:
    texts = [f"{'storm' if n % 2 else 'market'} number {n}" for n in range(40)]
    labels = np.array([[n % 2 == 0] * 5 for n in range(40)])
    guesses = tfidf_guesses(texts, labels)
    assert guesses is not None
    assert macro_f1(labels, guesses) == 1.0
    assert tfidf_guesses(texts[:9], labels[:9]) is None


def test_a_frame_is_given_to_the_largest_shares_and_never_without_a_term() -> None:
    labels = np.array([[1, 1], [1, 0], [0, 0], [0, 0]], dtype=bool)
    shares = np.array([[0.5, 0.0], [0.2, 0.0], [0.2, 0.0], [0.1, 0.0]])
    # Two are labelled with the first frame, and the second place is shared.
    assert largest(labels, shares).T.tolist() == [[True, True, True, False], [False] * 4]


def test_the_area_is_a_mean_over_frames_that_some_articles_have_and_some_have_not() -> None:
    labels = np.array([[1, 1, 0, 0, 1], [1, 0, 0, 0, 1], [0, 0, 0, 0, 1]], dtype=bool)
    shares = np.array([[0.9, 0.1, 0.3, 0, 1], [0.8, 0.2, 0.2, 0, 0], [0.1, 0.0, 0.1, 0, 0]])
    # The first frame is ordered rightly; of the second, one pair of two.
    assert score_shares(labels, shares, None).metrics["auc"] == pytest.approx((1 + 0.5) / 2)


def test_from_file_to_json(tmp_path: Path) -> None:
    predictions = tmp_path / "predicted.jsonl"
    data = str(_file(tmp_path, *ROWS))
    arguments = ["validate", "frames", data, "--json", "--predictions", str(predictions)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    shown = json.loads(result.output)
    assert shown["n"] == 2
    assert {"auc", "macro_f1", "baseline_majority", "baseline_tfidf"} <= set(shown["metrics"])
    assert shown["metrics"]["economic_f1"] == shown["metrics"]["auc"] == 1.0
    money, calm = map(json.loads, predictions.read_text(encoding="utf-8").splitlines())
    assert money["shares"]["economic"] > calm["shares"]["economic"] == 0


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"frames": ["money"]}, "line 2: field 'frames' holds 'money'; expected some of conflict"),
        ({"frames": "economic"}, "line 2: field 'frames' is \"economic\"; expected a list"),
        ({"text": ""}, "line 2: field 'text' is empty"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, change: dict[str, object], expected: str) -> None:
    with pytest.raises(LabelsError) as caught:
        tasks.score("frames", _file(tmp_path, ROWS[0], ROWS[1] | change))
    assert expected in str(caught.value)
