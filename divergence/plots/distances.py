"""Distance heat map: how far apart the sources are in one family of features."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes

from divergence.comparing.results import Distances
from divergence.phrases import say
from divergence.plots import headings, style
from divergence.plots.lettering import clean, fit
from divergence.plots.numerals import number

LABEL_ROOM, RIGHT, BOTTOM = 0.95, 0.1, 0.05


def height(result: Distances) -> float:
    """Height in inches, margins included."""
    room = margins(result)
    return room.top + room.bottom + min(2.6, max(0.8, 0.3 * len(result.sources)))


def margins(result: Distances) -> style.Margins:
    """Room for the sources' names on the left and on top."""
    room = style.label_room(result.sources, most=LABEL_ROOM, size=style.TINY)
    return style.Margins(room, RIGHT, room, BOTTOM)


def draw(result: Distances, *, ax: Axes | None = None, title: str = "", subtitle: str = "") -> Axes:
    """Draw a square for every pair of sources, darker where they are further apart.

    Parameters
    ----------
    result : Distances
        Distances in standard deviations, 0 or more; nan is left white with a dot.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes. Up to twelve sources, each square holds its number.
    """
    with style.context():
        ax = headings.titled(ax, height(result), margins(result), title, subtitle, width=4.5)
        values = np.array(result.values, dtype=float)
        if values.size == 0 or not np.isfinite(values).any():
            return style.empty(ax, say("empty.distances"))
        highest = float(np.nanmax(values)) or 1.0
        n = len(result.sources)
        ax.imshow(values, cmap="Blues", vmin=0, vmax=highest * 1.25, aspect="auto")
        for row in range(n):
            for column in range(n):
                value = float(values[row, column])
                known = math.isfinite(value)
                if n > 12 or row == column:
                    continue
                ax.text(
                    column,
                    row,
                    number(value) if known else "·",
                    ha="center",
                    va="center",
                    fontsize=style.TINY - (1.2 if n > 8 else 0),
                    color="white" if known and value > 0.75 * highest else style.INK,
                )
        names = [fit(clean(source), LABEL_ROOM - 0.1, style.TINY) for source in result.sources]
        ax.set_yticks(range(n), labels=names, fontsize=style.TINY)
        ax.xaxis.tick_top()
        ax.set_xticks(range(n), labels=names, fontsize=style.TINY, rotation=90, color=style.INK)
        ax.tick_params(length=0)
        ax.grid(visible=False)
        for spine in ax.spines.values():
            spine.set_visible(False)
        return ax
