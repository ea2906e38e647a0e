"""How measures move over time, and the periods in which coverage parts."""

from __future__ import annotations

import math
from datetime import date as Date

from divergence.comparing.measures.measure_results import Contrast, Parting
from divergence.counting.columns import Column
from divergence.displays import course
from divergence.displays.contrast_selection import largest
from divergence.phrases import row, say, semicolons
from divergence.plots.course import Course, CoursePanel
from divergence.plots.number_format import day, number
from divergence.reporting import number_sentences
from divergence.reporting.report import Cell, Chart, Page, Table
from divergence.reporting.report_context import Desk

MOST_PANELS = 6
MOST_LINES = 4
MOST_ROWS = 8
RARE = 0.05


def page(desk: Desk) -> Page | None:
    """Return the page, or None where the dates span less than two weeks."""
    told = desk.comparison.periods
    columns = _columns(desk)
    if not told or not columns:
        return None
    sources = largest(desk.comparison, MOST_LINES)
    data = Course(sources, course.panels(told, columns, sources))
    left = len(desk.sources) - len(sources)
    chart = Chart(
        name="course",
        kind="course",
        title=course.headline(data),
        subtitle=course.how_to_read(told),
        data=data,
        caution=say("course.not_shown", sources=left) if left > 0 else "",
        alt=semicolons([_told(panel) for panel in data.panels])[:2000],
    )
    table = _partings(desk)
    return Page("time", say("heading.course"), (chart, table) if table else (chart,))


def _columns(desk: Desk) -> list[Column]:
    """The measure of each family that tells sources apart most, defined in two periods."""
    defined = course.defined(desk.comparison.periods)
    families = dict.fromkeys(column.family for column in desk.comparison.columns)
    found = []
    for family in families:
        columns = [column for column in desk.family(family) if column.name in defined]
        strongest: tuple[Contrast, ...] = desk.strongest(columns, most=1)
        if strongest:
            found.append(desk.columns[strongest[0].column])
        elif columns:
            found.append(columns[0])
    return found[:MOST_PANELS]


def _partings(desk: Desk) -> Table | None:
    ranked = sorted(
        (
            each
            for each in desk.comparison.partings
            if math.isfinite(each.divergence.ratio) and each.divergence.p <= RARE
        ),
        key=lambda each: (-each.divergence.ratio, each.start, each.divergence.source),
    )
    looked_at = sum(math.isfinite(each.divergence.p) for each in desk.comparison.partings)
    if not ranked:
        return None
    left = len(ranked) - MOST_ROWS
    return Table(
        name="partings",
        title=say("course.parts", when=_when(ranked[0].start, ranked[0].end)),
        subtitle=say("course.parts_how", looked_at=looked_at, chance=number(looked_at * RARE)),
        head=row("course.parts_head"),
        widths=(0.24, 0.28, 0.24, 0.14, 0.1),
        align=("left", "left", "left", "right", "right"),
        rows=tuple(_row(each) for each in ranked[:MOST_ROWS]),
        more=number_sentences.and_more(left, "parting"),
    )


def _row(one: Parting) -> tuple[Cell, ...]:
    apart = one.divergence
    return (
        Cell(_when(one.start, one.end)),
        Cell(number_sentences.list_of((apart.source, apart.reference))),
        Cell(number_sentences.topic(apart.family)),
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


def _told(panel: CoursePanel) -> str:
    known = [each for each in panel.estimates if math.isfinite(each.value)]
    return say("course.told", measure=panel.title, n=len(known))
