"""Tables and comparisons that are kept for later: what comes back is what was put away."""

from __future__ import annotations

import pickle

import pytest

from divergence.comparing.compare import compare
from divergence.estimators import TextFeatures
from divergence.features import frames
from divergence.features.registry import all_features
from divergence.lists.lexicon import Lexicon
from divergence.measuring.measure import measure
from divergence.types import Article

TEXTS = ["The river may rise, Ada Lin said.", "Troops clashed at the river on Monday."]
ARTICLES = [Article(str(n), source, TEXTS[n]) for n, source in enumerate(("Post", "Times"))]
OWN = [
    "hedging",
    frames.feature({"flood": ["river"]}),
    Lexicon.from_words("water", ["river", "rise"]),
]


@pytest.mark.parametrize("feature", all_features(), ids=lambda feature: feature.name)
def test_every_feature_can_be_pickled(feature):
    back = pickle.loads(pickle.dumps(feature))
    assert (back.name, back.version, back.measures) == (
        feature.name, feature.version, feature.measures,
    )  # fmt: skip


@pytest.mark.parametrize("features", [None, OWN], ids=["all", "own"])
def test_a_table_comes_back_and_can_be_compared(features):
    table = measure(ARTICLES, features=features)
    back = pickle.loads(pickle.dumps(table))
    assert back.to_frame().equals(table.to_frame())
    assert repr(compare(back, rounds=5).estimates) == repr(compare(table, rounds=5).estimates)


def test_a_step_with_features_of_ones_own_comes_back():
    step = TextFeatures(OWN).fit(TEXTS)
    back = pickle.loads(pickle.dumps(step))
    assert back.transform(TEXTS).tobytes() == step.transform(TEXTS).tobytes()


def test_a_comparison_comes_back():
    found = compare(measure(ARTICLES, features=["hedging"]), rounds=5)
    assert pickle.loads(pickle.dumps(found)).to_frame().equals(found.to_frame())
