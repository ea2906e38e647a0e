"""Small multiples: many measures, each on a panel of its own, sides next to each other."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.phrases import declared, say
from divergence.plots import estimates, lettering, style
from divergence.plots.estimates import Panel
from divergence.plots.number_format import in_words

NAME, UNIT, GAP = 0.145, 0.14, 0.05
NAME_SIZE = style.SMALL + 0.2
MOST_NAMES, BETWEEN, WIDTH = 1.4, 0.14, 6.57
MOST_LINES = 3
NARROW, MOST_NARROW = 2.75, 1.0


@dataclass(frozen=True, slots=True)
class Multiples:
    """Rows of panels that stand side by side; ``least`` is how many a full row has room for."""

    rows: tuple[tuple[Panel, ...], ...]
    least: int = 1

    @property
    def across(self) -> int:
        """Panels that share the width."""
        return max([self.least, *map(len, self.rows)])

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Every panel, in reading order."""
        return tuple(panel for row in self.rows for panel in row)


def height(result: Multiples, width: float = WIDTH, *, stacked: bool = False) -> float:
    """Height in inches, margins included, of panels that share ``width`` inches."""
    if stacked:
        return sum(len(row) * _tall(row, _room(row, NARROW, 1)) for row in result.rows) or 0.4
    return sum(_tall(row, _room(row, width, result.across)) for row in result.rows if row) or 0.4


def margins(result: Multiples, *, stacked: bool = False) -> style.Margins:
    """No room: the panels bring their own."""
    return style.Margins(0.0, 0.0, 0.0, 0.0)


def draw(result: Multiples, ax: Axes, *, stacked: bool = False) -> None:
    """Draw every panel inside the given axes."""
    if not result.panels:
        style.empty(ax, say("empty.multiples"))
        return
    ax.set_axis_off()
    wide = style.inches(ax)[0]
    top = 0.0
    across = 1 if stacked else result.across
    for row in result.rows:
        _row(ax, row, top, across)
        lines = -(-len(row) // across) if stacked else 1
        top += lines * _tall(row, _room(row, wide, across))


def _names(row: tuple[Panel, ...], across: int) -> float:
    """Room for the names of the sources: less where one panel fills a narrow screen."""
    most = MOST_NARROW if across == 1 else MOST_NAMES
    return style.label_room(row[0].sources, most=most, size=estimates.label_size(row[0]))


def _room(row: tuple[Panel, ...], width: float, across: int) -> float:
    """Room of one panel without names, with the white space that keeps it off the next."""
    return (width - _names(row, across)) / across


def _tall(row: tuple[Panel, ...], room: float) -> float:
    slots = estimates.slots_of(row)
    return _headed(row, room) + max(estimates.height(panel, slots) for panel in row) + GAP


def _headed(row: tuple[Panel, ...], room: float) -> float:
    """Room above the data of a row: as many lines as its longest name and its longest unit."""
    names = max(len(_name(panel, room)) for panel in row)
    units = max(len(_unit(panel, room)) for panel in row)
    return names * NAME + units * UNIT


def _name(panel: Panel, room: float) -> list[str]:
    return lettering.fit_lines(
        estimates.label(panel.column), room - BETWEEN, NAME_SIZE, most=MOST_LINES, face="bold"
    )


def _unit(panel: Panel, room: float) -> list[str]:
    """The unit on one line with the direction if there is room, else alone on one or two."""
    unit = in_words(panel.column.unit)
    direction = declared(panel.column.direction)
    whole = lettering.clean(say("axis.unit", unit=unit, direction=direction))
    if lettering.width(whole, style.TINY) <= room - BETWEEN:
        return [whole]
    return lettering.fit_lines(unit, room - BETWEEN, style.TINY, most=2)


def _measure(panel: Panel) -> str:
    """Name of the measure without the side in brackets."""
    return panel.column.name.partition("[")[0]


def _row(ax: Axes, row: tuple[Panel, ...], top: float, across: int) -> None:
    """Draw panels side by side; the source names stand left of the first."""
    gutter = _names(row, across)
    room = _room(row, style.inches(ax)[0], across)
    slots = estimates.slots_of(row)
    lines = max(len(_name(panel, room)) for panel in row)
    body = estimates.height(row[0], slots) - estimates.TOP - estimates.BOTTOM
    for place, panel in enumerate(row):
        line, column = divmod(place, across)
        upper = top + line * _tall(row, room)
        start = upper + _headed(row, room) + estimates.TOP
        left = gutter + column * room
        inset = style.inset(ax, left, start, wide=room - estimates.RIGHT - BETWEEN / 2, tall=body)
        same = tuple(other for other in row if _measure(other) == _measure(panel))
        shared = estimates.Shared(estimates.span(same), slots, labels=column == 0)
        estimates.draw(panel, ax=inset, shared=shared)
        if column == 0:
            _shorten(inset, gutter - 0.1)
        _head(ax, panel, (left, upper), room, lines)


def _shorten(inset: Axes, room: float) -> None:
    labels = inset.get_yticklabels()
    if labels:
        names = [label.get_text() for label in labels]
        size = style.fitting(names, room, float(labels[0].get_fontsize()))
        shown = lettering.fit_apart(names, room, size)
        inset.set_yticks(inset.get_yticks(), labels=shown, fontsize=size)


def _head(ax: Axes, panel: Panel, at: tuple[float, float], room: float, lines: int) -> None:
    """Write the measure's name, as many lines as the row has, its unit below."""
    left, top = at
    name = _name(panel, room)
    rows = [(text, NAME_SIZE, True) for text in name]
    rows += [(text, style.TINY, False) for text in _unit(panel, room)]
    for place, (text, size, bold) in enumerate(rows, start=lines - len(name)):
        style.heading(ax, left, top + 0.01 + place * NAME, text, size, bold=bold)
