"""Distance heat map: how far apart the sources are in one family of features."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np
from matplotlib.axes import Axes

from divergence.comparing.measures.measure_results import Distances
from divergence.phrases import say
from divergence.plots import style
from divergence.plots.lettering import clean, fit, width
from divergence.plots.number_format import in_digits, number

ROW, LABEL_ROOM, RIGHT, BOTTOM, WIDE = 0.2, 0.95, 0.1, 0.05, 4.5
# Flat names stand in columns of a chart that is half as wide as a page.
FLAT = 2.1


def height(result: Distances) -> float:
    """Height in inches, margins included."""
    room = margins(result)
    return room.top + room.bottom + min(2.6, max(0.8, ROW * len(result.sources)))


def margins(result: Distances) -> style.Margins:
    """Room for the sources' names on the left and on top."""
    room = style.label_room(result.sources, most=LABEL_ROOM, size=style.TINY)
    return style.Margins(room, RIGHT, 0.2 if _flat(result, room) else room, BOTTOM)


def _flat(result: Distances, room: float) -> bool:
    """Tell whether the names stand side by side above the columns."""
    return room * max(1, len(result.sources)) <= FLAT


def draw(result: Distances, ax: Axes) -> None:
    """Draw a square for every pair of sources, darker where they are further apart."""
    values = np.array(result.values, dtype=float)
    if values.size == 0 or not np.isfinite(values).any():
        style.empty(ax, say("empty.distances"))
        return
    highest = float(np.nanmax(values)) or 1.0
    n = len(result.sources)
    ax.imshow(values, cmap="Blues", vmin=0, vmax=highest * 1.25, aspect="auto")
    write = _written(values.flat, style.inches(ax)[0] / n)
    for row in range(n):
        for column in range(n):
            value = float(values[row, column])
            known = math.isfinite(value)
            if (known and write is None) or row == column:
                continue
            ax.text(
                column,
                row,
                write(value) if known and write else "·",
                ha="center",
                va="center",
                fontsize=style.TINY,
                color="white" if known and value > 0.75 * highest else style.INK,
            )
    names = [fit(clean(source), LABEL_ROOM - 0.1, style.TINY) for source in result.sources]
    ax.set_yticks(range(n), labels=names, fontsize=style.TINY)
    ax.xaxis.tick_top()
    upright = 0 if _flat(result, margins(result).left) else 90
    ax.set_xticks(range(n), labels=names, fontsize=style.TINY, rotation=upright, color=style.INK)
    ax.tick_params(length=0)
    ax.grid(visible=False)
    for spine in ax.spines.values():
        spine.set_visible(False)


def _written(values: Iterable[float], room: float) -> Callable[[float], str] | None:
    """How numbers are written so that all fit into squares of some inches; None if none fits."""
    known = [value for value in values if math.isfinite(value)]
    for write in (number, lambda value: in_digits(f"{value:.1f}")):
        if max((width(write(value), style.TINY) for value in known), default=0.0) + 0.03 <= room:
            return write
    return None
