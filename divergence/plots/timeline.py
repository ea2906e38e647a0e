"""Time line: when each source published, one dot a day, larger for more articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import date_axis, style
from divergence.plots.number_format import count

ROW = 0.22
# Room that a date takes below the axis, and a count beside it on a narrow screen.
DATE, SLIM = 0.75, 0.68
MOST_LEFT, NARROW, RIGHT, TOP, BOTTOM = 1.6, 1.05, 0.9, 0.05, 0.28


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many articles of a source carry a date."""

    source: str
    day: Date
    articles: int


def height(days: tuple[DayCount, ...], *, stacked: bool = False) -> float:
    """Height in inches, margins included, which is the same on a narrow screen."""
    return TOP + BOTTOM + ROW * max(2, len({entry.source for entry in days}))


def margins(days: tuple[DayCount, ...], *, stacked: bool = False) -> style.Margins:
    """Room for the labels, less of it on a narrow screen."""
    left = style.label_room((entry.source for entry in days), most=NARROW if stacked else MOST_LEFT)
    return style.Margins(left, SLIM if stacked else RIGHT, TOP, BOTTOM)


def draw(days: tuple[DayCount, ...], ax: Axes, *, stacked: bool = False) -> None:
    """Draw a row for every source and a dot for every day on which it published."""
    if not days:
        style.empty(ax, say("empty.timeline"))
        return
    sources = list(dict.fromkeys(entry.source for entry in days))
    for y, source in enumerate(sources):
        own = [entry for entry in days if entry.source == source]
        look = style.mark(y, len(sources))
        ax.scatter(
            [entry.day.toordinal() for entry in own],
            [y] * len(own),
            s=[14.0 + 10 * min(entry.articles, 12) for entry in own],
            color=look.color,
            marker=look.marker,
            alpha=0.8,
            linewidth=0.4,
            edgecolor="white",
            zorder=3,
        )
        style.beside(ax, y, count(sum(entry.articles for entry in own), "article"))
    style.label_rows(
        ax, range(len(sources)), sources, room=(NARROW if stacked else MOST_LEFT) - 0.1
    )
    ax.set_ylim(len(sources) - 0.5, -0.5)
    dates = [entry.day.toordinal() for entry in days]
    pad = max(1.0, 0.06 * (max(dates) - min(dates)))
    ax.set_xlim(min(dates) - pad, max(dates) + pad)
    most = max(1, min(date_axis.MOST, int(style.inches(ax)[0] / DATE)))
    first, last = (end(entry.day for entry in days) for end in (min, max))
    date_axis.dated(ax, first, last, most=most)
