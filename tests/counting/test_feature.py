"""A feature stands in a family that the report has a place for."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from divergence.counting.feature import FAMILIES, Feature
from divergence.errors import UsageError
from divergence.lists.chosen_features import select
from divergence.lists.lexicon import Lexicon
from divergence.lists.loading import FAMILIES as OF_LISTS
from divergence.phrases import known


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_a_name_in_the_report(family: str) -> None:
    assert known(f"topic.{family}")


def test_families_of_word_lists_are_families() -> None:
    assert set(OF_LISTS) <= set(FAMILIES)


def test_an_unknown_family_is_refused_by_name_and_with_the_known_ones() -> None:
    (known,) = select(["hedging"])
    with pytest.raises(UsageError, match="feature 'hedging': unknown family 'certainti'") as error:
        dataclasses.replace(known, family="certainti")  # type: ignore[arg-type]
    assert all(family in str(error.value) for family in FAMILIES)


def test_help_lists_the_families() -> None:
    assert all(f'"{family}"' in (Feature.__doc__ or "") for family in FAMILIES)


def test_a_list_of_one_term_is_not_called_several() -> None:
    one = Lexicon.from_words("mood", {"grim": -2})
    assert repr(one) == "<Lexicon mood: 1 term>"
    (feature,) = select([one])
    assert "words given, 1 term, sha256" in feature.reference


def test_a_unit_does_not_repeat_the_title() -> None:
    (feature,) = select([Lexicon.from_words("mood", {"grim": -2, "calm": 1})])
    assert [(each.title, each.unit) for each in feature.measures] == [
        ("Mood", "weight per 100 words"),
        ("Mood, mean weight", "per word found"),
    ]


def test_directions_need_no_article_before_a_title() -> None:
    (frames,) = select(["frames"])
    told = {each.name: each.direction for each in frames.measures}
    assert told["frames.economic"] == (
        "higher: more sentences with a term of the economic consequences frame"
    )


def test_the_guide_to_adding_a_feature_lists_the_families() -> None:
    guide = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
    text = guide.read_text("utf-8")
    assert all(f"`{family}`" in text for family in FAMILIES)
