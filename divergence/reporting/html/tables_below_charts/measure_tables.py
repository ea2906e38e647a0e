"""The numbers of charts that draw measured columns: values, differences, families, periods."""

from __future__ import annotations

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
from divergence.plots.party_names import capital, list_of, short, topic
from divergence.reporting import number_sentences
from divergence.reporting.html.reader_links import Link, Period, ReaderLinks
from divergence.reporting.html.tables_below_charts.data_table import (
    DataRow,
    DataTable,
    data_table,
    spread,
)
from divergence.reporting.pages.over_time import rare_partings
from divergence.reporting.report import Report, Table
from divergence.types import VoiceChoice

MOST_FAMILIES, MOST_PAIRS = 200, 40
OVERALL = "overall"


def multiples_table(data: Multiples, report: Report, reader: ReaderLinks) -> DataTable:
    """List every estimate of small multiples."""
    rows = (
        _estimate(estimate, panel.column, reader)
        for panel in data.panels
        for estimate in panel.estimates
    )
    return data_table(row("behind.multiples"), rows, right=(3, 4, 5))


def contrasts_table(
    data: tuple[NamedContrast, ...], report: Report, reader: ReaderLinks
) -> DataTable:
    """List every difference, with links to the places of both sides."""
    columns = {column.name: column for column in report.comparison.columns}
    estimates = {(e.source, e.column, e.voice): e for e in report.comparison.estimates}
    rows = (_contrast(named.contrast, columns, estimates, reader) for named in data)
    return data_table(row("behind.contrasts"), rows, right=(3, 4))


def profile_table(data: object, report: Report, reader: ReaderLinks) -> DataTable:
    """List how far apart each family lies, beside what chance gives."""
    rows = (
        DataRow(
            (
                capital(topic(family.family)),
                _pair(family.source, family.reference),
                number(family.divergence),
                number(family.floor),
                number(family.floor_high),
                number(family.ratio),
                number(family.p),
            ),
            _family(family.family, family.source, family.reference, reader),
        )
        for family in report.comparison.profile
    )
    return data_table(row("behind.profile"), rows, right=(2, 3, 4, 5, 6), most=MOST_FAMILIES)


def course_table(data: Course, report: Report, reader: ReaderLinks) -> DataTable:
    """List every value over time, with links to the places of its period."""
    columns = {column.name: column for column in report.comparison.columns}
    rows = (
        _period(estimate, columns[estimate.column], reader)
        for panel in data.panels
        for estimate in panel.estimates
        if estimate.column in columns
    )
    return data_table(row("behind.course"), rows, right=(3, 4, 5))


def distances_table(data: Distances, report: Report, reader: ReaderLinks) -> DataTable:
    """List pairs of sources, those furthest apart first."""
    pairs = [
        (data.values[i][j], data.sources[j], data.sources[i])
        for i in range(len(data.sources))
        for j in range(i)
        if data.values[i][j] == data.values[i][j]
    ]
    rows = (
        DataRow((_pair(a, b), number(value)), _family(data.family, a, b, reader))
        for value, a, b in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:]))
    )
    return data_table(row("behind.distances"), rows, right=(1,), most=MOST_PAIRS)


def tree_table(data: Tree, report: Report, reader: ReaderLinks) -> DataTable:
    """List the joins of a tree, with links to the distances that they average."""
    links = tuple(
        Link(topic(part.data.family), f"#figure-{part.name}")
        for part in report.charts
        if isinstance(part.data, Distances)
    )
    return data_table(
        row("behind.tree"),
        (DataRow((*names, number(distance)), links) for names, distance in _joins(data)),
        right=(2,),
    )


def partings_table(table: Table, report: Report, reader: ReaderLinks) -> DataTable:
    """List the periods of a table in which coverage parts, with links to their articles."""
    ranked = rare_partings(report.comparison)
    rows = (_parting(parting, reader) for parting in ranked[: len(table.rows)])
    return data_table(row("behind.partings"), rows, right=(3, 4, 5))


def _parting(parting: Parting, reader: ReaderLinks) -> DataRow:
    apart = parting.divergence
    return DataRow(
        (
            say("behind.period", start=parting.start.isoformat(), end=parting.end.isoformat()),
            capital(topic(apart.family)),
            _pair(apart.source, apart.reference),
            number(apart.divergence),
            number(apart.floor),
            number(apart.p),
        ),
        _family(
            apart.family, apart.source, apart.reference, reader, Period(parting.start, parting.end)
        ),
    )


def _joins(data: Tree) -> Iterator[tuple[tuple[str, str], float]]:
    held = {float(place): [source] for place, source in enumerate(data.sources)}
    for join in sorted(data.joins, key=lambda step: (step.distance, step.rows)):
        first, second = (held.get(row, []) for row in join.rows)
        yield ((list_of(first, most=4), list_of(second, most=4)), join.distance)
        held[sum(join.rows) / 2] = [*first, *second]


def _estimate(estimate: Estimate, column: Column, reader: ReaderLinks) -> DataRow:
    share = is_share(column.unit)
    known = estimate.value == estimate.value
    return DataRow(
        (
            label(column),
            short(estimate.source),
            say(f"voice.{estimate.voice}"),
            number_sentences.given(estimate.value, column.unit)
            if known
            else number_sentences.undefined(estimate.caution),
            spread(estimate.low, estimate.high, share=share),
            number(estimate.n_articles),
        ),
        reader.to_column(column, estimate.source, estimate.voice),
    )


def _contrast(
    contrast: Contrast,
    columns: Mapping[str, Column],
    estimates: Mapping[tuple[str, str, VoiceChoice], Estimate],
    reader: ReaderLinks,
) -> DataRow:
    column = columns[contrast.column]
    share = is_share(column.unit)
    known = contrast.difference == contrast.difference
    values, links = [], []
    for source in (contrast.source, contrast.reference):
        value = estimates.get((source, contrast.column, contrast.voice))
        if value is not None:
            values.append(number(value.value, share=share))
            name = short(source)
            links += [
                Link(say("behind.of", source=name, what=link.text), link.href)
                for link in reader.to_column(column, source, contrast.voice)
            ]
    return DataRow(
        (
            f"{label(column)}, {in_words(column.unit)}",
            say("behind.less", a=short(contrast.source), b=short(contrast.reference)),
            say(f"voice.{contrast.voice}"),
            number(contrast.difference, share=share, signed=True)
            if known
            else number_sentences.undefined(contrast.caution),
            spread(contrast.low, contrast.high, share=share, signed=True),
            say("behind.less", a=values[0], b=values[1]) if len(values) > 1 else "".join(values),
        ),
        tuple(links),
    )


def _period(estimate: PeriodEstimate, column: Column, reader: ReaderLinks) -> DataRow:
    share = is_share(column.unit)
    period = Period(estimate.start, estimate.end)
    return DataRow(
        (
            label(column),
            short(estimate.source),
            say("behind.period", start=estimate.start.isoformat(), end=estimate.end.isoformat()),
            number(estimate.value, share=share),
            spread(estimate.low, estimate.high, share=share),
            number(estimate.n_articles),
        ),
        reader.to_column(column, estimate.source, "all", period),
    )


def _pair(a: str, b: str) -> str:
    return say("behind.pair", a=short(a), b=short(b))


def _family(
    family: str, a: str, b: str, reader: ReaderLinks, period: Period | None = None
) -> tuple[Link, ...]:
    if family == OVERALL:
        return ()
    parties = [a] if b == THE_OTHERS else [a, b]
    return tuple(link for source in parties for link in reader.to_family(family, source, period))
