"""One measure, every source: a dot with its interval for each voice, reporter filled."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from divergence.comparing.measures.measure_results import Estimate
from divergence.counting.columns import Column
from divergence.phrases import declared, say
from divergence.plots import style
from divergence.plots.lettering import plain
from divergence.plots.number_format import is_share, number

ROW, VOICE_ROW = 0.2, 0.126
CROWD = 6
FURTHEST = 3.0
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.45, 0.46, 0.03, 0.2
TICK_ROOM = 0.36


@dataclass(frozen=True, slots=True)
class Panel:
    """One measured column, its sources from top to bottom, and the estimates that are drawn."""

    column: Column
    sources: tuple[str, ...]
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What panels of one row have in common, so that their sources stand at equal heights.

    ``limits`` are the ends of the axis, ``slots`` the lines that each source takes; ``labels``
    says whether the names of the sources are written.
    """

    limits: tuple[float, float]
    slots: tuple[int, ...]
    labels: bool = True


def label(column: Column) -> str:
    """Name of a column with its side: "Hedges", "Words given to speakers of Northland"."""
    title = declared(column.title)
    if column.side is None:
        return title
    side, the_side = plain(column.side, limit=60), say("name.the_side")
    if the_side in title:
        return title.replace(the_side, side)
    return say("name.of_side", title=title, side=side)


def height(panel: Panel, slots: tuple[int, ...] = ()) -> float:
    """Height in inches, margins included."""
    step, gap = _steps(panel)
    rows = sum(lines * step + gap for lines in slots or slots_of((panel,)))
    return TOP + BOTTOM + max(ROW, rows)


def slots_of(panels: tuple[Panel, ...]) -> tuple[int, ...]:
    """Lines that each source takes where panels of the same sources stand side by side."""
    counts = [[max(1, len(group)) for group in _rows(panel)] for panel in panels]
    return tuple(map(max, zip(*counts, strict=True)))


def label_size(panel: Panel) -> float:
    """Points of the sources' names: smaller where there are many."""
    return style.SMALL if len(panel.sources) <= 8 else style.TINY


def margins(panel: Panel) -> style.Margins:
    """Room for the labels."""
    left = style.label_room(panel.sources, most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(panel: Panel, ax: Axes, *, shared: Shared | None = None) -> None:
    """Draw one measure of every source."""
    if not any(math.isfinite(estimate.value) for estimate in panel.estimates):
        style.empty(ax, say("empty.estimates"))
        return
    share = is_share(panel.column.unit)
    y, ticks = 0.0, []
    common = shared or Shared(span((panel,)), slots_of((panel,)))
    ends = common.limits
    step, gap = _steps(panel)
    for position, (group, slots) in enumerate(zip(_rows(panel), common.slots, strict=True)):
        look = style.mark(position, len(panel.sources))
        ticks.append(y + (slots - 1) * step / 2)
        top, y = y, y + (slots - len(group)) * step / 2
        for estimate in group:
            _dot(ax, estimate, y, look)
            _arrow(ax, estimate, y, look, ends)
            if len(panel.sources) <= CROWD or estimate is group[0]:
                _value(ax, y, estimate.value, share=share)
            y += step
        y = top + slots * step + gap
    style.label_rows(
        ax,
        ticks,
        panel.sources if common.labels else [""] * len(ticks),
        room=MOST_LEFT - 0.1,
        size=label_size(panel),
    )
    ax.set_ylim(y - gap - step / 2 + 0.02, -step / 2 - 0.02)
    ax.set_xlim(*ends)
    most = max(2, min(4, int(style.inches(ax)[0] / TICK_ROOM)))
    style.numbered(ax, MaxNLocator(most, steps=[1, 2, 2.5, 5, 10]), share=share)
    ax.axvline(0, color=style.FAINT, linewidth=0.6, zorder=1)


def span(panels: tuple[Panel, ...]) -> tuple[float, float]:
    """Ends of an axis that holds every value and, where the scale has one, zero.

    An interval far beyond all values would squeeze them into a corner: it is cut, and an arrow
    shows that it goes on.
    """
    drawn = [e for panel in panels for group in _rows(panel) for e in group]
    lowest, highest = panels[0].column.bounds
    zero = [0.0] if lowest <= 0 <= highest else []
    values = [*zero, *(e.value for e in drawn if math.isfinite(e.value))]
    if not values:
        return lowest, highest
    ends = [end for e in drawn for end in (e.low, e.high) if math.isfinite(end)]
    furthest = FURTHEST * max(map(abs, values)) or math.inf
    kept = [*values, *(min(max(end, -furthest), furthest) for end in ends)]
    low, high = max(min(kept), lowest), min(max(kept), highest)
    pad = 0.04 * (high - low) or 0.5
    return low - pad, high + pad


def _value(ax: Axes, y: float, value: float, *, share: bool) -> None:
    """Write a value at the end of its line; where there is none, the line is free for words."""
    if math.isfinite(value):
        style.beside(ax, y, number(value, share=share), color=style.INK)
    else:
        # It reaches into the panel: the lines of the grid must not cross its letters.
        behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
        style.beside(ax, y, number(value), gap=RIGHT - 0.1, ha="right", bbox=behind, zorder=1.5)


def _steps(panel: Panel) -> tuple[float, float]:
    """Height of a voice and the gap between sources: many sources share a line for both."""
    return (VOICE_ROW, 0.06) if len(panel.sources) <= CROWD else (0.055, 0.075)


def _rows(panel: Panel) -> list[list[Estimate]]:
    """Group the estimates by source, the reporter's own above those of quoted speakers."""
    ranked = sorted(panel.estimates, key=lambda estimate: estimate.voice, reverse=True)
    return [[e for e in ranked if e.source == source] for source in panel.sources]


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
        # At an end of the scale, half of it lies beyond the axis.
        clip_on=False,
        zorder=3,
    )
