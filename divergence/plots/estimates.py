"""One measure, every source: a dot with its interval for each voice, reporter filled."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from divergence.comparing.results import Column, Estimate
from divergence.plots import style
from divergence.plots.lettering import plain
from divergence.plots.numerals import is_share, number

ROW, VOICE_ROW = 0.2, 0.135
CROWD = 6
FURTHEST = 3.0
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.45, 0.62, 0.03, 0.2


@dataclass(frozen=True, slots=True)
class Panel:
    """One measured column and its estimates, sources in the order they are drawn."""

    column: Column
    sources: tuple[str, ...]
    estimates: tuple[Estimate, ...]


def label(column: Column) -> str:
    """Name of a column with its side: "Hedges", "Words given to speakers of Northland"."""
    if column.side is None:
        return column.title
    side = plain(column.side, limit=60)
    if "the side" in column.title:
        return column.title.replace("the side", side)
    return f"{column.title}: {side}"


def height(panel: Panel) -> float:
    """Height in inches, margins included."""
    step, gap = _steps(panel)
    rows = sum(max(1, len(group)) * step + gap for group in _rows(panel))
    return TOP + BOTTOM + max(ROW, rows)


def margins(panel: Panel) -> style.Margins:
    """Room for the labels."""
    left = style.label_room(panel.sources, most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(
    panel: Panel,
    *,
    ax: Axes | None = None,
    labels: bool = True,
    limits: tuple[float, float] | None = None,
    title: str = "",
    subtitle: str = "",
) -> Axes:
    """Draw one measure of every source.

    Parameters
    ----------
    panel : Panel
        The column and its estimates; voices other than the reporter's and the quoted are drawn
        only where a source has neither.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    labels : bool, default True
        Write the sources' names.
    limits : tuple of float, optional
        Ends of the axis; by default they hold every interval and zero.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes. Values are in the column's unit; undefined ones are written out.
    """
    with style.context():
        ax = ax or style.new_axes(6.6, height(panel), margins(panel))
        if not any(math.isfinite(estimate.value) for estimate in panel.estimates):
            return style.empty(ax, "Not defined for any source: nothing was found to count.")
        share = is_share(panel.column.unit)
        y, ticks = 0.0, []
        ends = limits or span((panel,))
        step, gap = _steps(panel)
        for position, group in enumerate(_rows(panel)):
            look = style.mark(position, len(panel.sources))
            ticks.append(y + (len(group) - 1) * step / 2)
            for estimate in group:
                _dot(ax, estimate, y, look)
                _arrow(ax, estimate, y, look, ends)
                if len(panel.sources) <= CROWD or estimate is group[0]:
                    known = math.isfinite(estimate.value)
                    color = style.INK if known else style.FAINT
                    style.beside(ax, y, number(estimate.value, share=share), color=color)
                y += step
            y += gap
        style.label_rows(
            ax,
            ticks,
            panel.sources if labels else [""] * len(ticks),
            room=MOST_LEFT - 0.1,
            size=style.SMALL if len(panel.sources) <= 8 else style.TINY,
        )
        ax.set_ylim(y - gap - step / 2 + 0.02, -step / 2 - 0.02)
        ax.set_xlim(*ends)
        ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: number(round(x, 9), share=share)))
        ax.axvline(0, color=style.FAINT, linewidth=0.6, zorder=1)
        style.headed(ax, title, subtitle)
        return ax


def span(panels: tuple[Panel, ...]) -> tuple[float, float]:
    """Ends of an axis that holds every value and zero.

    An interval far beyond all values would squeeze them into a corner: it is cut, and an arrow
    shows that it goes on.
    """
    drawn = [e for panel in panels for group in _rows(panel) for e in group]
    values = [0.0, *(e.value for e in drawn if math.isfinite(e.value))]
    ends = [end for e in drawn for end in (e.low, e.high) if math.isfinite(end)]
    furthest = FURTHEST * max(map(abs, values)) or math.inf
    kept = [*values, *(min(max(end, -furthest), furthest) for end in ends)]
    lowest, highest = panels[0].column.bounds
    low, high = max(min(kept), lowest), min(max(kept), highest)
    pad = 0.04 * (high - low) or 0.5
    return low - pad, high + pad


def _steps(panel: Panel) -> tuple[float, float]:
    """Height of a voice and the gap between sources: many sources share a line for both."""
    return (VOICE_ROW, 0.06) if len(panel.sources) <= CROWD else (0.055, 0.075)


def _rows(panel: Panel) -> list[list[Estimate]]:
    groups = []
    for source in panel.sources:
        own = [estimate for estimate in panel.estimates if estimate.source == source]
        told = [estimate for estimate in own if estimate.voice != "all"]
        groups.append(sorted(told or own, key=lambda estimate: estimate.voice, reverse=True))
    return groups


def _arrow(
    ax: Axes, estimate: Estimate, y: float, look: style.Mark, ends: tuple[float, float]
) -> None:
    """Mark an interval that goes on beyond the axis."""
    for end, beyond, marker in (
        (ends[0], estimate.low < ends[0], "<"),
        (ends[1], estimate.high > ends[1], ">"),
    ):
        if beyond:
            ax.plot(
                [end],
                [y],
                marker=marker,
                markersize=3.2,
                color=look.color,
                linestyle="none",
                clip_on=False,
            )


def _dot(ax: Axes, estimate: Estimate, y: float, look: style.Mark) -> None:
    filled = estimate.voice != "quoted"
    if not math.isfinite(estimate.value):
        return
    if math.isfinite(estimate.low) and math.isfinite(estimate.high):
        ax.plot(
            [estimate.low, estimate.high],
            [y, y],
            color=look.color,
            linewidth=1.3 if filled else 0.8,
            alpha=0.75,
            solid_capstyle="butt",
            zorder=2,
        )
    ax.plot(
        [estimate.value],
        [y],
        marker=look.marker,
        markersize=5.0,
        markerfacecolor=look.color if filled else "white",
        markeredgecolor=look.color,
        markeredgewidth=0.9,
        linestyle="none",
        zorder=3,
    )
