"""Families of measures by how far apart they put sources, beside what chance would give."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import style
from divergence.plots.lettering import clean, fit
from divergence.plots.number_format import in_digits

ROW, STACKED, APART = 0.21, 0.36, 0.22
MOST_LEFT, MOST_RIGHT, TOP, BOTTOM = 2.2, 1.9, 0.1, 0.42
SIZE, LETTERS = style.TINY + 0.4, 0.11
LOOK: dict[str, Any] = {"gap": 0.08, "fontsize": SIZE, "color": style.INK}
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

    @property
    def known(self) -> list[float]:
        """The ratios that are defined."""
        return [ratio for ratio in self.ratios if math.isfinite(ratio)]

    @property
    def largest(self) -> str:
        """The largest ratio in digits, with the source that it is of."""
        if not self.known:
            return ""
        return f"{in_digits(f'{max(self.known):.1f}')} {self.label}".strip()


def height(rows: tuple[FamilyRow, ...], *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    room = margins(rows, stacked=stacked)
    return room.top + room.bottom + (STACKED if stacked else ROW) * max(1, len(rows))


def margins(rows: tuple[FamilyRow, ...], *, stacked: bool = False) -> style.Margins:
    """Room for the names of families on the left and of sources on the right."""
    if stacked:
        return style.Margins(0.08, 0.12, TOP, BOTTOM + LETTERS)
    left = style.label_room((row.family for row in rows), most=MOST_LEFT)
    right = style.label_room((row.largest for row in rows), most=MOST_RIGHT, size=SIZE)
    return style.Margins(left, right + 0.05, TOP, BOTTOM)


def draw(rows: tuple[FamilyRow, ...], ax: Axes, *, stacked: bool = False) -> None:
    """Draw every family's divergence in multiples of its noise floor."""
    room = margins(rows, stacked=stacked)
    if not rows:
        style.empty(ax, say("empty.profile"))
        return
    values = [value for row in rows for value in (*row.ratios, row.high) if math.isfinite(value)]
    furthest = min(FURTHEST, 1.15 * max([2.0, *values]))
    for y, row in enumerate(rows):
        _row(ax, row, y + APART if stacked else y, furthest, thick=0.34 if stacked else 0.62)
        if stacked:
            style.over(ax, y - APART, row.family, row.largest, room)
        else:
            style.beside(ax, y, fit(clean(row.largest), room.right - 0.1, SIZE), **LOOK)
    ax.axvline(1, color=style.SOFT, linewidth=0.8, linestyle=(0, (3, 2)), zorder=1)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xlim(0, furthest)
    ax.set_yticks([] if stacked else range(len(rows)))
    if not stacked:
        ax.set_yticklabels([clean(row.family) for row in rows])
    ax.tick_params(axis="y", length=0)
    style.named(ax, say("axis.profile"), stacked=stacked)


def _row(ax: Axes, row: FamilyRow, y: float, furthest: float, *, thick: float) -> None:
    if math.isfinite(row.high):
        ax.barh(y, min(row.high, furthest), height=thick, color=style.WASH, zorder=0)
    if not row.known:
        ax.text(0.05, y, say("axis.no_floor"), va="center", fontsize=style.TINY, color=style.SOFT)
        return
    ratios = [min(ratio, furthest) for ratio in row.known]
    ax.scatter(
        ratios,
        [y] * len(ratios),
        s=26,
        facecolor=[style.ACCENT if ratio > row.high else "white" for ratio in ratios],
        edgecolor=style.ACCENT,
        linewidth=1.0,
        zorder=3,
        clip_on=False,
    )
