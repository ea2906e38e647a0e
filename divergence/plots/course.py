"""Measures over time: one panel a measure, one line a source, intervals as bands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date as Date
from itertools import groupby

from matplotlib.axes import Axes

from divergence.comparing.results import PeriodEstimate
from divergence.phrases import say
from divergence.plots import calendar, headings, style
from divergence.plots.lettering import clean, fit

PANEL, HEAD, GAP, LEGEND = 1.25, 0.3, 0.32, 0.24
ACROSS = 2
GUTTER = 0.45
# A long date takes a third of a panel.
DATES = 3


@dataclass(frozen=True, slots=True)
class CoursePanel:
    """One measure over time: its title, its unit, and estimates by source and period."""

    title: str
    unit: str
    estimates: tuple[PeriodEstimate, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Panels that share the sources and the time axis."""

    sources: tuple[str, ...]
    panels: tuple[CoursePanel, ...]


def height(result: Course) -> float:
    """Height in inches, margins included."""
    return LEGEND + math.ceil(len(result.panels) / ACROSS) * (HEAD + PANEL + GAP)


def margins(result: Course) -> style.Margins:
    """No room: the panels bring their own."""
    return style.Margins(0.0, 0.0, 0.0, 0.0)


def draw(result: Course, *, ax: Axes | None = None, title: str = "", subtitle: str = "") -> Axes:
    """Draw every measure over time inside the given axes.

    Parameters
    ----------
    result : Course
        Periods are drawn at their middle; a period without a value leaves a gap in its line.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes, switched off, with one inset axes for every panel.
    """
    with style.context():
        ax = headings.titled(ax, height(result), margins(result), title, subtitle)
        if not result.panels:
            return style.empty(ax, say("empty.course"))
        ax.set_axis_off()
        wide, tall = style.inches(ax)
        _legend(ax, result.sources, wide, tall)
        cell = wide / min(ACROSS, len(result.panels))
        for number, panel in enumerate(result.panels):
            row, place = divmod(number, ACROSS)
            top = LEGEND + row * (HEAD + PANEL + GAP)
            inset = ax.inset_axes(
                (
                    (place * cell + GUTTER) / wide,
                    1 - (top + HEAD + PANEL) / tall,
                    (cell - GUTTER - 0.15) / wide,
                    PANEL / tall,
                )
            )
            _panel(inset, panel, result.sources)
            for text, size, weight, down in (
                (panel.title, style.SMALL + 0.4, "bold", 0.0),
                (panel.unit, style.TINY, "normal", 0.14),
            ):
                ax.text(
                    place * cell / wide,
                    1 - (top + down) / tall,
                    fit(clean(text), cell - 0.12, size, "bold" if weight == "bold" else "regular"),
                    transform=ax.transAxes,
                    fontsize=size,
                    fontweight=weight,
                    color=style.INK if weight == "bold" else style.SOFT,
                    va="top",
                )
        return ax


def _legend(ax: Axes, sources: tuple[str, ...], wide: float, tall: float) -> None:
    room = wide / max(1, len(sources))
    for number, source in enumerate(sources):
        mark = style.mark(number, len(sources))
        x = (number * room + 0.06) / wide
        ax.scatter(
            [x],
            [1 - 0.06 / tall],
            s=18,
            color=mark.color,
            marker=mark.marker,
            transform=ax.transAxes,
            clip_on=False,
        )
        ax.text(
            x + 0.1 / wide,
            1 - 0.06 / tall,
            fit(clean(source), room - 0.25, style.SMALL),
            transform=ax.transAxes,
            fontsize=style.SMALL,
            va="center",
        )


def _panel(ax: Axes, panel: CoursePanel, sources: tuple[str, ...]) -> None:
    for number, source in enumerate(sources):
        mark = style.mark(number, len(sources))
        mine = sorted(
            (each for each in panel.estimates if each.source == source), key=lambda e: e.start
        )
        for known, run in groupby(mine, key=lambda each: math.isfinite(each.value)):
            if not known:
                continue
            points = list(run)
            days = [_middle(each) for each in points]
            ax.plot(
                days,
                [each.value for each in points],
                color=mark.color,
                marker=mark.marker,
                markersize=3,
                linewidth=1,
            )
            ax.fill_between(
                days,
                [each.low for each in points],
                [each.high for each in points],
                color=mark.color,
                alpha=0.15,
                linewidth=0,
            )
    middles = [Date.fromordinal(round(_middle(each))) for each in panel.estimates]
    if middles:
        calendar.dated(ax, min(middles), max(middles), most=DATES)
    ax.grid(True, axis="y")


def _middle(each: PeriodEstimate) -> float:
    return (each.start.toordinal() + each.end.toordinal()) / 2
