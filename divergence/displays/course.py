"""Measures over time, a line for each source."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date as Date
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import PeriodEstimate
from divergence.counting.columns import Column
from divergence.displays.contrast_selection import largest, strongest
from divergence.displays.display import (
    Display,
    checked,
    column_named,
    listed,
    must_be_compared,
    source_names,
)
from divergence.phrases import declared, say
from divergence.plots import course
from divergence.plots.course import Course, CoursePanel
from divergence.plots.estimates import label
from divergence.plots.number_format import day
from divergence.plots.party_names import short

MOST_LINES = 6


class CourseDisplay(Display[Course]):
    """How measures move from period to period, with bands for their intervals."""

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        columns: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        most: int = 6,
        ax: Axes | None = None,
    ) -> Self:
        """Draw measures of a comparison over time.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it; its articles need dates
            that span two weeks or more.
        columns : sequence of str, optional
            Names of columns, a panel each, in this order. By default those that tell the sources
            apart most and are defined in two periods or more.
        sources : sequence of str, optional
            A line each; by default the six with the most articles.
        most : int, optional
            How many panels where ``columns`` is left out.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own. It is switched off, and holds an inset
            for each panel.

        Returns
        -------
        CourseDisplay
            Drawn; a period without a value is a gap in its line.

        Raises
        ------
        UsageError
            If a column or source is not known.

        Examples
        --------
        >>> from datetime import date
        >>> from divergence.comparing.compare import compare
        >>> from divergence.measuring.measure import measure
        >>> from divergence.types import Article
        >>> texts = [
        ...     Article(f"{name}{month}", name, "It may rain.", date=date(2024, month, 5))
        ...     for name in ("Post", "Times") for month in (1, 2, 3)
        ... ]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> display = CourseDisplay.from_comparison(comparison, columns=["hedging.rate"])
        >>> display.data.sources, len(display.data.panels[0].estimates)
        (('Post', 'Times'), 6)
        """
        must_be_compared(comparison)
        periods = comparison.periods
        lines = _lines(comparison, listed("sources", sources))
        wanted = listed("columns", columns)
        if wanted is None:
            wanted = _moving(comparison, most)
        chosen = [column_named(comparison, name) for name in wanted]
        if not periods:
            return cls(Course(lines, ()), title=say("displays.no_periods")).plot(ax)
        data = Course(lines, panels(periods, chosen, lines))
        return cls(data, title=headline(data), subtitle=how_to_read(periods)).plot(ax)

    _plot = course


def panels(
    periods: Sequence[PeriodEstimate], columns: Sequence[Column], sources: Sequence[str]
) -> tuple[CoursePanel, ...]:
    """Return a panel for each column, with the periods of some sources."""
    return tuple(
        CoursePanel(
            label(column),
            declared(column.unit),
            tuple(p for p in periods if p.column == column.name and p.source in sources),
        )
        for column in columns
    )


def defined(periods: Sequence[PeriodEstimate]) -> set[str]:
    """Name the columns that have a value in two periods or more."""
    starts: dict[str, set[Date]] = {}
    for estimate in periods:
        if math.isfinite(estimate.value):
            starts.setdefault(estimate.column, set()).add(estimate.start)
    return {name for name, days in starts.items() if len(days) > 1}


def headline(drawn: Course) -> str:
    """Say whether the first and the last interval of a line lie apart."""
    clear = []
    for panel in drawn.panels:
        for source in drawn.sources:
            own = [p for p in panel.estimates if p.source == source and math.isfinite(p.low)]
            if own and own[-1].low > own[0].high:
                clear.append(say("course.higher", measure=panel.title, source=short(source)))
            elif own and own[-1].high < own[0].low:
                clear.append(say("course.lower", measure=panel.title, source=short(source)))
    if not clear:
        return say("course.none_moves")
    return say("course.more", first=clear[0], n=len(clear) - 1) if len(clear) > 1 else clear[0]


def how_to_read(periods: Sequence[PeriodEstimate]) -> str:
    """Say how to read the chart, and how many periods of which dates it shows."""
    spans = sorted({(estimate.start, estimate.end) for estimate in periods})
    first, last = day(spans[0][0]), day(spans[-1][1])
    return say("course.how", periods=len(spans), first=first, last=last)


def _lines(comparison: Comparison, wanted: list[str] | None) -> tuple[str, ...]:
    if wanted is None:
        return largest(comparison, MOST_LINES)
    return tuple(checked("source", name, source_names(comparison)) for name in wanted)


def _moving(comparison: Comparison, most: int) -> list[str]:
    """Name the columns that are defined in two periods, those that differ most first."""
    known = defined(comparison.periods)
    several = [column.name for column in comparison.columns if column.name in known]
    ranked = strongest(comparison, None, voice="all", source=None, most=len(comparison.columns))
    names = [contrast.column for contrast in ranked if contrast.column in several]
    return [*names, *(name for name in several if name not in names)][:most]
