"""Stacked shares: how the words or cues of each row divide into parts."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import lettering, style
from divergence.plots.number_format import count, number

ROW, STACKED, APART = 0.27, 0.46, 0.22
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.7, 1.0, 0.3, 0.24
WIDE, NARROW, KEY = 6.5, 2.7, 0.16
COLORS = ("#0072B2", "#D55E00", "#009E73", "#E3B23C", "#B9C0C8", "#7A828C", "#AA4499", "#56B4E9")


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts of parts in rows; a row of zeros has no shares and says so.

    ``noun`` is what is counted, in the singular.
    """

    rows: tuple[str, ...]
    parts: tuple[str, ...]
    counts: tuple[tuple[float, ...], ...]
    shares: tuple[tuple[float, ...], ...]
    noun: str


def height(result: Shares, *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    room = margins(result, stacked=stacked)
    return room.top + BOTTOM + (STACKED if stacked else ROW) * max(1, len(result.rows))


def margins(result: Shares, *, stacked: bool = False) -> style.Margins:
    """Room for the labels."""
    if stacked:
        lines = max(line for line, _ in _places(result.parts, NARROW)) if result.parts else 0
        return style.Margins(0.08, 0.14, TOP + lines * KEY, BOTTOM)
    left = style.label_room(result.rows, most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(result: Shares, ax: Axes, *, stacked: bool = False) -> None:
    """Draw one stacked bar a row."""
    room = margins(result, stacked=stacked)
    if not any(map(sum, result.counts)):
        style.empty(ax, say(f"empty.{result.noun}"))
        return
    for y, (counts, shares) in enumerate(zip(result.counts, result.shares, strict=True)):
        total = sum(counts)
        counted = count(round(total), result.noun) if total else say(f"axis.no_{result.noun}")
        if stacked:
            style.over(ax, y - APART, result.rows[y], counted, room)
            _bar(ax, y + 0.14, shares if total else (), thick=0.42)
        else:
            style.beside(ax, y, counted)
            _bar(ax, y, shares if total else (), thick=0.68)
    if stacked:
        ax.set_yticks([])
    else:
        names = result.rows
        style.label_rows(ax, range(len(names)), names, room=MOST_LEFT - 0.1)
    ax.set_ylim(len(result.rows) - 0.5, -0.5)
    ax.set_xlim(0, 1)
    style.numbered(ax, share=True)
    ax.grid(visible=False)
    _key(ax, result.parts, room)


def _bar(ax: Axes, y: float, shares: tuple[float, ...], *, thick: float) -> None:
    start = 0.0
    for place, share in enumerate(shares):
        ax.barh(
            y,
            share,
            left=start,
            height=thick,
            color=COLORS[place % len(COLORS)],
            hatch=style.HATCHES[place % len(style.HATCHES)],
            edgecolor="white",
            linewidth=0.6,
        )
        text = number(share, share=True)
        if share * style.inches(ax)[0] > lettering.width(text, style.TINY, "bold") + 0.14:
            ax.text(
                start + share / 2,
                y,
                text,
                fontsize=style.TINY,
                fontweight="bold",
                color=style.INK,
                ha="center",
                va="center",
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.2, "alpha": 0.88},
            )
        start += share


def _names(parts: tuple[str, ...]) -> list[str]:
    return [lettering.fit(lettering.clean(part), 1.5, style.TINY) for part in parts]


def _places(parts: tuple[str, ...], room: float) -> list[tuple[int, float]]:
    """Line and distance from the left of each part in the key, in inches."""
    line, x, places = 0, 0.0, []
    for name in _names(parts):
        needs = 0.16 + lettering.width(name, style.TINY)
        if x and x + needs > room:
            line, x = line + 1, 0.0
        places.append((line, x))
        x += needs + 0.18
    return places


def _key(ax: Axes, parts: tuple[str, ...], room: style.Margins) -> None:
    wide, tall = style.inches(ax)
    whole = room.left + wide + room.right
    places = _places(parts, whole)
    last = max((line for line, _ in places), default=0)
    for place, (name, (line, start)) in enumerate(zip(_names(parts), places, strict=True)):
        x = start + 0.02 - room.left
        up = 1 + (0.16 + KEY * (last - line)) / tall
        ax.barh(
            up,
            0.12 / wide,
            left=x / wide,
            height=0.09 / tall,
            transform=ax.transAxes,
            clip_on=False,
            color=COLORS[place % len(COLORS)],
            hatch=style.HATCHES[place % len(style.HATCHES)],
            edgecolor="white",
            linewidth=0.3,
        )
        ax.text(
            (x + 0.16) / wide,
            up,
            name,
            transform=ax.transAxes,
            fontsize=style.TINY,
            color=style.INK,
            ha="left",
            va="center",
        )
