"""The figures ledger: every figure of an entry on one axis, with its source and claimant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter

from divergence.phrases import say
from divergence.plots import style
from divergence.plots.lettering import clean, fit, fit_lines, width
from divergence.plots.number_format import number

HEAD, ROW, GAP, LINE = 0.22, 0.155, 0.06, 0.115
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.4, 3.45, 0.05, 0.26
WIDE, NARROW = 6.57, 2.75
MOST_VERDICT, MOST_TEXT = 2, 2
MOST_TICKS = 5
POWERS = tuple(10.0**power for power in range(13))
SHORT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand"))


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


def height(groups: tuple[LedgerGroup, ...], *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    body = sum(_tall(group, stacked=stacked) for group in groups)
    return TOP + BOTTOM + max(0.4, body)


def _tall(group: LedgerGroup, *, stacked: bool) -> float:
    rows = sum(_row_tall(row, stacked=stacked) for row in group.rows)
    return HEAD + LINE * _more(group, stacked=stacked) + rows + GAP


def _row_tall(row: LedgerRow, *, stacked: bool) -> float:
    return ROW + (LINE * len(_wrapped(row)) if stacked else 0.0)


def _wrapped(row: LedgerRow) -> list[str]:
    """The words of a figure on lines of their own, below it."""
    return fit_lines(clean(row.text), NARROW - 0.1, style.TINY, most=MOST_TEXT)


def _more(group: LedgerGroup, *, stacked: bool) -> int:
    """Lines that a verdict takes below the line of its heading."""
    return len(_verdict(group, stacked=stacked)) - (0 if stacked else 1)


def _verdict(group: LedgerGroup, *, stacked: bool) -> list[str]:
    """The verdict beside its heading or, stacked, below it."""
    text = clean(group.verdict)
    if stacked:
        return fit_lines(text, NARROW - 0.1, style.TINY, most=MOST_VERDICT + 1)
    return fit_lines(text, WIDE - _head(group) - 0.1, style.TINY, most=MOST_VERDICT) or [""]


def _head(group: LedgerGroup) -> float:
    """Room in inches that a heading takes, with the white space after it."""
    heading = fit(clean(group.heading), WIDE / 2, style.SMALL, "bold")
    return width(heading, style.SMALL, "bold") + 0.16


def margins(groups: tuple[LedgerGroup, ...], *, stacked: bool = False) -> style.Margins:
    """Room for the labels; ``stacked``, names stand on the left and words below."""
    if stacked:
        return style.Margins(1.15, 0.12, TOP, BOTTOM)
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
    ax: Axes,
    *,
    whole: tuple[LedgerGroup, ...] = (),
    stacked: bool = False,
) -> None:
    """Draw figures as dots, ranges as bars, on a shared logarithmic axis."""
    room = margins(groups, stacked=stacked)
    if not groups:
        style.empty(ax, say("empty.ledger"))
        return
    y, ticks, labels = 0.0, [], []
    for group in groups:
        _heading(ax, group, y + HEAD - 0.09, room.left, stacked=stacked)
        y += HEAD + LINE * _more(group, stacked=stacked)
        for row in group.rows:
            at = y + ROW / 2 + 0.04
            _figure(ax, row, at)
            if stacked:
                _below(ax, row, at + ROW / 2 + 0.045, room.left)
            else:
                text = fit(clean(row.text), RIGHT - 0.12, style.TINY + 0.4)
                style.beside(ax, at, text, color=style.INK, fontsize=style.TINY + 0.4)
            ticks.append(at)
            labels.append(row.source)
            y += _row_tall(row, stacked=stacked)
        y += GAP
    names = (room.left if stacked else MOST_LEFT) - 0.12
    style.label_rows(ax, ticks, labels, room=names, size=style.TINY + 0.4)
    ax.set_ylim(y, 0)
    highest = max(row.high for group in whole or groups for row in group.rows)
    lowest = min(row.low for group in whole or groups for row in group.rows)
    ax.set_xscale("symlog", linthresh=1.0, linscale=0.3)
    ax.set_xlim(0 if lowest >= 0 else lowest * 2, max(10.0, highest * 2))
    powers = [power for power in POWERS if power <= highest * 2]
    most = max(2, min(MOST_TICKS, int(style.inches(ax)[0] / 0.3)))
    step = 1 + (len(powers) - 1) // most
    ax.xaxis.set_major_locator(FixedLocator([0.0, *powers[::-step][::-1]]))
    ax.xaxis.set_minor_locator(FixedLocator([]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _short(x)))


def _short(value: float) -> str:
    for size, name in SHORT:
        if value >= size:
            return say(f"number.short.{name}", number=number(value / size))
    return number(value)


def _heading(ax: Axes, group: LedgerGroup, y: float, gutter: float, *, stacked: bool) -> None:
    wide = style.inches(ax)[0]
    left = -(gutter - 0.02) / wide
    room = NARROW - 0.1 if stacked else WIDE / 2
    heading = fit(clean(group.heading), room, style.SMALL, "bold")
    common: dict[str, Any] = {
        "transform": ax.get_yaxis_transform(),
        "va": "center",
        "ha": "left",
        "clip_on": False,
        # The lines of the grid must not cross the letters.
        "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.8},
    }
    ax.text(left, y, heading, fontsize=style.SMALL, fontweight="bold", color=style.INK, **common)
    start = left if stacked else left + _head(group) / wide
    first = y + LINE if stacked else y
    for place, line in enumerate(_verdict(group, stacked=stacked)):
        at = first + LINE * place
        ax.text(start, at, line, fontsize=style.TINY, color=style.SOFT, **common)


def _below(ax: Axes, row: LedgerRow, y: float, gutter: float) -> None:
    """Write the words of a figure below it, over the whole width."""
    for place, line in enumerate(_wrapped(row)):
        ax.text(
            -(gutter - 0.02) / style.inches(ax)[0],
            y + LINE * place,
            line,
            transform=ax.get_yaxis_transform(),
            fontsize=style.TINY,
            color=style.SOFT,
            va="center",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
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
