"""Frames: sentences with a frame, shared between voices, and a user's own frames."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.errors import ConfigError
from divergence.features import frames
from divergence.types import Document

Make = Callable[..., Document]


def test_a_sentence_counts_once_however_many_terms_it_has() -> None:
    assert frames.share(
        "The truce and the treaty held. It rained. The talks went on.", "resolution"
    ) == (pytest.approx(2 / 3))


def test_further_terms_are_shown_with_weight_zero(make_document: Make) -> None:
    found = frames.FEATURE.find(make_document("truce after truce ."))
    assert [(e.category, e.start, e.weight) for e in found] == [
        ("resolution", 0, 1.0),
        ("resolution", 12, 0.0),
    ]


def test_the_parts_of_a_mixed_sentence_add_up_to_one(make_document: Make) -> None:
    text = '" A truce is near " said one envoy of the truce .'
    found = frames.FEATURE.find(make_document(text, quoted=(1, 2, 3, 4)))
    weights = {e.voice: e.weight for e in found if e.category == "resolution"}
    assert weights == pytest.approx({"quoted": 4 / 10, "reporter": 6 / 10})


def test_a_word_may_stand_for_several_frames(make_document: Make) -> None:
    feature = frames.feature({"weather": ["rain"], "farming": ["rain", "harvest"]})
    found = feature.find(make_document("rain"))
    assert [evidence.category for evidence in found] == ["farming", "weather"]


def test_own_frames_are_added_after_the_generic_ones_and_may_replace_one(
    make_document: Make,
) -> None:
    feature = frames.feature({"energy": ["Oil", "gas  field"], "conflict": ["duel"]})
    assert [measure.name for measure in feature.measures] == [
        "frames.conflict",
        "frames.resolution",
        "frames.human_interest",
        "frames.morality",
        "frames.economic",
        "frames.energy",
    ]
    found = feature.find(make_document("a duel and a war over a gas field"))
    assert [evidence.category for evidence in found] == ["conflict", "energy"]


def test_the_generic_feature_is_not_changed_by_own_frames(make_document: Make) -> None:
    frames.feature({"conflict": ["duel"]})
    assert frames.FEATURE.find(make_document("duel")) == []


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ({"My Frame": ["a"]}, "small letters"),
        ({"energy": []}, "no terms"),
        ({"energy": [" "]}, "no terms"),
        ({"energy": "oil"}, "give a list"),
    ],
)
def test_bad_frames_are_refused(extra: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        frames.feature(extra)
