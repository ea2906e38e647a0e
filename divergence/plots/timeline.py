"""Time line: when each source published, one dot a day, larger for more articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import calendar, headings, style
from divergence.plots.numerals import count

ROW = 0.22
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.6, 0.9, 0.05, 0.28


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many articles of a source carry a date."""

    source: str
    day: Date
    articles: int


def height(days: tuple[DayCount, ...]) -> float:
    """Height in inches, margins included."""
    return TOP + BOTTOM + ROW * max(2, len({entry.source for entry in days}))


def margins(days: tuple[DayCount, ...]) -> style.Margins:
    """Room for the labels."""
    left = style.label_room((entry.source for entry in days), most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(
    days: tuple[DayCount, ...], *, ax: Axes | None = None, title: str = "", subtitle: str = ""
) -> Axes:
    """Draw a row for every source and a dot for every day on which it published.

    Parameters
    ----------
    days : tuple of DayCount
        Sources are drawn in the order of their first entry.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes; the number of dated articles stands beside each row.
    """
    with style.context():
        ax = headings.titled(ax, height(days), margins(days), title, subtitle)
        if not days:
            return style.empty(ax, say("empty.timeline"))
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
        style.label_rows(ax, range(len(sources)), sources, room=MOST_LEFT - 0.1)
        ax.set_ylim(len(sources) - 0.5, -0.5)
        dates = [entry.day.toordinal() for entry in days]
        pad = max(1.0, 0.06 * (max(dates) - min(dates)))
        ax.set_xlim(min(dates) - pad, max(dates) + pad)
        calendar.dated(ax, min(entry.day for entry in days), max(entry.day for entry in days))
        return ax
