"""Measures over time: one panel a measure, one line a source, intervals as bands."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date as Date
from itertools import groupby

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from divergence.comparing.measures.measure_results import PeriodEstimate
from divergence.phrases import say
from divergence.plots import date_axis, style
from divergence.plots.lettering import clean, fit
from divergence.plots.number_format import is_share, number

PANEL, HEAD, GAP, LEGEND = 1.25, 0.3, 0.32, 0.24
ACROSS = 2
GUTTER = 0.45
# A long date takes a third of a panel.
DATES = 3


@dataclass(frozen=True, slots=True)
class CoursePanel:
    """One measure over time: its title, its unit, and estimates in the order of their periods."""

    title: str
    unit: str
    estimates: tuple[PeriodEstimate, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Panels that share the sources and the time axis."""

    sources: tuple[str, ...]
    panels: tuple[CoursePanel, ...]


def height(result: Course, *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    rows = math.ceil(len(result.panels) / (1 if stacked else ACROSS))
    return LEGEND * (len(result.sources) if stacked else 1) + rows * (HEAD + PANEL + GAP)


def split(result: Course, room: float) -> tuple[Course | None, Course | None]:
    """Split panels into rows whose drawing fits into ``room`` inches and the rest."""
    kept = ACROSS * int((room - LEGEND) / (HEAD + PANEL + GAP))
    if not 0 < kept < len(result.panels):
        return None, None
    first, rest = result.panels[:kept], result.panels[kept:]
    return replace(result, panels=first), replace(result, panels=rest)


def margins(result: Course, *, stacked: bool = False) -> style.Margins:
    """No room: the panels bring their own."""
    return style.Margins(0.0, 0.0, 0.0, 0.0)


def draw(result: Course, ax: Axes, *, whole: Course | None = None, stacked: bool = False) -> None:
    """Draw every measure over time inside the given axes."""
    if not result.panels:
        style.empty(ax, say("empty.course"))
        return
    ax.set_axis_off()
    across = 1 if stacked else ACROSS
    _legend(ax, result.sources, stacked=stacked)
    legend = LEGEND * (len(result.sources) if stacked else 1)
    cell = style.inches(ax)[0] / min(across, len(result.panels))
    for turn, panel in enumerate(result.panels):
        row, place = divmod(turn, across)
        top = legend + row * (HEAD + PANEL + GAP)
        inset = style.inset(
            ax, place * cell + GUTTER, top + HEAD, wide=cell - GUTTER - 0.15, tall=PANEL
        )
        _panel(inset, panel, result.sources)
        title = fit(clean(panel.title), cell - 0.12, style.SMALL + 0.4, "bold")
        style.heading(ax, place * cell, top, title, style.SMALL + 0.4, bold=True)
        unit = fit(clean(panel.unit), cell - 0.12, style.TINY)
        style.heading(ax, place * cell, top + 0.14, unit, style.TINY)


def _legend(ax: Axes, sources: tuple[str, ...], *, stacked: bool) -> None:
    wide, tall = style.inches(ax)
    room = wide if stacked else wide / max(1, len(sources))
    for turn, source in enumerate(sources):
        look = style.mark(turn, len(sources))
        x = ((0 if stacked else turn * room) + 0.06) / wide
        y = 1 - (0.06 + (turn * LEGEND if stacked else 0)) / tall
        ax.scatter(
            [x],
            [y],
            s=18,
            color=look.color,
            marker=look.marker,
            transform=ax.transAxes,
            clip_on=False,
        )
        ax.text(
            x + 0.1 / wide,
            y,
            fit(clean(source), room - 0.25, style.SMALL),
            transform=ax.transAxes,
            fontsize=style.SMALL,
            va="center",
        )


def _panel(ax: Axes, panel: CoursePanel, sources: tuple[str, ...]) -> None:
    for turn, source in enumerate(sources):
        look = style.mark(turn, len(sources))
        own = [period for period in panel.estimates if period.source == source]
        for known, run in groupby(own, key=lambda period: math.isfinite(period.value)):
            if not known:
                continue
            line = list(run)
            days = [_middle(period) for period in line]
            values = [period.value for period in line]
            ax.plot(days, values, color=look.color, marker=look.marker, markersize=3, linewidth=1)
            lows, highs = [period.low for period in line], [period.high for period in line]
            ax.fill_between(days, lows, highs, color=look.color, alpha=0.15, linewidth=0)
    middles = [Date.fromordinal(round(_middle(period))) for period in panel.estimates]
    if middles:
        date_axis.dated(ax, min(middles), max(middles), most=DATES)
    values = [period.value for period in panel.estimates if math.isfinite(period.value)]
    share = is_share(panel.unit)
    if values and min(values) == max(values):
        # One value all the time would get an axis of its last decimals.
        pad = abs(values[0]) / 2 or 0.5
        low, high = values[0] - pad, values[0] + pad
        ax.set_ylim((max(low, -0.02), min(high, 1.02)) if share else (low, high))
    ax.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: number(round(y, 9), share=share)))
    ax.tick_params(axis="y", labelsize=style.TINY, labelcolor=style.SOFT)
    ax.grid(True, axis="y")


def _middle(period: PeriodEstimate) -> float:
    return (period.start.toordinal() + period.end.toordinal()) / 2
