"""Coverage over time: every measure by period, and the periods in which coverage parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta
from statistics import median
from typing import NamedTuple

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import Group, by_source
from divergence.comparing.measures.article_spread import ALL_VOICES, spread
from divergence.comparing.measures.bootstrap import percentile_interval
from divergence.comparing.measures.family_divergence import family_divergences
from divergence.comparing.measures.few_article_intervals import bounds, widened, widening_factor
from divergence.comparing.measures.measure_results import Parting, PeriodEstimate
from divergence.comparing.random_draws import draw_articles, drawn_sums, generator
from divergence.counting.columns import Column
from divergence.counting.tally import ratios, scales, with_all

# Shorter than two weeks, a corpus tells of one occasion and not of a course of time.
FEWEST_DAYS = 14
# Articles that a period should hold of a source, in the middle case.
ENOUGH_ARTICLES = 3
# Quarters and years are taken only where they still leave a course to look at.
FEWEST_LONG_PERIODS = 4


class Course(NamedTuple):
    """Measures by source and period, and periods in which sources lie apart."""

    estimates: tuple[PeriodEstimate, ...]
    partings: tuple[Parting, ...]


class Period(NamedTuple):
    """A stretch of days, both ends included."""

    start: Date
    end: Date


def periods(dates: Sequence[Sequence[Date]]) -> tuple[Period, ...]:
    """Cut the time of a corpus into days, weeks, months, quarters or years."""
    every = [date for of_source in dates for date in of_source]
    if not every or (max(every) - min(every)).days < FEWEST_DAYS:
        return ()
    shortest: tuple[Period, ...] = ()
    for cut in (_day, _week, _month, _quarter, _year):
        cuts = tuple(sorted({cut(date) for date in every}))
        if cut in (_quarter, _year) and len(cuts) < FEWEST_LONG_PERIODS:
            break
        shortest = cuts
        counts = [
            sum(cut(date) == period for date in of_source)
            for of_source in dates
            for period in {cut(date) for date in of_source}
        ]
        if median(counts) >= ENOUGH_ARTICLES:
            break
    return shortest


def course(
    sources: Sequence[Group],
    columns: Sequence[Column],
    *,
    reference: str | None = None,
    rounds: int = 1000,
    seed: int = 0,
) -> Course:
    """Follow measures over time.

    Articles without a date take no part. Many periods and families are looked at: some part by
    chance, and the p-values are not corrected across periods.
    """
    dated = [
        [(date, tally) for tally in group.tallies if (date := tally.article.date) is not None]
        for group in sources
    ]
    cut = periods([[date for date, _ in articles] for articles in dated])
    scale = spread(sources) if cut else None
    estimates: list[PeriodEstimate] = []
    partings: list[Parting] = []
    for period in cut:
        inside = [
            tally
            for articles in dated
            for date, tally in articles
            if period.start <= date <= period.end
        ]
        members = by_source(inside)
        for group in members:
            estimates += _estimates(group, columns, period, rounds=rounds, seed=seed)
        if reference is None or reference in [group.source for group in members]:
            partings += [
                Parting(period.start, period.end, divergence)
                for divergence in family_divergences(
                    members, columns, reference=reference, scale=scale, seed=seed
                )
            ]
    return Course(tuple(estimates), tuple(partings))


def _estimates(
    group: Group, columns: Sequence[Column], period: Period, *, rounds: int, seed: int
) -> list[PeriodEstimate]:
    scale = scales(columns)
    n = group.n_articles
    values = ratios(with_all(group.counts), scale)[:, ALL_VOICES]
    low = high = np.full(values.shape, np.nan)
    if n > 1:
        random = generator(seed, "period", period.start.isoformat(), group.key)
        counts = with_all(drawn_sums(draw_articles(random, n, rounds), group.articles))
        low, high = percentile_interval(ratios(counts, scale)[..., ALL_VOICES])
        low, high = widened(values, low, high, factor=widening_factor(n), bounds=bounds(columns))
    reasons = cautions.few_articles(n) if n > 1 else [cautions.ONE_ARTICLE_A_PERIOD]
    return [
        PeriodEstimate(
            source=group.source,
            column=column.name,
            start=period.start,
            end=period.end,
            value=float(values[number]),
            low=float(low[number]),
            high=float(high[number]),
            n_articles=n,
            cautions=(
                *((cautions.undefined(column),) if np.isnan(values[number]) else ()),
                *reasons,
            ),
        )
        for number, column in enumerate(columns)
    ]


def _day(date: Date) -> Period:
    return Period(date, date)


def _week(date: Date) -> Period:
    monday = date - timedelta(days=date.weekday())
    return Period(monday, monday + timedelta(days=6))


def _month(date: Date) -> Period:
    first = date.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return Period(first, following - timedelta(days=1))


def _quarter(date: Date) -> Period:
    first = date.month - (date.month - 1) % 3
    return Period(
        date.replace(month=first, day=1), _month(date.replace(month=first + 2, day=1)).end
    )


def _year(date: Date) -> Period:
    return Period(date.replace(month=1, day=1), date.replace(month=12, day=31))
