"""Stacked shares: how the words or cues of each row divide into parts."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import headings, lettering, style
from divergence.plots.numerals import count, number

ROW = 0.27
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.7, 1.0, 0.3, 0.24
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


def height(result: Shares) -> float:
    """Height in inches, margins included."""
    return TOP + BOTTOM + ROW * max(1, len(result.rows))


def margins(result: Shares) -> style.Margins:
    """Room for the labels."""
    left = style.label_room(result.rows, most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(result: Shares, *, ax: Axes | None = None, title: str = "", subtitle: str = "") -> Axes:
    """Draw one stacked bar a row.

    Parameters
    ----------
    result : Shares
        Shares in [0, 1] of every row; the number in a segment is its share, the one at the end
        of a row is what it divides.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes.
    """
    with style.context():
        ax = headings.titled(ax, height(result), margins(result), title, subtitle)
        if not any(map(sum, result.counts)):
            return style.empty(ax, say(f"empty.{result.noun}"))
        for y, (counts, shares) in enumerate(zip(result.counts, result.shares, strict=True)):
            _bar(ax, y, counts, shares, result.noun)
        label_room = MOST_LEFT - 0.1
        style.label_rows(ax, range(len(result.rows)), result.rows, room=label_room)
        ax.set_ylim(len(result.rows) - 0.5, -0.5)
        ax.set_xlim(0, 1)
        style.numbered(ax, share=True)
        ax.grid(visible=False)
        _key(ax, result.parts, margins(result).left)
        return ax


def _bar(ax: Axes, y: int, counts: tuple[float, ...], shares: tuple[float, ...], noun: str) -> None:
    total = sum(counts)
    style.beside(ax, y, count(round(total), noun) if total else say(f"axis.no_{noun}"))
    if not total:
        return
    start = 0.0
    for place, share in enumerate(shares):
        ax.barh(
            y,
            share,
            left=start,
            height=0.68,
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


def _key(ax: Axes, parts: tuple[str, ...], left: float) -> None:
    wide, tall = style.inches(ax)
    x = -(left - 0.02)
    for place, part in enumerate(parts):
        name = lettering.fit(lettering.clean(part), 1.5, style.TINY)
        ax.barh(
            1 + 0.16 / tall,
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
            1 + 0.16 / tall,
            name,
            transform=ax.transAxes,
            fontsize=style.TINY,
            color=style.INK,
            ha="left",
            va="center",
        )
        x += 0.34 + lettering.width(name, style.TINY)
