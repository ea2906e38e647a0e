"""A chart that stands alone: its figure, the room that its titles take, and where they are written.

On the pages of a report the page writes the titles, and a plot is given its axes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure

from divergence.plots import style
from divergence.plots.lettering import clean, fit_lines

WIDTH = 6.6
TITLE_LINE, SUBTITLE_LINE, GAP, EDGE = 0.165, 0.125, 0.06, 0.05
MOST_TITLE, MOST_SUBTITLE = 2, 4
DPI = 150


class Plot(Protocol):
    """What every plot of this room has: the size of a result in inches, and its drawing."""

    @property
    def height(self) -> Callable[..., float]:
        """Height of a result, margins included."""

    @property
    def margins(self) -> Callable[..., style.Margins]:
        """Room around its data for labels."""

    @property
    def draw(self) -> Callable[..., None]:
        """Draw a result on axes."""


class StandaloneFigure(Figure):
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
        return StandaloneFigure(figsize=(across, up)).add_axes(
            (
                room.left / across,
                room.bottom / up,
                (across - room.left - room.right) / across,
                (up - room.top - room.bottom) / up,
            )
        )


def standalone(
    plot: Plot,
    result: object,
    *,
    ax: Axes | None = None,
    title: str = "",
    subtitle: str = "",
    width: float = WIDTH,
) -> Axes:
    """Draw a result with its titles, on the given axes or on a figure of its own."""
    with style.context():
        margins = plot.margins(result)
        ax = ax or new_axes(plot.height(result), margins, title, subtitle, width=width)
        write(ax, title, subtitle, margins)
        plot.draw(result, ax)
    return ax


def write(ax: Axes, title: str, subtitle: str, margins: style.Margins) -> None:
    """Write titles above the chart's own labels, from the left edge of the labels on."""
    room = margins.left + style.inches(ax)[0] + margins.right
    up = margins.top + GAP
    for text, size, weight, color, tall in reversed(_lines(title, subtitle, room)):
        ax.text(
            0.0,
            1.0,
            text,
            transform=style.shifted(ax, ax.transAxes, -margins.left, up),
            fontsize=size,
            fontweight=weight,
            color=color,
            ha="left",
            va="bottom",
        )
        up += tall


def _lines(title: str, subtitle: str, room: float) -> list[tuple[str, float, str, str, float]]:
    """Lines from top to bottom, each with its size, weight, color and height in inches."""
    above = fit_lines(clean(title), room, style.CHART, most=MOST_TITLE, face="bold")
    below = fit_lines(clean(subtitle), room, style.SMALL, most=MOST_SUBTITLE)
    return [
        *((text, style.CHART, "bold", style.INK, TITLE_LINE) for text in above),
        *((text, style.SMALL, "normal", style.SOFT, SUBTITLE_LINE) for text in below),
    ]
