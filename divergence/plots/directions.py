"""Which way is whose: "more in" one party on the left, in the other on the right, above a chart."""

from __future__ import annotations

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import style
from divergence.plots.lettering import clean, fit, width
from divergence.plots.party_names import party

LINE, LIFT, APART = 0.13, 0.08, 0.2
# The narrowest room that a chart with directions has, on paper in half a column.
NARROWEST = 2.9


def room(source: str, reference: str) -> float:
    """Height in inches that the directions take: two lines where one may be too short."""
    return LIFT + LINE * (1 if _beside(source, reference, NARROWEST) else 2) + 0.09


def write(ax: Axes, margins: style.Margins, source: str, reference: str) -> None:
    """Write both directions over the whole width of a chart, on two lines if one is too short."""
    wide = margins.left + style.inches(ax)[0] + margins.right
    below = _beside(source, reference, wide)
    for x, shift, text, align, color, line in (
        (0.0, -margins.left, _left(reference), "left", style.RUST, 0 if below else 1),
        (1.0, margins.right, _right(source), "right", style.ACCENT, 0),
    ):
        ax.text(
            x,
            1.0,
            fit(clean(text), wide, style.SMALL, "bold"),
            transform=style.shifted(ax, ax.transAxes, shift, LIFT + line * LINE),
            fontsize=style.SMALL,
            fontweight="bold",
            color=color,
            ha=align,
            va="bottom",
        )


def _left(reference: str) -> str:
    return say("axis.more_left", party=party(reference))


def _right(source: str) -> str:
    return say("axis.more_right", party=party(source))


def _beside(source: str, reference: str, wide: float) -> bool:
    texts = (_left(reference), _right(source))
    return sum(width(clean(text), style.SMALL, "bold") for text in texts) + APART <= wide
