"""How measures move over time, and the periods in which coverage parts."""

from __future__ import annotations

import math
from datetime import date as Date

from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Contrast, Parting
from divergence.counting.columns import Column
from divergence.displays import course
from divergence.displays.contrast_selection import largest
from divergence.phrases import row, say, semicolons
from divergence.plots.course import Course, CoursePanel
from divergence.plots.number_format import day, number
from divergence.plots.party_names import list_of, topic
from divergence.reporting.number_sentences import and_more
from divergence.reporting.report import Cell, Chart, Page, Table
from divergence.reporting.report_context import ReportContext

MOST_PANELS = 6
MOST_LINES = 4
MOST_ROWS = 8
RARE = 0.05


def page(context: ReportContext) -> Page | None:
    """Return the page, or None where the dates span less than two weeks."""
    periods = context.comparison.periods
    columns = _columns(context)
    if not periods or not columns:
        return None
    sources = largest(context.comparison, MOST_LINES)
    data = Course(sources, course.panels(periods, columns, sources))
    left = len(context.sources) - len(sources)
    chart = Chart(
        name="course",
        kind="course",
        title=course.headline(data),
        subtitle=course.how_to_read(periods),
        data=data,
        caution=say("course.not_shown", sources=left) if left > 0 else "",
        alt=semicolons([_panel_in_words(panel) for panel in data.panels])[:2000],
    )
    table = _partings(context)
    return Page("time", say("heading.course"), (chart, table) if table else (chart,))


def _columns(context: ReportContext) -> list[Column]:
    """The measure of each family that tells sources apart most, defined in two periods."""
    defined = course.defined(context.comparison.periods)
    families = dict.fromkeys(column.family for column in context.comparison.columns)
    chosen = []
    for family in families:
        columns = [column for column in context.family(family) if column.name in defined]
        strongest: tuple[Contrast, ...] = context.strongest(columns, most=1)
        if strongest:
            chosen.append(context.columns[strongest[0].column])
        elif columns:
            chosen.append(columns[0])
    return chosen[:MOST_PANELS]


def rare_partings(comparison: Comparison) -> list[Parting]:
    """Rank the periods in which sources lie further apart than chance explains."""
    rare = (
        parting
        for parting in comparison.partings
        if math.isfinite(parting.divergence.ratio) and parting.divergence.p <= RARE
    )
    return sorted(rare, key=lambda p: (-p.divergence.ratio, p.start, p.divergence.source))


def _partings(context: ReportContext) -> Table | None:
    ranked = rare_partings(context.comparison)
    if not ranked:
        return None
    looked_at = sum(math.isfinite(p.divergence.p) for p in context.comparison.partings)
    return Table(
        name="partings",
        title=say("course.parts", when=_when(ranked[0].start, ranked[0].end)),
        subtitle=say("course.parts_how", looked_at=looked_at, chance=number(looked_at * RARE)),
        head=row("course.parts_head"),
        widths=(0.24, 0.28, 0.24, 0.14, 0.1),
        align=("left", "left", "left", "right", "right"),
        rows=tuple(_row(parting) for parting in ranked[:MOST_ROWS]),
        more=and_more(len(ranked) - MOST_ROWS, "parting"),
    )


def _row(parting: Parting) -> tuple[Cell, ...]:
    apart = parting.divergence
    return (
        Cell(_when(parting.start, parting.end)),
        Cell(list_of((apart.source, apart.reference))),
        Cell(topic(apart.family)),
        Cell(number(apart.ratio), apart.ratio),
        Cell(number(apart.p), apart.p),
    )


def _when(start: Date, end: Date) -> str:
    if start == end:
        return say("course.on", day=day(start))
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        years = {str(start.year), str(end.year)}
        if len(years) == 1:
            return say("course.in_year", year=years.pop())
        return say("course.from_to", first=min(years), last=max(years))
    return say("course.from_to", first=day(start), last=day(end))


def _panel_in_words(panel: CoursePanel) -> str:
    known = [estimate for estimate in panel.estimates if math.isfinite(estimate.value)]
    return say("course.told", measure=panel.title, n=len(known))
