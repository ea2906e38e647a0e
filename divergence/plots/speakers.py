"""Speakers: who is given how many words, a bar each, with the verbs that introduce them."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from divergence.phrases import say
from divergence.plots import style
from divergence.plots.lettering import clean, fit, width

ROW, STACKED = 0.17, 0.46
MOST_LEFT, RIGHT, TOP, BOTTOM = 2.65, 2.0, 0.05, 0.4


@dataclass(frozen=True, slots=True)
class SpeakerBar:
    """Words given to one speaker by one source."""

    name: str
    words: int
    place: int
    n_sources: int
    text: str


def height(bars: tuple[SpeakerBar, ...], *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    return TOP + BOTTOM + (STACKED if stacked else ROW) * max(2, len(bars))


def margins(bars: tuple[SpeakerBar, ...], *, stacked: bool = False) -> style.Margins:
    """Room for the labels."""
    if stacked:
        return style.Margins(0.08, 0.12, TOP, BOTTOM)
    left = style.label_room((bar.name for bar in bars), most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(bars: tuple[SpeakerBar, ...], ax: Axes, *, stacked: bool = False) -> None:
    """Draw one bar a speaker."""
    room = margins(bars, stacked=stacked)
    if not bars:
        style.empty(ax, say("empty.speakers"))
        return
    for y, bar in enumerate(bars):
        look = style.mark(bar.place, bar.n_sources)
        ax.barh(
            y + 0.26 if stacked else y,
            bar.words,
            height=0.22 if stacked else 0.66,
            color=look.color,
            hatch=look.hatch,
            edgecolor="white",
            linewidth=0.3,
        )
        if stacked:
            style.over(ax, y - 0.24, bar.name, "", room)
            style.over(ax, y + 0.01, "", _fitted(bar.text, style.inches(ax)[0]), room)
        else:
            style.beside(ax, y, _fitted(bar.text, RIGHT - 0.1))
    if stacked:
        ax.set_yticks([])
    else:
        names = [bar.name for bar in bars]
        style.label_rows(ax, range(len(bars)), names, room=MOST_LEFT - 0.1)
    ax.set_ylim(len(bars) - 0.4, -0.6)
    ax.set_xlim(0, 1.05 * max(bar.words for bar in bars) or 1)
    style.numbered(ax, MaxNLocator(4, integer=True))
    ax.set_xlabel(say("axis.words"))


def _fitted(text: str, room: float) -> str:
    """Shorten what stands beside a bar; the number of a note at its end stays."""
    head, bracket, note = clean(text).rpartition(" [")
    if not bracket:
        return fit(note, room, style.TINY)
    cited = f" [{note}"
    return fit(head, room - width(cited, style.TINY), style.TINY) + cited
