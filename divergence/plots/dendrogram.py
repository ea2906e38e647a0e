"""Dendrogram: which sources read alike, joined at their distance."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from divergence.comparing.measures.source_clustering import Tree as Tree
from divergence.phrases import say
from divergence.plots import style

ROW = 0.22
MOST_LEFT, NARROW, RIGHT, TOP, BOTTOM = 1.6, 1.05, 0.25, 0.05, 0.42


def height(result: Tree, *, stacked: bool = False) -> float:
    """Height in inches, margins included, which is the same on a narrow screen."""
    return TOP + BOTTOM + ROW * max(2, len(result.sources))


def margins(result: Tree, *, stacked: bool = False) -> style.Margins:
    """Room for the labels, less of it on a narrow screen."""
    left = style.label_room(result.sources, most=NARROW if stacked else MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(result: Tree, ax: Axes, *, stacked: bool = False) -> None:
    """Draw the joins as brackets from left (alike) to right (far apart)."""
    if not result.joins:
        style.empty(ax, say("empty.tree"))
        return
    for join in result.joins:
        ax.plot(
            [join.starts[0], join.distance, join.distance, join.starts[1]],
            [join.rows[0], join.rows[0], join.rows[1], join.rows[1]],
            color=style.ACCENT,
            linewidth=1.1,
            solid_joinstyle="miter",
            clip_on=False,
        )
    rows = range(len(result.sources))
    style.label_rows(ax, rows, result.sources, room=(NARROW if stacked else MOST_LEFT) - 0.1)
    ax.set_ylim(len(result.sources) - 0.5, -0.5)
    ax.set_xlim(0, 1.05 * max(join.distance for join in result.joins) or 1.0)
    style.numbered(ax, MaxNLocator(3 if stacked else 5))
    style.named(ax, say("axis.tree"), stacked=stacked)
