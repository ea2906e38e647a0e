"""Intervals of a few articles are widened by Student's quantile, within what a measure can be."""

import math

import numpy as np
import pytest

from divergence.comparing.articles_by_source import by_source
from divergence.comparing.measures.estimates import estimates
from divergence.comparing.measures.few_article_intervals import widened, widening_factor
from divergence.comparing.measures.party_intervals import all_but, parties, pooled_party

FREE = np.array([[-np.inf, np.inf]])


@pytest.mark.parametrize(("n", "student"), [(3, 4.303), (5, 2.776), (11, 2.228), (31, 2.042)])
def test_stretch_follows_the_table_of_student(n: int, student: float) -> None:
    assert widening_factor(n) == pytest.approx(student / 1.96 * math.sqrt(n / (n - 1)), rel=1e-3)


def test_articles_drawn_in_parts_have_less_freedom() -> None:
    assert widening_factor(12, 6) == pytest.approx(2.447 / 1.96 * math.sqrt(2), rel=1e-3)
    assert widening_factor(6, 6) == widening_factor(1) == widening_factor(0, 0) == 1.0


def test_ends_move_and_values_do_not() -> None:
    low, high = widened(np.array([2.0]), np.array([1.0]), np.array([2.5]), factor=2.0, bounds=FREE)
    assert (low.tolist(), high.tolist()) == ([0.0], [3.0])


def test_the_mirror_image_is_exact() -> None:
    random = np.random.default_rng(3)
    values, below, above = random.normal(size=(3, 1, 50))
    lows, highs = values - np.abs(below), values + np.abs(above)
    low, high = widened(values, lows, highs, factor=widening_factor(4), bounds=FREE)
    other_low, other_high = widened(-values, -highs, -lows, factor=widening_factor(4), bounds=FREE)
    assert (other_low == -high).all()
    assert (other_high == -low).all()


def test_what_is_undefined_stays_so() -> None:
    low, high = widened(
        np.array([np.nan, 1.0]),
        np.array([0.0, np.nan]),
        np.array([1.0, np.nan]),
        factor=2.0,
        bounds=np.array([[0.0, 1.0]] * 2),
    )
    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_the_others_know_what_was_resampled_of_them(one_tally, column) -> None:
    columns = [column("f.rate")]
    counts = [[[[1, 50], [0, 0]]], [[[2, 50], [0, 0]]]]
    several = [one_tally("A", name, counts, columns) for name in ("a1", "a2")]
    single = [one_tally(name, "only", counts, columns) for name in ("B", "C")]
    made = list(parties(by_source([*several, *single]), rounds=9, seed=0))
    others = all_but(pooled_party(iter(made)), made[0])
    assert (others.n_articles, others.basis) == (2, "sentences")
    assert all_but(pooled_party(iter(made)), made[1]).basis == "articles"


def test_a_single_article_is_not_widened(one_tally, column) -> None:
    columns = [column("f.share", per="evidence")]
    counts = [[[[k % 2, 1], [0, 0]]] for k in range(12)]
    (estimate,) = (
        e
        for e in estimates(by_source([one_tally("A", "a", counts, columns)]), columns)
        if e.voice == "reporter"
    )
    assert 0 < estimate.low < estimate.value < estimate.high < 1
