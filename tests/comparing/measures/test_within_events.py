"""Pooled differences within events: hand-counted, and what must not change them."""

import math

import numpy as np
import pytest

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import by_source
from divergence.comparing.measures.contrasts import contrasts


def of_all(listed):
    return next(contrast for contrast in listed if contrast.voice == "all")


@pytest.fixture
def rate(column):
    return [column("f.rate")]


def test_weights_are_those_of_mantel_and_haenszel(one_tally, rate):
    """Two events by hand: (6 - 2) * 50 and (1 - 3) * 80 over 50 + 80, per 100 words."""
    made = [
        one_tally("A", "1", [[[[6, 100], [0, 0]]]], rate, event="x"),
        one_tally("B", "2", [[[[2, 100], [0, 0]]]], rate, event="x"),
        one_tally("A", "3", [[[[4, 400], [0, 0]]]], rate, event="y"),
        one_tally("B", "4", [[[[3, 100], [0, 0]]]], rate, event="y"),
    ]
    contrast = of_all(contrasts(by_source(made), rate))
    assert contrast.difference == pytest.approx((4 * 50 - 2 * 80) / 130)
    assert contrast.n_events == 2
    assert cautions.ONE_ARTICLE_AN_EVENT in contrast.cautions


def test_articles_on_events_that_one_side_lacks_take_no_part(one_tally, rate):
    shared = [
        one_tally("A", "1", [[[[6, 100], [0, 0]]]], rate, event="x"),
        one_tally("B", "2", [[[[2, 100], [0, 0]]]], rate, event="x"),
    ]
    alone = one_tally("A", "3", [[[[90, 100], [0, 0]]]], rate, event="y")
    contrast = of_all(contrasts(by_source([*shared, alone]), rate))
    assert contrast.difference == pytest.approx(4)
    assert contrast.n_events == 1


def test_without_a_common_event_the_plain_difference_is_doubted(one_tally, rate):
    made = [
        one_tally("A", f"a{n}", [[[[6, 100], [0, 0]]]], rate, event=f"x{n}") for n in range(3)
    ] + [one_tally("B", f"b{n}", [[[[2, 100], [0, 0]]]], rate, event=f"y{n}") for n in range(3)]
    contrast = of_all(contrasts(by_source(made), rate))
    assert contrast.difference == pytest.approx(4)
    assert contrast.n_events == 0
    assert math.isnan(contrast.p)
    assert cautions.NO_COMMON_EVENT in contrast.cautions


def test_an_event_in_which_one_side_defines_nothing_carries_nothing(one_tally, column):
    share = [column("f.share", "evidence")]
    made = [
        one_tally("A", "1", [[[[1, 2], [0, 0]]]], share, event="x"),
        one_tally("B", "2", [[[[0, 0], [0, 0]]]], share, event="x"),
        one_tally("A", "3", [[[[1, 4], [0, 0]]]], share, event="y"),
        one_tally("B", "4", [[[[3, 4], [0, 0]]]], share, event="y"),
    ]
    contrast = of_all(contrasts(by_source(made), share))
    assert contrast.difference == pytest.approx(-0.5)
    assert contrast.n_events == 1


def test_chosen_reference_takes_the_place_of_the_others(one_tally, rate):
    made = [
        one_tally(source, f"{source}{n}", [[[[count, 100], [0, 0]]]], rate)
        for source, count in (("A", 6), ("B", 2), ("C", 1))
        for n in range(3)
    ]
    listed = [c for c in contrasts(by_source(made), rate, reference="B") if c.voice == "all"]
    assert [(c.source, c.reference) for c in listed] == [("A", "B"), ("C", "B")]
    assert [c.difference for c in listed] == pytest.approx([4, -1])


@pytest.mark.parametrize("n_events", [4, 30])
def test_interval_covers_the_planted_difference(chance_tally, column, n_events):
    """Topics differ wildly from event to event; within each, B's rate is higher by two."""
    columns = [column("f.rate")]
    random = np.random.default_rng(5)
    made = [
        chance_tally(
            source,
            f"{event}{source}{n}",
            random,
            columns,
            rates=[2 + 3 * (event % 5) + (2 if source == "B" else 0)],
            event=f"e{event}",
        )
        for event in range(n_events)
        for source in "AB"
        for n in range(3 if n_events < 10 else 1)
    ]
    contrast = of_all(contrasts(by_source(made), columns))
    assert contrast.low < -2 < contrast.high < 0
    assert contrast.p < 0.05
    assert contrast.n_events == n_events


@pytest.mark.parametrize(("n_events", "drawn_whole"), [(9, False), (10, True)])
def test_ten_events_are_drawn_whole_and_fewer_are_all_kept(one_tally, rate, n_events, drawn_whole):
    """With one article of one sentence for each side only drawing events moves the difference."""
    made = [
        one_tally(source, f"{source}{n}", [[[[count, 100], [0, 0]]]], rate, event=f"e{n}")
        for n in range(n_events)
        for source, count in (("A", 2 + n), ("B", 1))
    ]
    contrast = of_all(contrasts(by_source(made), rate, rounds=200))
    assert contrast.n_events == n_events
    assert (contrast.low < contrast.difference < contrast.high) is drawn_whole


@pytest.mark.parametrize(
    ("n_events", "a", "b", "doubted"),
    [(3, 2, 9, True), (3, 9, 2, True), (9, 4, 4, True), (3, 5, 5, False), (10, 2, 2, False)],
)
def test_few_articles_an_event_are_a_caution_however_many_events(
    chance_tally, rate, n_events, a, b, doubted
):
    random = np.random.default_rng(0)
    made = [
        chance_tally(source, f"{source}{event}-{n}", random, rate, rates=[3], event=f"e{event}")
        for event in range(n_events)
        for source, number in (("A", a), ("B", b))
        for n in range(number)
    ]
    contrast = of_all(contrasts(by_source(made), rate, rounds=20))
    assert (cautions.FEW_ARTICLES_AN_EVENT in contrast.cautions) is doubted
    assert cautions.ONE_ARTICLE_AN_EVENT not in contrast.cautions
