"""Small multiples: many measures, each on a panel of its own, sides next to each other."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.plots import estimates, lettering, style
from divergence.plots.estimates import Panel

HEAD, GAP = 0.3, 0.04
NARROW = 2.9


@dataclass(frozen=True, slots=True)
class Multiples:
    """Rows of panels that stand side by side."""

    rows: tuple[tuple[Panel, ...], ...]

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Every panel, in reading order."""
        return tuple(panel for row in self.rows for panel in row)


def height(result: Multiples) -> float:
    """Height in inches, margins included."""
    return sum(max(map(_tall, row)) for row in result.rows if row) or 0.4


def margins(result: Multiples) -> style.Margins:
    """No room: the panels bring their own."""
    return style.Margins(0.0, 0.0, 0.0, 0.0)


def draw(result: Multiples, *, ax: Axes | None = None, title: str = "", subtitle: str = "") -> Axes:
    """Draw every panel inside the given axes.

    Parameters
    ----------
    result : Multiples
        Panels of one row of the grid that belong to the same measure share their axis, so that
        sides can be compared by eye.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes, switched off, with one inset axes for every panel.
    """
    with style.context():
        ax = ax or style.new_axes(6.6, height(result) + 0.5, style.Margins(0.1, top=0.5))
        style.headed(ax, title, subtitle)
        if not result.panels:
            return style.empty(ax, "Nothing was measured here.")
        ax.set_axis_off()
        wide, tall = style.inches(ax)
        cell = wide / max(map(len, result.rows))
        top = 0.0
        for row in result.rows:
            deep = max(map(_tall, row))
            for place, panel in enumerate(row):
                _panel(ax, panel, row, (place * cell, top, cell, deep), (wide, tall))
            top += deep
        return ax


def _tall(panel: Panel) -> float:
    return HEAD + estimates.height(panel) + GAP


def _measure(panel: Panel) -> str:
    """Name of the measure without the side in brackets."""
    return panel.column.name.partition("[")[0]


def _panel(
    ax: Axes,
    panel: Panel,
    row: tuple[Panel, ...],
    box: tuple[float, float, float, float],
    whole: tuple[float, float],
) -> None:
    left, top, wide, _ = box
    room = estimates.margins(panel)
    gutter = min(room.left, estimates.MOST_LEFT if wide > NARROW else 1.0)
    body = estimates.height(panel) - room.top - room.bottom
    start = top + HEAD + room.top
    inset = ax.inset_axes(
        (
            (left + gutter) / whole[0],
            1 - (start + body) / whole[1],
            (wide - gutter - room.right) / whole[0],
            body / whole[1],
        )
    )
    same = tuple(other for other in row if _measure(other) == _measure(panel))
    estimates.draw(panel, ax=inset, limits=estimates.span(same))
    for label in inset.get_yticklabels():
        size = float(label.get_fontsize())
        label.set_text(lettering.fit(label.get_text(), gutter - 0.1, size))
    column = panel.column
    name = estimates.label(column)
    told = f"{column.unit} ({column.direction})"
    if lettering.width(lettering.clean(told), style.TINY) > wide - 0.12:
        told = column.unit
    lines = (
        (name, style.SMALL + 0.4, "bold", style.INK, 0.01),
        (told, style.TINY, "normal", style.SOFT, 0.155),
    )
    for text, points, weight, color, down in lines:
        face: lettering.Face = "bold" if weight == "bold" else "regular"
        ax.text(
            left / whole[0],
            1 - (top + down) / whole[1],
            lettering.fit(lettering.clean(text), wide - 0.12, points, face),
            transform=ax.transAxes,
            fontsize=points,
            fontweight=weight,
            color=color,
            ha="left",
            va="top",
        )
