"""Word shift: which words make two vocabularies differ, and by how much."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from divergence.comparing.words.word_results import ShiftTerm, WordShift
from divergence.phrases import say
from divergence.plots import directions, lettering, style
from divergence.plots.number_format import number

ROW = 0.138
MOST = 16
LEFT, RIGHT, BOTTOM = 0.1, 0.1, 0.4


def shown(shift: WordShift) -> tuple[ShiftTerm, ...]:
    """Return the terms that are drawn: those of the largest contribution, largest first."""
    return tuple(sorted(shift.terms, key=lambda term: (-abs(term.contribution), term.term))[:MOST])


def height(shift: WordShift) -> float:
    """Height in inches, margins included."""
    return margins(shift).top + BOTTOM + ROW * max(2, len(shown(shift)))


def margins(shift: WordShift) -> style.Margins:
    """Room for the labels."""
    return style.Margins(LEFT, RIGHT, directions.room(shift.source, shift.reference), BOTTOM)


def draw(shift: WordShift, ax: Axes) -> None:
    """Draw each word's contribution as a bar toward the side that uses it more."""
    terms = shown(shift)
    if not terms:
        style.empty(ax, say("empty.shift"))
        return
    end = max(abs(term.contribution) for term in terms) or 1.0
    for y, term in enumerate(terms):
        left = term.contribution < 0
        ax.barh(
            y,
            term.contribution,
            height=0.7,
            edgecolor="white",
            linewidth=0.3,
            color=style.WARM if left else style.ACCENT,
            hatch="////" if left else "",
        )
        ax.annotate(
            lettering.fit(lettering.clean(term.term), 1.2, style.TINY + 0.3),
            (term.contribution, y),
            (-3 if left else 3, 0),
            textcoords="offset points",
            fontsize=style.TINY + 0.3,
            color=style.INK,
            va="center",
            ha="right" if left else "left",
            annotation_clip=False,
        )
    ax.axvline(0, color=style.FAINT, linewidth=0.6)
    ax.set_yticks([])
    ax.set_ylim(len(terms) - 0.4, -0.6)
    ax.set_xlim(-1.75 * end, 1.75 * end)
    ax.xaxis.set_major_locator(MaxNLocator(4, symmetric=True))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: number(abs(round(x, 9)))))
    ax.set_xlabel(say("axis.shift"))
    directions.write(ax, margins(shift), shift.source, shift.reference)
