"""The largest differences: one row each, in half widths of its own interval."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from divergence.comparing.results import Contrast
from divergence.phrases import say
from divergence.plots import headings, style
from divergence.plots.lettering import clean, fit
from divergence.plots.names import party
from divergence.plots.numerals import interval, is_share, points

ROW = 0.27
MOST_LEFT, RIGHT, TOP, BOTTOM = 2.9, 1.05, 0.3, 0.42
FURTHEST = 6.0


@dataclass(frozen=True, slots=True)
class NamedContrast:
    """A contrast with the words that its row shows: the measure, and in small what it is of."""

    contrast: Contrast
    label: str
    unit: str
    detail: str


def height(rows: tuple[NamedContrast, ...]) -> float:
    """Height in inches, margins included."""
    return TOP + BOTTOM + ROW * max(1, len(rows))


def margins(rows: tuple[NamedContrast, ...]) -> style.Margins:
    """Room for the labels."""
    texts = (text for row in rows for text in (row.label, row.detail))
    left = style.label_room(texts, most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(
    rows: tuple[NamedContrast, ...],
    *,
    ax: Axes | None = None,
    title: str = "",
    subtitle: str = "",
) -> Axes:
    """Draw differences of different units on one axis.

    Parameters
    ----------
    rows : tuple of NamedContrast
        In the order they are drawn. A row's position is its difference divided by the half width
        of its interval; at 1 the interval just touches zero. Beyond 6 it stands at 6 as an arrow.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes. Differences whose interval excludes zero are filled.
    """
    with style.context():
        ax = headings.titled(ax, height(rows), margins(rows), title, subtitle)
        known = [row for row in rows if math.isfinite(row.contrast.difference)]
        if not known:
            return style.empty(ax, say("empty.contrasts"))
        furthest = 1.5
        for y, row in enumerate(known):
            furthest = max(furthest, _row(ax, row, y))
        ax.set_yticks([])
        ax.set_ylim(len(known) - 0.5, -0.5)
        ax.set_xlim(-furthest * 1.05, furthest * 1.05)
        ax.axvline(0, color=style.FAINT, linewidth=0.7, zorder=1)
        ax.axvspan(-1, 1, color=style.WASH, zorder=0)
        ax.set_xlabel(say("axis.contrasts"))
        _sides(ax, known)
        return ax


def _sides(ax: Axes, rows: list[NamedContrast]) -> None:
    """Say above the axis whose side is whose, where all rows compare the same two."""
    pairs = {(row.contrast.source, row.contrast.reference) for row in rows}
    if len(pairs) > 1:
        source, reference = say("name.named_source"), say("name.others")
    else:
        source, reference = map(party, pairs.pop())
    wide, tall = style.inches(ax)
    for x, ha, text, color in (
        (0.5 - 0.06 / wide, "right", say("axis.more_left", party=reference), style.WARM),
        (0.5 + 0.06 / wide, "left", say("axis.more_right", party=source), style.ACCENT),
    ):
        ax.text(
            x,
            1 + 0.1 / tall,
            fit(clean(text), wide / 2 + 0.9, style.TINY + 0.4, "bold"),
            transform=ax.transAxes,
            fontsize=style.TINY + 0.4,
            fontweight="bold",
            color=color,
            ha=ha,
            va="bottom",
        )


def _row(ax: Axes, row: NamedContrast, y: int) -> float:
    contrast, share = row.contrast, is_share(row.unit)
    at = math.copysign(
        min(abs(contrast.strength), FURTHEST) if math.isfinite(contrast.strength) else 0.0,
        contrast.difference,
    )
    sure = contrast.low > 0 or contrast.high < 0
    color = style.ACCENT if at >= 0 else style.WARM
    low, high = at - 1, at + 1
    if contrast.difference and math.isfinite(contrast.low) and math.isfinite(contrast.high):
        half = abs(contrast.difference / contrast.strength) if contrast.strength else math.inf
        low = at + (contrast.low - contrast.difference) / half
        high = at + (contrast.high - contrast.difference) / half
        ax.plot([low, high], [y, y], color=color, linewidth=1.3, alpha=0.75, zorder=2)
    beyond = math.isfinite(contrast.strength) and abs(contrast.strength) > FURTHEST
    marks = "<s" if at < 0 else ">o"
    ax.plot(
        [at],
        [y],
        marker=marks[0] if beyond else marks[1],
        markersize=5.5,
        markerfacecolor=color if sure else "white",
        markeredgecolor=color,
        linestyle="none",
        zorder=3,
    )
    left: dict[str, Any] = {"transform": ax.get_yaxis_transform(), "ha": "right", "clip_on": False}
    wide = style.inches(ax)[0]
    room = MOST_LEFT - 0.12
    for text, size, color, up in (
        (row.label, style.SMALL, style.INK, 0.16),
        (row.detail, style.TINY, style.SOFT, -0.2),
    ):
        ax.text(
            -0.1 / wide,
            y - up,
            fit(clean(text), room, size),
            fontsize=size,
            color=color,
            va="center",
            **left,
        )
    style.beside(
        ax,
        y - 0.16,
        points(contrast.difference, share=share),
        color=style.INK,
    )
    scale = 100 if share else 1
    ends = interval(contrast.low * scale, contrast.high * scale, signed=True)
    style.beside(ax, y + 0.2, ends or say("axis.no_interval"))
    return min(max(abs(low), abs(high)), FURTHEST + 2)
