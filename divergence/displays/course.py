"""Measures over time, a line for each source."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.results import Comparison
from divergence.displays.choosing import strongest
from divergence.displays.display import Display, checked, listed
from divergence.phrases import say
from divergence.plots import course
from divergence.plots.course import Course, CoursePanel
from divergence.plots.estimates import label

MOST_LINES = 6


class CourseDisplay(Display[Course]):
    """How measures move from period to period, with bands for their intervals.

    See Also
    --------
    divergence.plots.course.draw : What is drawn, and how to read it.
    """

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
        >>> from divergence.measuring.door import measure
        >>> from divergence.types import Article
        >>> texts = [
        ...     Article(f"{name}{month}", name, "It may rain.", date=date(2024, month, 5))
        ...     for name in ("Post", "Times") for month in (1, 2, 3)
        ... ]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> one = CourseDisplay.from_comparison(comparison, columns=["hedging.rate"])
        >>> one.data.sources, len(one.data.panels[0].estimates)
        (('Post', 'Times'), 6)
        """
        named = {column.name: column for column in comparison.columns}
        told = comparison.periods
        lines = _lines(comparison, listed("sources", sources))
        wanted = listed("columns", columns)
        if wanted is None:
            wanted = _moving(comparison, most) if told else []
        panels = tuple(
            CoursePanel(
                label(named[checked("column", name, named)]),
                named[name].unit,
                tuple(e for e in told if e.column == name and e.source in lines),
            )
            for name in wanted
        )
        if not told:
            return cls(Course(lines, ()), title=say("displays.no_periods")).plot(ax)
        spans = {
            "periods": len({(each.start, each.end) for each in told}),
            "first": min(each.start for each in told).isoformat(),
            "last": max(each.end for each in told).isoformat(),
        }
        return cls(
            Course(lines, panels),
            title=say("heading.course"),
            subtitle=say("course.how", **spans),
        ).plot(ax)

    def _draw(self, ax: Axes | None) -> Axes:
        return course.draw(self.data, ax=ax, title=self.title, subtitle=self.subtitle)


def _lines(comparison: Comparison, wanted: list[str] | None) -> tuple[str, ...]:
    names = [each.source for each in comparison.sources]
    if wanted is not None:
        return tuple(checked("source", name, names) for name in wanted)
    ranked = sorted(comparison.sources, key=lambda one: (-one.n_articles, one.source))
    kept = {each.source for each in ranked[:MOST_LINES]}
    return tuple(name for name in names if name in kept)


def _moving(comparison: Comparison, most: int) -> list[str]:
    """Name the columns that are defined in two periods, those that differ most first."""
    defined: dict[str, set[object]] = {}
    for each in comparison.periods:
        if math.isfinite(each.value):
            defined.setdefault(each.column, set()).add(each.start)
    several = [c.name for c in comparison.columns if len(defined.get(c.name, ())) > 1]
    ranked = strongest(comparison, None, voice="all", source=None, most=len(comparison.columns))
    names = [one.column for one in ranked if one.column in several]
    return [*names, *(name for name in several if name not in names)][:most]
