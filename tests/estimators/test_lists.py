"""Word lists of one's own in a pipeline: the numbers of every other door, in any process."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from sklearn.base import clone

from divergence.estimators import EstimatorError, TextFeatures
from divergence.lists.lexicon import Lexicon

TEXTS = [f"Floods hit the town {n} times, and the water may rise again." for n in range(20)]
FLOOD = Lexicon.from_words("flood", ["flood*", "rise"])


def test_a_list_stands_beside_features_by_name() -> None:
    step = TextFeatures(["hedging", FLOOD]).fit(TEXTS)
    assert step.get_feature_names_out().tolist() == ["flood.rate", "hedging.rate"]
    numbers = step.transform(TEXTS)
    assert numbers[:, 0].tolist() == [FLOOD.rate(text) for text in TEXTS]
    assert numbers.tobytes() == pickle.loads(pickle.dumps(step)).transform(TEXTS).tobytes()
    assert clone(step).fit_transform(TEXTS).tobytes() == numbers.tobytes()


def test_two_jobs_give_the_same_numbers() -> None:
    one = TextFeatures([FLOOD]).fit_transform(TEXTS)
    two = TextFeatures([FLOOD], n_jobs=2).fit_transform(TEXTS)
    assert np.array_equal(one, two)


def test_a_name_of_the_package_is_refused() -> None:
    with pytest.raises(EstimatorError, match="of the package"):
        TextFeatures([replace(FLOOD, name="hedges")]).fit(TEXTS)
