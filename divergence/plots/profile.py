"""Families of measures by how far apart they put sources, beside what chance would give."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import headings, style
from divergence.plots.lettering import clean, fit
from divergence.plots.numerals import in_digits

ROW = 0.21
MOST_LEFT, RIGHT, TOP, BOTTOM = 2.2, 1.3, 0.1, 0.42
FURTHEST = 8.0


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family's ratios to its noise floor, one for each source that is compared.

    ``high`` is the 95th percentile of chance in the same unit, the largest of them; ``label``
    names the source of the largest ratio.
    """

    family: str
    ratios: tuple[float, ...]
    high: float
    label: str


def height(rows: tuple[FamilyRow, ...]) -> float:
    """Height in inches, margins included."""
    return TOP + BOTTOM + ROW * max(1, len(rows))


def margins(rows: tuple[FamilyRow, ...]) -> style.Margins:
    """Room for the names of families on the left and of sources on the right."""
    left = style.label_room((row.family for row in rows), most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(
    rows: tuple[FamilyRow, ...],
    *,
    ax: Axes | None = None,
    title: str = "",
    subtitle: str = "",
) -> Axes:
    """Draw every family's divergence in multiples of its noise floor.

    Parameters
    ----------
    rows : tuple of FamilyRow
        In the order they are drawn; undefined ratios are left out and said.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes: 1 is what chance gives on average, the wash reaches to its 95th percentile.
    """
    with style.context():
        ax = headings.titled(ax, height(rows), margins(rows), title, subtitle)
        if not rows:
            return style.empty(ax, say("empty.profile"))
        known = [value for row in rows for value in (*row.ratios, row.high) if math.isfinite(value)]
        furthest = min(FURTHEST, 1.15 * max([2.0, *known]))
        for y, row in enumerate(rows):
            _row(ax, row, y, furthest)
        ax.axvline(1, color=style.SOFT, linewidth=0.8, linestyle=(0, (3, 2)), zorder=1)
        ax.set_ylim(len(rows) - 0.5, -0.5)
        ax.set_xlim(0, furthest)
        ax.set_yticks(range(len(rows)), [clean(row.family) for row in rows])
        ax.tick_params(axis="y", length=0)
        ax.set_xlabel(say("axis.profile"))
        return ax


def _row(ax: Axes, row: FamilyRow, y: int, furthest: float) -> None:
    if math.isfinite(row.high):
        ax.barh(y, min(row.high, furthest), height=0.62, color=style.WASH, zorder=0)
    known = [min(value, furthest) for value in row.ratios if math.isfinite(value)]
    if not known:
        ax.text(0.05, y, say("axis.no_floor"), va="center", fontsize=style.TINY, color=style.SOFT)
        return
    sure = [value > row.high for value in known]
    ax.scatter(
        known,
        [y] * len(known),
        s=26,
        facecolor=[style.ACCENT if each else "white" for each in sure],
        edgecolor=style.ACCENT,
        linewidth=1.0,
        zorder=3,
        clip_on=False,
    )
    wide, _ = style.inches(ax)
    most = in_digits(f"{max(value for value in row.ratios if math.isfinite(value)):.1f}")
    told = f"{most} {row.label}".strip()
    ax.text(
        1 + 0.08 / wide,
        y,
        fit(clean(told), RIGHT - 0.1, style.TINY + 0.4),
        transform=ax.get_yaxis_transform(),
        va="center",
        fontsize=style.TINY + 0.4,
        color=style.INK,
    )
