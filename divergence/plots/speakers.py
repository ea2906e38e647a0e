"""Speakers: who is given how many words, a bar each, with the verbs that introduce them."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from divergence.phrases import say
from divergence.plots import headings, style
from divergence.plots.lettering import clean, fit

ROW = 0.17
MOST_LEFT, RIGHT, TOP, BOTTOM = 2.4, 2.0, 0.05, 0.4


@dataclass(frozen=True, slots=True)
class SpeakerBar:
    """Words given to one speaker by one source."""

    name: str
    words: int
    place: int
    n_sources: int
    text: str


def height(bars: tuple[SpeakerBar, ...]) -> float:
    """Height in inches, margins included."""
    return TOP + BOTTOM + ROW * max(2, len(bars))


def margins(bars: tuple[SpeakerBar, ...]) -> style.Margins:
    """Room for the labels."""
    left = style.label_room((bar.name for bar in bars), most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(
    bars: tuple[SpeakerBar, ...], *, ax: Axes | None = None, title: str = "", subtitle: str = ""
) -> Axes:
    """Draw one bar a speaker.

    Parameters
    ----------
    bars : tuple of SpeakerBar
        In the order they are drawn; ``place`` is the position of the source among ``n_sources``
        and decides colour and hatch.
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
        ax = headings.titled(ax, height(bars), margins(bars), title, subtitle)
        if not bars:
            return style.empty(ax, say("empty.speakers"))
        for y, bar in enumerate(bars):
            look = style.mark(bar.place, bar.n_sources)
            ax.barh(
                y,
                bar.words,
                height=0.66,
                color=look.color,
                hatch=look.hatch,
                edgecolor="white",
                linewidth=0.3,
            )
            style.beside(ax, y, fit(clean(bar.text), RIGHT - 0.1, style.TINY))
        names = [bar.name for bar in bars]
        style.label_rows(ax, range(len(bars)), names, room=MOST_LEFT - 0.1)
        ax.set_ylim(len(bars) - 0.4, -0.6)
        ax.set_xlim(0, 1.05 * max(bar.words for bar in bars) or 1)
        style.numbered(ax, MaxNLocator(4, integer=True))
        ax.set_xlabel(say("axis.words"))
        return ax
