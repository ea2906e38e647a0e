"""The numbers of charts that draw measured columns: values, differences, families, periods."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from divergence.comparing.measures.measure_results import (
    Contrast,
    Distances,
    Estimate,
    Parting,
    PeriodEstimate,
)
from divergence.comparing.parties import THE_OTHERS
from divergence.counting.columns import Column
from divergence.phrases import row, say
from divergence.plots.contrasts import NamedContrast
from divergence.plots.course import Course
from divergence.plots.dendrogram import Tree
from divergence.plots.estimates import label
from divergence.plots.multiples import Multiples
from divergence.plots.number_format import in_words, is_share, number
from divergence.reporting import number_sentences
from divergence.reporting.html.chart_numbers.number_rows import Numbers, Row, numbers, spread
from divergence.reporting.html.reader_links import Period, Places, Way
from divergence.reporting.pages.over_time import RARE
from divergence.reporting.report import Report, Table
from divergence.types import VoiceChoice

MOST_FAMILIES, MOST_PAIRS = 200, 40
OVERALL = "overall"


def of_multiples(data: Multiples, report: Report, places: Places) -> Numbers:
    """List every estimate of small multiples."""
    rows = (
        _estimate(estimate, panel.column, places)
        for panel in data.panels
        for estimate in panel.estimates
    )
    return numbers(row("behind.multiples"), rows, right=(3, 4, 5))


def of_contrasts(data: tuple[NamedContrast, ...], report: Report, places: Places) -> Numbers:
    """List every difference, with ways to the places of both sides."""
    columns = {column.name: column for column in report.comparison.columns}
    found = {(e.source, e.column, e.voice): e for e in report.comparison.estimates}
    rows = (_contrast(each.contrast, columns, found, places) for each in data)
    return numbers(row("behind.contrasts"), rows, right=(3, 4))


def of_profile(data: object, report: Report, places: Places) -> Numbers:
    """List how far apart each family lies, beside what chance gives."""
    rows = (
        Row(
            (
                number_sentences.capital(number_sentences.topic(one.family)),
                _pair(one.source, one.reference),
                number(one.divergence),
                number(one.floor),
                number(one.floor_high),
                number(one.ratio),
                number(one.p),
            ),
            _family(one.family, one.source, one.reference, places),
        )
        for one in report.comparison.profile
    )
    return numbers(row("behind.profile"), rows, right=(2, 3, 4, 5, 6), most=MOST_FAMILIES)


def of_course(data: Course, report: Report, places: Places) -> Numbers:
    """List every value over time, with ways to the places of its period."""
    columns = {column.name: column for column in report.comparison.columns}
    rows = (
        _period(one, columns[one.column], places)
        for panel in data.panels
        for one in panel.estimates
        if one.column in columns
    )
    return numbers(row("behind.course"), rows, right=(3, 4, 5))


def of_distances(data: Distances, report: Report, places: Places) -> Numbers:
    """List pairs of sources, those furthest apart first."""
    pairs = [
        (data.values[i][j], data.sources[j], data.sources[i])
        for i in range(len(data.sources))
        for j in range(i)
        if data.values[i][j] == data.values[i][j]
    ]
    rows = (
        Row((_pair(a, b), number(value)), _family(data.family, a, b, places))
        for value, a, b in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:]))
    )
    return numbers(row("behind.distances"), rows, right=(1,), most=MOST_PAIRS)


def of_tree(data: Tree, report: Report, places: Places) -> Numbers:
    """List the joins of a tree, with ways to the distances that they average."""
    ways = tuple(
        Way(number_sentences.topic(part.data.family), f"#figure-{part.name}")
        for part in report.charts
        if isinstance(part.data, Distances)
    )
    return numbers(
        row("behind.tree"),
        (Row((*names, number(distance)), ways) for names, distance in _joins(data)),
        right=(2,),
    )


def of_partings(table: Table, report: Report, places: Places) -> Numbers:
    """List the periods of a table in which coverage parts, with the ways to their articles."""
    ranked = sorted(
        (
            one
            for one in report.comparison.partings
            if math.isfinite(one.divergence.ratio) and one.divergence.p <= RARE
        ),
        key=lambda one: (-one.divergence.ratio, one.start, one.divergence.source),
    )
    rows = (_parting(one, places) for one in ranked[: len(table.rows)])
    return numbers(row("behind.partings"), rows, right=(3, 4, 5))


def _parting(one: Parting, places: Places) -> Row:
    apart = one.divergence
    return Row(
        (
            say("behind.period", start=one.start.isoformat(), end=one.end.isoformat()),
            number_sentences.capital(number_sentences.topic(apart.family)),
            _pair(apart.source, apart.reference),
            number(apart.divergence),
            number(apart.floor),
            number(apart.p),
        ),
        _family(apart.family, apart.source, apart.reference, places, Period(one.start, one.end)),
    )


def _joins(data: Tree) -> Iterator[tuple[tuple[str, str], float]]:
    held = {float(place): [source] for place, source in enumerate(data.sources)}
    for join in sorted(data.joins, key=lambda one: (one.distance, one.rows)):
        first, second = (held.get(row, []) for row in join.rows)
        yield (
            (number_sentences.list_of(first, most=4), number_sentences.list_of(second, most=4)),
            join.distance,
        )
        held[sum(join.rows) / 2] = [*first, *second]


def _estimate(one: Estimate, column: Column, places: Places) -> Row:
    share = is_share(column.unit)
    known = one.value == one.value
    return Row(
        (
            number_sentences.named(column),
            number_sentences.short(one.source),
            say(f"voice.{one.voice}"),
            number_sentences.given(one.value, column.unit)
            if known
            else number_sentences.undefined(one.caution),
            spread(one.low, one.high, share=share),
            number(one.n_articles),
        ),
        places.measured(column, one.source, one.voice),
    )


def _contrast(
    one: Contrast,
    columns: Mapping[str, Column],
    found: Mapping[tuple[str, str, VoiceChoice], Estimate],
    places: Places,
) -> Row:
    column = columns[one.column]
    share = is_share(column.unit)
    known = one.difference == one.difference
    values, ways = [], []
    for source in (one.source, one.reference):
        value = found.get((source, one.column, one.voice))
        if value is not None:
            values.append(number(value.value, share=share))
            name = number_sentences.short(source)
            ways += [
                Way(say("behind.of", source=name, what=way.text), way.href)
                for way in places.measured(column, source, one.voice)
            ]
    return Row(
        (
            f"{number_sentences.named(column)}, {in_words(column.unit)}",
            say(
                "behind.less",
                a=number_sentences.short(one.source),
                b=number_sentences.short(one.reference),
            ),
            say(f"voice.{one.voice}"),
            number(one.difference, share=share, signed=True)
            if known
            else number_sentences.undefined(one.caution),
            spread(one.low, one.high, share=share, signed=True),
            say("behind.less", a=values[0], b=values[1]) if len(values) > 1 else "".join(values),
        ),
        tuple(ways),
    )


def _period(one: PeriodEstimate, column: Column, places: Places) -> Row:
    share = is_share(column.unit)
    period = Period(one.start, one.end)
    return Row(
        (
            label(column),
            number_sentences.short(one.source),
            say("behind.period", start=one.start.isoformat(), end=one.end.isoformat()),
            number(one.value, share=share),
            spread(one.low, one.high, share=share),
            number(one.n_articles),
        ),
        places.measured(column, one.source, "all", period),
    )


def _pair(a: str, b: str) -> str:
    return say("behind.pair", a=number_sentences.short(a), b=number_sentences.short(b))


def _family(
    family: str, a: str, b: str, places: Places, period: Period | None = None
) -> tuple[Way, ...]:
    if family == OVERALL:
        return ()
    parties = [a] if b == THE_OTHERS else [a, b]
    return tuple(way for source in parties for way in places.family(family, source, period))
