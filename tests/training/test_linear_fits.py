"""Fitting named features: what is folded, what is left out, what folds keep apart."""

from __future__ import annotations

import numpy as np
import pytest

from divergence.training.linear_fits import Recipe, fit, folds, predict
from divergence.training.word_vectors import word_vectors

BAGS = [{"good": 1.0}, {"good": 1.0}, {"bad": 1.0}, {"bad": 1.0}] * 5
LABELS = np.array([1.0, 1.0, 0.0, 0.0] * 5)


@pytest.mark.parametrize("loss", ["logistic", "ridge"])
def test_weights_have_the_sign_of_what_they_show(loss: str) -> None:
    model = fit(BAGS, LABELS, Recipe(loss, 1.0))  # type: ignore[arg-type]
    assert model.weights["good"] > 0 > model.weights["bad"]
    good, bad = predict(model, [{"good": 1.0}, {"bad": 1.0}])
    assert good > bad


def test_rare_features_get_no_weight() -> None:
    model = fit([*BAGS, {"once": 1.0}], np.array([*LABELS, 1.0]), Recipe("logistic", 1.0, fewest=2))
    assert "once" not in model.weights


def test_a_word_that_was_never_seen_gets_the_weight_of_its_like() -> None:
    priors = {
        "good": np.array([1.0, 0.0]),
        "fine": np.array([0.9, 0.1]),
        "bad": np.array([0.0, 1.0]),
    }
    model = fit(BAGS, LABELS, Recipe("logistic", 1.0, prior_scale=1.0, priors=priors))
    assert model.weights["fine"] > 0 > model.weights["bad"]
    alone = fit(BAGS, LABELS, Recipe("logistic", 1.0))
    assert "fine" not in alone.weights


def test_folding_changes_no_score() -> None:
    priors = {"good": np.array([1.0]), "bad": np.array([-0.5])}
    recipe = Recipe("ridge", 0.1, prior_scale=1.0, priors=priors, emphasis={"g": 2.0})
    model = fit(BAGS, LABELS, recipe)
    assert predict(model, BAGS) == pytest.approx(LABELS, abs=0.05)


def test_emphasis_shrinks_less() -> None:
    plain = fit(BAGS, LABELS, Recipe("ridge", 10.0))
    strong = fit(BAGS, LABELS, Recipe("ridge", 10.0, emphasis={"good": 5.0}))
    assert strong.weights["good"] > plain.weights["good"]


def test_folds_keep_groups_together_and_are_seeded() -> None:
    groups = [f"document {number // 3}" for number in range(30)]
    dealt = folds(groups)
    assert len(set(dealt.tolist())) == 5
    assert all(len({int(dealt[n + k]) for k in range(3)}) == 1 for n in range(0, 30, 3))
    assert dealt.tolist() == folds(groups).tolist()
    assert dealt.tolist() != folds(groups, seed=1).tolist()


def test_words_used_alike_have_vectors_alike() -> None:
    frames = ["the {} ran to the river", "a {} slept near the old river", "we saw the {} eat grass"]
    stones = ["the {} fell from the wall", "a {} of granite broke", "he cut the {} with steel"]
    texts = [frame.format(word) for word in ("fox", "wolf") for frame in frames for _ in range(5)]
    texts += [frame.format("stone") for frame in stones for _ in range(5)]
    vectors = word_vectors(texts)
    assert vectors["fox"] @ vectors["wolf"] > vectors["fox"] @ vectors["stone"]
    assert np.linalg.norm(vectors["fox"]) == pytest.approx(1.0)
    again = word_vectors(texts)
    assert all(np.array_equal(vectors[word], again[word]) for word in vectors)
