"""Chain metrics on the worked examples of the papers that define them.

Vilain et al. (1995) and Bagga & Baldwin (1998) for MUC and B-cubed, Luo (2005) for CEAF.
"""

from __future__ import annotations

import math

import pytest

from divergence.validation.entities.chain_metrics import Chain, Counts, b_cubed, ceaf, f1_of, muc

# Bagga & Baldwin's truth: 1-2-3-4-5, 6-7 and 8-9-A-B-C.
TRUTH = [frozenset("12345"), frozenset("67"), frozenset("89ABC")]
SMALL_ERROR = [frozenset("12345"), frozenset("6789ABC")]
LARGE_ERROR = [frozenset("1234589ABC"), frozenset("67")]
ALL_IN_ONE = [frozenset("123456789ABC")]
ALONE = [frozenset(mention) for mention in "123456789ABC"]


def precision(counts: Counts) -> float:
    return counts.kept / counts.predicted


def recall(counts: Counts) -> float:
    return counts.recalled / counts.labelled


@pytest.mark.parametrize("response", [SMALL_ERROR, LARGE_ERROR])
def test_muc_cannot_tell_a_small_error_from_a_large_one(response: list[Chain]) -> None:
    assert precision(muc(TRUTH, response)) == pytest.approx(9 / 10)
    assert recall(muc(TRUTH, response)) == 1


@pytest.mark.parametrize(("response", "published"), [(SMALL_ERROR, 0.76), (LARGE_ERROR, 0.58)])
def test_b_cubed_can(response: list[Chain], published: float) -> None:
    assert precision(b_cubed(TRUTH, response)) == pytest.approx(published, abs=0.005)
    assert recall(b_cubed(TRUTH, response)) == pytest.approx(1)


@pytest.mark.parametrize(
    ("response", "published"),
    [(SMALL_ERROR, 0.733), (LARGE_ERROR, 0.667), (ALL_IN_ONE, 0.294), (ALONE, 0.178)],
)
def test_ceaf_by_chains_agrees_with_the_published_table(
    response: list[Chain], published: float
) -> None:
    assert f1_of([ceaf(TRUTH, response)]) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize(
    ("response", "published"),
    [(SMALL_ERROR, 0.947), (LARGE_ERROR, 0.947), (ALL_IN_ONE, 0.900), (ALONE, 0.0)],
)
def test_muc_agrees_with_the_same_table(response: list[Chain], published: float) -> None:
    assert f1_of([muc(TRUTH, response)]) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize(
    ("response", "published"),
    [(SMALL_ERROR, 0.865), (LARGE_ERROR, 0.737), (ALL_IN_ONE, 0.545), (ALONE, 0.400)],
)
def test_b_cubed_agrees_with_the_same_table(response: list[Chain], published: float) -> None:
    assert f1_of([b_cubed(TRUTH, response)]) == pytest.approx(published, abs=0.0006)


def test_a_mention_that_nobody_marked_costs_precision_and_one_missed_costs_recall() -> None:
    labelled, predicted = [frozenset("abc")], [frozenset("abx")]
    # Two of each side's three mentions, each with two thirds of its chain.
    assert b_cubed(labelled, predicted) == pytest.approx((4 / 3, 3, 4 / 3, 3))
    assert muc(labelled, predicted) == (1, 2, 1, 2)
    assert ceaf(labelled, predicted) == pytest.approx((2 / 3, 1, 2 / 3, 1))


def test_counts_of_texts_are_added_before_they_are_divided() -> None:
    good = muc([frozenset("abc")], [frozenset("abc")])
    bad = muc([frozenset("ab")], [])
    # Two links of two predicted, two of three labelled: 2 * 1 * 2/3 / (1 + 2/3).
    assert f1_of([good, bad]) == pytest.approx(0.8)


def test_without_any_chain_there_is_nothing_to_score() -> None:
    assert math.isnan(f1_of([muc([], [])]))
    assert f1_of([ceaf([frozenset("ab")], [])]) == 0
