"""One look for every chart and page: a type scale, a grid, and colors that survive print.

The colors are Okabe and Ito's, told apart by people with color blindness; markers and hatches
say the same thing again for black-and-white printing.

References
----------
Okabe, M. and Ito, K. (2008). Color Universal Design. https://jfly.uni-koeln.de/color/
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, Locator
from matplotlib.transforms import ScaledTranslation, Transform

from divergence.plots import lettering
from divergence.plots.number_format import number

INK, SOFT, FAINT, RULE, WASH = "#1a1d21", "#565e68", "#8d96a0", "#d5dae0", "#f2f4f6"
ACCENT, WARM = "#0072B2", "#D55E00"
# Small letters in WARM would stand out too little from paper.
RUST = "#A34400"
TITLE, HEADING, CHART, BODY, SMALL, TINY = 21.0, 14.0, 9.6, 8.6, 7.2, 6.3

COLORS = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#B8860B", "#56B4E9")
MARKERS = ("o", "s", "^", "D", "v", "P")
HATCHES = ("", "////", "....", "xxxx", "----", "\\\\\\\\", "oo", "++")
CROWD = 12


@dataclass(frozen=True, slots=True)
class Margins:
    """Room in inches around the data area of a chart, for labels."""

    left: float
    right: float = 0.1
    top: float = 0.05
    bottom: float = 0.4


@dataclass(frozen=True, slots=True)
class Mark:
    """How one source is drawn everywhere."""

    color: str
    marker: str
    hatch: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure is made for: how much it is enlarged, its edge and its background.

    Everything is enlarged alike, letters included, so that a figure that fits a page fills a
    slide. ``edge`` multiplies the white space around it.
    """

    scale: float
    edge: float
    background: str


LOOKS = {
    "paper": Look(1.0, 1.0, "#ffffff"),
    "slides": Look(1.86, 1.6, "#ffffff"),
    "screen": Look(1.35, 1.0, "#fcfcfa"),
}


@cache
def _rc() -> dict[str, Any]:
    return {
        "font.family": lettering.families("regular"),
        "font.size": SMALL,
        "text.parse_math": False,
        "text.usetex": False,
        "text.color": INK,
        "text.hinting": "none",
        "axes.edgecolor": FAINT,
        "axes.labelcolor": SOFT,
        "axes.labelsize": TINY,
        "axes.linewidth": 0.5,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.axisbelow": True,
        "axes.grid": True,
        "axes.grid.axis": "x",
        "axes.unicode_minus": True,
        "axes.formatter.use_mathtext": False,
        "axes.formatter.useoffset": False,
        "grid.color": RULE,
        "grid.linewidth": 0.4,
        "xtick.color": FAINT,
        "xtick.labelcolor": SOFT,
        "xtick.labelsize": TINY,
        "xtick.major.size": 2.0,
        "xtick.major.width": 0.5,
        "xtick.major.pad": 2.0,
        "ytick.color": FAINT,
        "ytick.labelcolor": INK,
        "ytick.labelsize": SMALL,
        "ytick.major.size": 0.0,
        "ytick.major.pad": 4.0,
        "hatch.linewidth": 0.4,
        "hatch.color": "white",
        "lines.linewidth": 1.1,
        "lines.markersize": 5.0,
        # The page or the slide shows through, whatever its color.
        "axes.facecolor": "none",
        "figure.facecolor": "white",
        "savefig.facecolor": "white",
        "pdf.fonttype": 42,
        "svg.fonttype": "path",
        "svg.hashsalt": "divergence",
    }


def context() -> AbstractContextManager[None]:
    """Context in which everything is drawn; nothing outside it changes."""
    settings: Any = {name: value for name, value in matplotlib.rcParamsDefault.items()}
    # Setting the backend, even to what it is, loads pyplot and chooses a window system.
    settings.pop("backend", None)
    return matplotlib.rc_context(settings | _rc())


def mark(position: int, n_sources: int) -> Mark:
    """Color, marker and hatch of a source; more than six sources share one and go by label."""
    if n_sources > len(COLORS):
        return Mark(COLORS[0], MARKERS[0], "")
    return Mark(COLORS[position], MARKERS[position], HATCHES[position])


def figure_of(ax: Axes) -> Figure:
    """Return the whole figure that axes stand on."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def inches(ax: Axes) -> tuple[float, float]:
    """Width and height of the data area in inches."""
    box, dpi = ax.get_window_extent(), figure_of(ax).dpi
    return box.width / dpi, box.height / dpi


def shifted(ax: Axes, place: Transform, right: float, up: float) -> Transform:
    """Return a place on axes, moved by so many inches."""
    return place + ScaledTranslation(right, up, figure_of(ax).dpi_scale_trans)


def inset(ax: Axes, left: float, top: float, *, wide: float, tall: float) -> Axes:
    """Axes inside others; where and how large in inches, from their upper left corner on."""
    across, down = inches(ax)
    return ax.inset_axes((left / across, 1 - (top + tall) / down, wide / across, tall / down))


def heading(
    ax: Axes, left: float, top: float, text: str, size: float, *, bold: bool = False
) -> None:
    """Write a line above an inset, at so many inches from the upper left corner of the axes."""
    wide, tall = inches(ax)
    ax.text(
        left / wide,
        1 - top / tall,
        text,
        transform=ax.transAxes,
        fontsize=size,
        fontweight="bold" if bold else "normal",
        color=INK if bold else SOFT,
        va="top",
    )


def label_room(labels: Iterable[str], *, most: float, size: float = SMALL) -> float:
    """Room in inches that row labels ask for, at most ``most``."""
    widest = max((lettering.width(lettering.clean(label), size) for label in labels), default=0.0)
    return min(most, widest + 0.12)


def fitting(labels: Iterable[str], room: float, size: float) -> float:
    """Points in which cleaned labels fit into ``room`` inches: ``size``, or less down to TINY."""
    widest = max((lettering.width(label, size) for label in labels), default=0.0)
    return max(min(size, TINY), min(size, size * room / widest)) if widest > room else size


def label_rows(
    ax: Axes,
    at: Sequence[float],
    labels: Sequence[str],
    *,
    room: float,
    size: float | None = None,
) -> None:
    """Write row labels left of the axes, smaller or cut to ``room`` inches but still told apart.

    Where no ``size`` is given, many are written smaller.
    """
    names = [lettering.clean(label) for label in labels]
    size = size or (SMALL if len(labels) <= CROWD else TINY)
    size = fitting(names, room, size)
    shown = lettering.fit_apart(names, room, size)
    ax.set_yticks(list(at), labels=shown, fontsize=size)


def named(ax: Axes, text: str, *, stacked: bool = False) -> None:
    """Say below the horizontal axis what it shows, where ``stacked`` in lines of its width."""
    lines = lettering.wrap(text, inches(ax)[0], TINY) if stacked else [text]
    ax.set_xlabel("\n".join(lines), linespacing=1.15)


def over(ax: Axes, y: float, label: str, detail: str, edges: Margins) -> None:
    """Write a row's label above it from the left edge on, and words that end at the right edge."""
    wide = inches(ax)[0]
    whole = edges.left + wide + edges.right
    detail = lettering.fit(lettering.clean(detail), whole if not label else 0.55 * whole, TINY)
    room = whole - lettering.width(detail, TINY) - 0.1
    label = lettering.fit(lettering.clean(label), room, SMALL)
    for x, text, size, color, align in (
        (-edges.left / wide, label, SMALL, INK, "left"),
        (1 + edges.right / wide, detail, TINY, SOFT, "right"),
    ):
        ax.text(
            x,
            y,
            text,
            transform=ax.get_yaxis_transform(),
            fontsize=size,
            color=color,
            ha=align,
            va="center",
            clip_on=False,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.4},
            zorder=1.5,
        )


def numbered(ax: Axes, at: Locator | None = None, *, share: bool = False) -> None:
    """Write the numbers of the horizontal axis as pages do, at the places that a locator finds."""
    if at is not None:
        ax.xaxis.set_major_locator(at)
    # A tick beside zero is zero.
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: number(round(x, 9), share=share)))


def beside(ax: Axes, y: float, text: str, *, gap: float = 0.06, **style: Any) -> None:
    """Write text right of the data area at the height of a row."""
    transform = shifted(ax, ax.get_yaxis_transform(), gap, 0)
    look = {"fontsize": TINY, "color": SOFT, "ha": "left", "va": "center", **style}
    ax.text(1.0, y, lettering.clean(text), transform=transform, clip_on=False, **look)


def empty(ax: Axes, reason: str) -> None:
    """Say on the panel why there is nothing to draw."""
    ax.set_axis_off()
    wide = max(1.0, inches(ax)[0])
    ax.text(
        0.0,
        0.5,
        "\n".join(lettering.wrap(reason, wide, SMALL)),
        transform=ax.transAxes,
        fontsize=SMALL,
        color=SOFT,
        ha="left",
        va="center",
    )
