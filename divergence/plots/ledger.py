"""The figures ledger: every figure of an entry on one axis, with its source and claimant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter

from divergence.phrases import say
from divergence.plots import headings, style
from divergence.plots.lettering import clean, fit, width
from divergence.plots.numerals import number

HEAD, ROW, GAP = 0.22, 0.155, 0.06
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.4, 3.25, 0.05, 0.26
MOST_TICKS = 5
POWERS = tuple(10.0**power for power in range(13))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure: who prints it, its ends, and the words that stand beside it."""

    source: str
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """An entry: what is counted, the verdict in words, and its figures."""

    heading: str
    verdict: str
    rows: tuple[LedgerRow, ...]


def height(groups: tuple[LedgerGroup, ...]) -> float:
    """Height in inches, margins included."""
    body = sum(HEAD + ROW * len(group.rows) + GAP for group in groups)
    return TOP + BOTTOM + max(0.4, body)


def margins(groups: tuple[LedgerGroup, ...]) -> style.Margins:
    """Room for the labels."""
    names = (row.source for group in groups for row in group.rows)
    left = style.label_room(names, most=MOST_LEFT, size=style.TINY + 0.4)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def split(
    groups: tuple[LedgerGroup, ...], room: float
) -> tuple[tuple[LedgerGroup, ...], tuple[LedgerGroup, ...]]:
    """Split entries into those whose drawing fits into ``room`` inches and the rest."""
    kept = len(groups)
    while kept and height(groups[:kept]) > room:
        kept -= 1
    return groups[:kept], groups[kept:]


def draw(
    groups: tuple[LedgerGroup, ...],
    *,
    ax: Axes | None = None,
    whole: tuple[LedgerGroup, ...] = (),
    title: str = "",
    subtitle: str = "",
) -> Axes:
    """Draw figures as dots, ranges as bars, on a shared logarithmic axis.

    Parameters
    ----------
    groups : tuple of LedgerGroup
        Entries in the order they are drawn.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    whole : tuple of LedgerGroup, optional
        Entries that the axis has to hold, where these are a part of them.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes; each row says its source on the left and number and claimant on the right.
    """
    with style.context():
        ax = headings.titled(ax, height(groups), margins(groups), title, subtitle)
        if not groups:
            return style.empty(ax, say("empty.ledger"))
        y, ticks, labels = 0.0, [], []
        for group in groups:
            y += HEAD
            _heading(ax, group, y - 0.09, margins(groups).left)
            for row in group.rows:
                y += ROW
                _figure(ax, row, y - ROW / 2 + 0.04)
                ticks.append(y - ROW / 2 + 0.04)
                labels.append(row.source)
            y += GAP
        style.label_rows(ax, ticks, labels, room=MOST_LEFT - 0.12, size=style.TINY + 0.4)
        ax.set_ylim(y, 0)
        highest = max(row.high for group in whole or groups for row in group.rows)
        lowest = min(row.low for group in whole or groups for row in group.rows)
        ax.set_xscale("symlog", linthresh=1.0, linscale=0.3)
        ax.set_xlim(0 if lowest >= 0 else lowest * 2, max(10.0, highest * 2))
        powers = [power for power in POWERS if power <= highest * 2]
        step = 1 + (len(powers) - 1) // MOST_TICKS
        ax.xaxis.set_major_locator(FixedLocator([0.0, *powers[::-step][::-1]]))
        ax.xaxis.set_minor_locator(FixedLocator([]))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _short(x)))
        return ax


SHORT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand"))


def _short(value: float) -> str:
    for size, name in SHORT:
        if value >= size:
            return say(f"number.short.{name}", number=number(value / size))
    return number(value)


def _heading(ax: Axes, group: LedgerGroup, y: float, gutter: float) -> None:
    wide = style.inches(ax)[0]
    verdict = clean(group.verdict)
    left = -(gutter - 0.02) / wide
    heading = fit(clean(group.heading), gutter + wide, style.SMALL, "bold")
    common: dict[str, Any] = {
        "transform": ax.get_yaxis_transform(),
        "va": "center",
        "ha": "left",
        "clip_on": False,
        "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.8},
    }
    ax.text(left, y, heading, fontsize=style.SMALL, fontweight="bold", color=style.INK, **common)
    start = left + (width(heading, style.SMALL, "bold") + 0.14) / wide
    room = (1 - start) * wide + RIGHT
    common["bbox"] = None
    ax.text(
        start, y, fit(verdict, room, style.TINY), fontsize=style.TINY, color=style.SOFT, **common
    )


def _figure(ax: Axes, row: LedgerRow, y: float) -> None:
    if row.high > row.low:
        ax.plot(
            [row.low, row.high],
            [y, y],
            color=style.ACCENT,
            linewidth=3.0,
            alpha=0.55,
            solid_capstyle="butt",
        )
    ax.plot(
        sorted({row.low, row.high}),
        [y] * len({row.low, row.high}),
        marker="o",
        markersize=4.2,
        color=style.ACCENT,
        linestyle="none",
        zorder=3,
        clip_on=False,
    )
    text = fit(clean(row.text), RIGHT - 0.12, style.TINY + 0.4)
    style.beside(ax, y, text, color=style.INK, fontsize=style.TINY + 0.4)
