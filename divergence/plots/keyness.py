"""Keyness: the words that set a source apart, by log-odds, with how often they occur."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from divergence.comparing.words.word_results import KeyTerm
from divergence.phrases import say
from divergence.plots import directions, style

ROW = 0.138
MOST_LEFT, RIGHT, TOP, BOTTOM = 1.15, 0.75, 0.05, 0.4
TELLING_Z = 1.96


def height(terms: tuple[KeyTerm, ...]) -> float:
    """Height in inches, margins included."""
    return margins(terms).top + BOTTOM + ROW * max(2, len(terms))


def margins(terms: tuple[KeyTerm, ...]) -> style.Margins:
    """Room for the labels."""
    left = style.label_room((term.term for term in terms), most=MOST_LEFT)
    top = directions.room(terms[0].source, terms[0].reference) if terms else TOP
    return style.Margins(left, RIGHT, top, BOTTOM)


def draw(terms: tuple[KeyTerm, ...], ax: Axes) -> None:
    """Draw the z-score of every word's log-odds."""
    if not terms:
        style.empty(ax, say("empty.keyness"))
        return
    for y, term in enumerate(terms):
        color = style.ACCENT if term.z >= 0 else style.WARM
        ax.plot([0, term.z], [y, y], color=color, linewidth=0.9, alpha=0.6, zorder=2)
        ax.plot(
            [term.z],
            [y],
            marker="o" if term.z >= 0 else "s",
            markersize=4.4,
            linestyle="none",
            markeredgecolor=color,
            zorder=3,
            markerfacecolor=color if abs(term.z) >= TELLING_Z else "white",
        )
        style.beside(ax, y, say("axis.uses", own=term.count, other=term.count_reference))
    style.label_rows(
        ax,
        range(len(terms)),
        [term.term for term in terms],
        room=MOST_LEFT - 0.1,
        size=style.TINY + 0.3,
    )
    ends = [term.z for term in terms] + [-0.5, 0.5]
    pad = 0.06 * (max(ends) - min(ends))
    ax.set_xlim(min(ends) - pad, max(ends) + pad)
    ax.set_ylim(len(terms) - 0.4, -0.6)
    ax.axvline(0, color=style.FAINT, linewidth=0.6)
    style.numbered(ax, MaxNLocator(5))
    ax.set_xlabel(say("axis.keyness"))
    directions.write(ax, margins(terms), terms[0].source, terms[0].reference)
