"""Titles of a chart that stands alone: the room they take, and where they are written.

On the pages of a report the page writes the titles, and a chart is given its axes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.transforms import ScaledTranslation

from divergence.plots import style
from divergence.plots.lettering import clean, fit_lines

WIDTH = 6.6
TITLE_LINE, SUBTITLE_LINE, GAP, EDGE = 0.165, 0.125, 0.06, 0.05
MOST_TITLE, MOST_SUBTITLE = 2, 4
DPI = 150


class Alone(Figure):
    """A figure that keeps its look wherever it is drawn or saved.

    Letters that are fitted to whole pixels are wider than the room that was measured for them.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draw with the settings that the chart was made with."""
        with style.context():
            super().draw(renderer)

    def savefig(self, fname: Any, **options: Any) -> None:
        """Save with the settings that the chart was made with, as 150 dpi unless told otherwise."""
        with style.context():
            super().savefig(fname, **{"dpi": DPI, **options})


def new_axes(
    height: float, margins: style.Margins, title: str, subtitle: str, *, width: float = WIDTH
) -> Axes:
    """Axes on a figure of their own, with room in inches for labels and titles."""
    rows = _lines(title, subtitle, width)
    more = sum(tall for *_, tall in rows) + (GAP if rows else 0.0)
    room = replace(
        margins,
        left=margins.left + EDGE,
        right=margins.right + EDGE,
        top=margins.top + more + EDGE,
        bottom=margins.bottom + EDGE,
    )
    across, up = width + 2 * EDGE, height + more + 2 * EDGE
    with style.context():
        return Alone(figsize=(across, up)).add_axes(
            (
                room.left / across,
                room.bottom / up,
                (across - room.left - room.right) / across,
                (up - room.top - room.bottom) / up,
            )
        )


def titled(
    ax: Axes | None,
    height: float,
    margins: style.Margins,
    title: str,
    subtitle: str,
    *,
    width: float = WIDTH,
) -> Axes:
    """Return the given axes, by default on a figure of their own, with the titles written above."""
    ax = ax or new_axes(height, margins, title, subtitle, width=width)
    write(ax, title, subtitle, margins)
    return ax


def write(ax: Axes, title: str, subtitle: str, margins: style.Margins) -> None:
    """Write titles above the chart's own labels, from the left edge of the labels on."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    room = margins.left + style.inches(ax)[0] + margins.right
    up = margins.top + GAP
    for text, size, weight, color, tall in reversed(_lines(title, subtitle, room)):
        lift = ScaledTranslation(-margins.left, up, figure.dpi_scale_trans)
        ax.text(
            0.0,
            1.0,
            text,
            transform=ax.transAxes + lift,
            fontsize=size,
            fontweight=weight,
            color=color,
            ha="left",
            va="bottom",
        )
        up += tall


def _lines(title: str, subtitle: str, room: float) -> list[tuple[str, float, str, str, float]]:
    """Lines from top to bottom, each with its size, weight, colour and height in inches."""
    above = fit_lines(clean(title), room, style.CHART, most=MOST_TITLE, face="bold")
    below = fit_lines(clean(subtitle), room, style.SMALL, most=MOST_SUBTITLE)
    return [
        *((text, style.CHART, "bold", style.INK, TITLE_LINE) for text in above),
        *((text, style.SMALL, "normal", style.SOFT, SUBTITLE_LINE) for text in below),
    ]
