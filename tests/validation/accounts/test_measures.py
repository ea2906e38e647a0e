"""Every measure counted by hand on the invented event."""

from __future__ import annotations

import math
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from divergence.validation.accounts.scores import REASONS, score_predictions
from divergence.validation.scoring import Score
from tests.validation.accounts.ferry import (
    COST,
    HURT_HERALD,
    HURT_POST,
    LABELS,
    SANK,
    event,
    figure,
    speech,
)


def scored(folder: Path, labelled: dict[str, Any] | None = None, **predicted: Any) -> Score:
    """Score the labels as if they were predicted, with parts changed."""
    prediction = {**deepcopy(LABELS), **predicted}
    return score_predictions([event(folder, **(labelled or {}))], [prediction])


def test_labels_that_are_predicted_are_right(tmp_path: Path) -> None:
    metrics = scored(tmp_path).metrics
    assert list(metrics) == list(REASONS)
    assert set(metrics.values()) == {1.0}


def test_speech_by_hand(tmp_path: Path) -> None:
    # One of three is missed, and what the ferrymen say was never said: 2 of 3 both ways.
    rows = [
        speech("p", "12 people were hurt", "Lin said that", "Lin", side="The ferrymen"),
        speech("h", "At least 12", "police said", "an officer", form="direct", stance="belief"),
        speech("h", "The ferry sank", "", "the ferrymen", cue=None),
    ]
    metrics = scored(tmp_path, speech=rows).metrics
    assert metrics["speech"] == metrics["speech_precision"] == metrics["speech_recall"] == 2 / 3
    assert metrics["speaker"] == 0.5
    assert metrics["speaker_person"] == 1.0
    assert metrics["side"] == 0.5
    assert metrics["form"] == metrics["stance"] == 0.5


def test_a_cue_that_stands_elsewhere_is_another_entry_even_of_one_content(tmp_path: Path) -> None:
    rows = [speech("p", "12 people were hurt", "she said.", "Ada Lin")]
    metrics = scored(tmp_path, speech=rows).metrics
    # It stands for the second entry of the Post, whose cue it has.
    assert metrics["speech"] == 2 / 4
    assert metrics["form"] == 0.0


def test_without_a_cue_half_of_the_content_will_do(tmp_path: Path) -> None:
    labelled = [speech("p", "We are ready", "", "Ada Lin", cue=None)]
    for content, share in (("We are", 1.0), ('hurt. "We are', 1.0), ("people were hurt", 0.0)):
        rows = [speech("p", content, "", "Ada Lin", cue=None)]
        metrics = scored(tmp_path, {"speech": labelled}, speech=rows).metrics
        assert metrics["speech"] == share, content


def test_an_unknown_speaker_is_right_only_as_unknown(tmp_path: Path) -> None:
    labelled = [
        speech("h", "At least 12", "police said", "unknown", speaker_kind="unknown"),
        speech("p", "We are ready", "she said.", "unknown", speaker_kind="unknown"),
    ]
    rows = [
        speech("h", "At least 12", "police said", "unknown"),
        speech("p", "We are ready", "she said.", "Ada Lin"),
    ]
    score = scored(tmp_path, {"speech": labelled}, speech=rows)
    assert score.metrics["speaker"] == 0.5
    assert math.isnan(score.metrics["speaker_person"])
    assert score.reasons["speaker_person"] == "no labelled speech of a person was found"


def test_figures_by_hand(tmp_path: Path) -> None:
    # The price is read wrong, so nothing else of it counts; the two weeks are not given.
    rows = [
        figure(
            "p", "12 people", "that 12 people were", 12.01, subject="hurt people", time="Monday"
        ),
        figure("p", "$3 million", "cost $3 million", 3, unit="dollar"),
        figure("h", "12 people", "At least 12 people", 12, high=None, bound="more than", unit=""),
    ]
    metrics = scored(tmp_path, figures=rows).metrics
    assert metrics["figures_precision"] == 2 / 3
    assert metrics["figures_recall"] == 2 / 3
    assert metrics["bound"] == 1.0
    assert metrics["unit"] == 0.5
    assert metrics["subject"] == 1.0
    assert metrics["claimant"] == 0.0
    assert metrics["time"] == 0.5
    assert metrics["place"] == 1.0
    assert metrics["same_figure"] == 0.0


def test_lengths_of_time_count_only_where_they_are_right(tmp_path: Path) -> None:
    others = [row for row in LABELS["figures"] if row["unit"] != "week"]
    needless = figure("h", "on Monday", "on Monday", 1, unit="day")
    assert scored(tmp_path, figures=[*others, needless]).metrics["figures"] == 1.0
    # One that is labelled and read wrong is an error of precision, not of recall.
    wrong = figure("p", "two weeks", "for two weeks", 3, unit="week")
    metrics = scored(tmp_path, figures=[*others, wrong]).metrics
    assert (metrics["figures_precision"], metrics["figures_recall"]) == (3 / 4, 1.0)


def test_of_two_figures_at_one_place_the_right_value_is_taken(tmp_path: Path) -> None:
    rows = [
        figure("p", "that 12 people were hurt", "that 12 people were hurt", 2),
        figure("p", "12", "12 people", 12),
    ]
    assert scored(tmp_path, figures=rows).metrics["figures_precision"] == 1 / 2


def test_an_open_end_is_no_difference_and_two_are_no_value(tmp_path: Path) -> None:
    rows = [figure("h", "At least 12 people", "At least 12 people", 12, high=40)]
    assert scored(tmp_path, figures=rows).metrics["figures_precision"] == 1.0
    labelled = [figure("h", "At least 12 people", "At least 12 people", 12)]
    labelled[0] |= {"low": None, "high": None}
    assert scored(tmp_path, {"figures": labelled}, figures=rows).metrics["figures"] == 0.0


def test_the_same_figure_by_hand(tmp_path: Path) -> None:
    rows = deepcopy(LABELS["figures"])
    rows[1]["group"] = "G1"
    # Of two pairs across articles one is right; both figures of the Post are no pair.
    metrics = scored(tmp_path, figures=rows).metrics
    assert metrics["same_figure_precision"] == 0.5
    assert metrics["same_figure_recall"] == 1.0
    assert metrics["same_figure"] == 2 / 3


def matter(**told: list[str]) -> dict[str, Any]:
    return {"told": told}


def test_matters_by_hand(tmp_path: Path) -> None:
    rows = [matter(p=[HURT_POST, COST], h=[HURT_HERALD]), matter(p=[COST], h=[SANK])]
    metrics = scored(tmp_path, matters=rows).metrics
    assert metrics["told_by_several"] == 1 / 3
    assert metrics["matter_found"] == 1.0
    metrics = scored(tmp_path, matters=rows[1:]).metrics
    assert (metrics["told_by_several"], metrics["matter_found"]) == (0.0, 0.0)


def test_half_of_the_shorter_sentence_will_do(tmp_path: Path) -> None:
    for words, share in (("12 people were hurt.", 1.0), ('hurt. "We are ready', 0.0)):
        metrics = scored(tmp_path, matters=[matter(p=[words], h=[HURT_HERALD])]).metrics
        assert metrics["told_by_several"] == share, words


def test_only_one_has_by_hand(tmp_path: Path) -> None:
    # What nobody labelled is true as well, unless another article tells it.
    rows = [
        {"article": article, "sentence": sentence}
        for article, sentence in (("h", SANK), ("p", "It lay at the pier"), ("p", HURT_POST))
    ]
    metrics = scored(tmp_path, only=rows).metrics
    assert metrics["only_true"] == 2 / 3
    assert metrics["only_found"] == 0.0


def test_conflicts_by_hand(tmp_path: Path) -> None:
    rows = [
        {"versions": {"p": "hurt", "h": "were hurt"}},
        {"versions": {"p": "hurt", "h": "sank"}},
        {"versions": {"p": "hurt"}},
    ]
    metrics = scored(tmp_path, conflicts=rows).metrics
    assert metrics["conflict_true"] == 1 / 3
    assert metrics["conflict_found"] == 1.0
    light = [{**LABELS["conflicts"][0], "weight": 1}]
    score = scored(tmp_path, {"conflicts": light}, conflicts=rows)
    assert score.metrics["conflict_true"] == 1 / 3
    assert score.reasons["conflict_found"] == "no conflict is labelled with weight 2 or 3"


def test_without_sides_none_are_scored(tmp_path: Path) -> None:
    score = scored(tmp_path, {"sides": {}})
    assert math.isnan(score.metrics["side"])
    assert score.n_of["side"] == 0


def test_nothing_labelled_and_nothing_found_is_undefined(tmp_path: Path) -> None:
    nothing: dict[str, Any] = {
        name: [] for name in ("speech", "figures", "matters", "only", "conflicts")
    }
    score = scored(tmp_path, nothing, **nothing)
    assert all(map(math.isnan, score.metrics.values()))
    assert score.reasons == REASONS


def test_events_add_up(tmp_path: Path) -> None:
    right, wrong = deepcopy(LABELS), {**deepcopy(LABELS), "speech": []}
    labelled = event(tmp_path)
    score = score_predictions([labelled, labelled], [right, wrong])
    assert score.n == 2
    assert score.metrics["speech_recall"] == 3 / 6
    assert score.n_of["speech_recall"] == 6
    assert "speech" not in score.n_of
    low, high = score.intervals["speech_recall"]
    assert (low, high) == (0.0, 1.0)
    assert score.metrics["figures"] == pytest.approx(1.0)
