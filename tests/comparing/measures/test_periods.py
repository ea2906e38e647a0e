"""Coverage over time: how time is cut, what is measured in each period, and where it parts."""

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from divergence.comparing.articles_by_source import by_source
from divergence.comparing.cautions import ONE_ARTICLE_A_PERIOD
from divergence.comparing.measures.periods import course, periods

MONDAY = date(2024, 1, 1)


def days(*offsets):
    return [MONDAY + timedelta(days=offset) for offset in offsets]


def test_less_than_two_weeks_is_one_occasion():
    assert periods([days(0, 13)]) == ()
    assert periods([[], []]) == ()
    assert periods([]) == ()


def test_busy_days_stand_alone():
    cut = periods([days(0, 0, 0, 1, 1, 1, 20, 20, 20)])
    assert [period.start for period in cut] == days(0, 1, 20)
    assert all(period.start == period.end for period in cut)


def test_weeks_begin_on_monday_and_empty_ones_are_left_out():
    cut = periods([days(1, 2, 3, 15, 16, 20)])
    assert [(period.start, period.end) for period in cut] == [
        (MONDAY, MONDAY + timedelta(days=6)),
        (MONDAY + timedelta(days=14), MONDAY + timedelta(days=20)),
    ]


def test_sparse_coverage_is_cut_into_months():
    cut = periods([[date(2024, 1, 31), date(2024, 2, 3), date(2024, 12, 5)]])
    assert [(period.start, period.end) for period in cut] == [
        (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 12, 1), date(2024, 12, 31)),
    ]


def test_a_few_articles_in_years_are_cut_into_years():
    of_source = [date(year, month, 31) for year in range(2010, 2016) for month in (1, 5, 12)]
    cut = periods([of_source])
    assert [(period.start, period.end) for period in cut] == [
        (date(year, 1, 1), date(year, 12, 31)) for year in range(2010, 2016)
    ]


def test_quarters_end_with_their_third_month():
    of_source = [date(2023 + n // 4, 2 + 3 * (n % 4), d) for n in range(5) for d in (1, 9, 20)]
    months_apart = [date(2023 + n // 4, 1 + 3 * (n % 4), 15) for n in range(5)]
    cut = periods([[*of_source, *months_apart]])
    assert cut[0] == (date(2023, 1, 1), date(2023, 3, 31))
    assert cut[-1] == (date(2024, 1, 1), date(2024, 3, 31))
    assert len(cut) == 5


def dated(tally, day):
    return replace(tally, article=replace(tally.article, date=day))


@pytest.fixture
def columns(column):
    return [column(f"f.m{n}", family=("certainty", "agency")[n % 2]) for n in range(4)]


@pytest.fixture
def parting(chance_tally, columns):
    """Four weeks; in the third, B's certainty leaves A's."""
    random = np.random.default_rng(2)
    return [
        dated(
            chance_tally(
                source,
                f"{week}{source}{n}",
                random,
                columns,
                rates=[8 if week == 2 and source == "B" and m % 2 == 0 else 3 for m in range(4)],
            ),
            MONDAY + timedelta(days=7 * week + n % 5),
        )
        for week in range(4)
        for source in "AB"
        for n in range(6)
    ]


def test_the_period_in_which_coverage_parts_is_found(parting, columns):
    partings = course(by_source(parting), columns, rounds=200).partings
    known = [parting for parting in partings if math.isfinite(parting.divergence.ratio)]
    first = max(known, key=lambda parting: parting.divergence.ratio)
    assert first.start == MONDAY + timedelta(days=14)
    assert first.divergence.family == "certainty"
    assert first.divergence.p < 0.01


def test_estimates_are_those_of_the_articles_in_the_period(one_tally, column):
    columns = [column("f.rate")]
    made = [
        dated(one_tally("A", f"a{n}", [[[[n, 100], [0, 0]]]], columns), day)
        for n, day in enumerate(days(0, 0, 0, 21, 21, 21))
    ]
    early, late = course(by_source(made), columns, rounds=100).estimates
    assert (early.value, late.value) == pytest.approx((1.0, 4.0))
    assert early.low <= 1.0 <= early.high
    assert early.n_articles == 3


def test_one_article_has_no_interval_and_undated_ones_no_place(one_tally, column):
    columns = [column("f.rate")]
    made = [
        dated(one_tally("A", "a", [[[[1, 100], [0, 0]]]], columns), MONDAY),
        dated(one_tally("A", "b", [[[[3, 100], [0, 0]]]], columns), MONDAY + timedelta(days=40)),
        one_tally("A", "c", [[[[90, 100], [0, 0]]]], columns),
    ]
    estimates = course(by_source(made), columns, rounds=50).estimates
    assert [estimate.value for estimate in estimates] == pytest.approx([1.0, 3.0])
    assert all(math.isnan(estimate.low) for estimate in estimates)
    assert all(ONE_ARTICLE_A_PERIOD in estimate.cautions for estimate in estimates)


def test_order_of_articles_changes_nothing(parting, columns):
    assert repr(course(by_source(parting), columns, rounds=50)) == repr(
        course(by_source(parting[::-1]), columns, rounds=50)
    )
