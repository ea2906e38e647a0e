"""The largest differences: one row each, in half widths of its own interval."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.comparing.measures.measure_results import Contrast
from divergence.phrases import say
from divergence.plots import directions, style
from divergence.plots.lettering import clean, fit, fit_lines
from divergence.plots.number_format import interval, is_share, points
from divergence.plots.party_names import party

ROW = 0.27
MOST_LEFT, RIGHT, TOP, BOTTOM = 3.25, 1.0, 0.3, 0.42
FURTHEST = 6.0
# With labels above the lines: a row, how far its line lies below its middle, and its edges.
STACKED, DOWN, EDGE, BESIDE = 0.62, 0.19, 0.08, 0.82
LETTERS = 0.108


@dataclass(frozen=True, slots=True)
class NamedContrast:
    """A contrast with the words that its row shows: the measure, and in small what it is of."""

    contrast: Contrast
    label: str
    unit: str
    detail: str


def clear(contrast: Contrast) -> bool:
    """Tell whether a contrast has an interval of some width that leaves zero out."""
    known = math.isfinite(contrast.low) and math.isfinite(contrast.strength)
    return known and (contrast.low > 0 or contrast.high < 0)


def height(rows: tuple[NamedContrast, ...], *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    room = margins(rows, stacked=stacked)
    return room.top + room.bottom + (STACKED if stacked else ROW) * max(1, len(rows))


def margins(rows: tuple[NamedContrast, ...], *, stacked: bool = False) -> style.Margins:
    """Room for the labels, which stand on the left or, ``stacked``, above their lines."""
    if stacked:
        return style.Margins(EDGE, BESIDE, directions.room(*_parties(rows)), BOTTOM + LETTERS)
    texts = (text for row in rows for text in (row.label, row.detail))
    left = style.label_room(texts, most=MOST_LEFT)
    return style.Margins(left, RIGHT, TOP, BOTTOM)


def draw(rows: tuple[NamedContrast, ...], ax: Axes, *, stacked: bool = False) -> None:
    """Draw differences of different units on one axis."""
    room = margins(rows, stacked=stacked)
    known = [row for row in rows if math.isfinite(row.contrast.difference)]
    if not known:
        style.empty(ax, say("empty.contrasts"))
        return
    furthest = 1.5
    # Labels are placed in inches: the axis needs its height first.
    ax.set_ylim(len(known) - 0.5, -0.5)
    for y, row in enumerate(known):
        line = y + DOWN / STACKED if stacked else y
        furthest = max(furthest, _row(ax, row, line))
        (_above if stacked else _beside)(ax, row, line)
        half = LETTERS / STACKED if stacked else 0.5
        ax.plot([0, 0], [line - half, line + half], color=style.FAINT, linewidth=0.7, zorder=1)
        ax.barh(line, 2, height=2 * half, left=-1, color=style.WASH, zorder=0)
    ax.set_yticks([])
    ax.grid(visible=not stacked, axis="x")
    ax.set_xlim(-furthest * 1.05, furthest * 1.05)
    style.named(ax, say("axis.contrasts"), stacked=stacked)
    if stacked:
        directions.write(ax, room, *_parties(rows))
    else:
        _sides(ax, *_parties(rows))


def _parties(rows: tuple[NamedContrast, ...]) -> tuple[str, str]:
    """Whose is more on the right and on the left: the two that all rows compare, if they do."""
    pairs = {(row.contrast.source, row.contrast.reference) for row in rows}
    if len(pairs) == 1:
        source, reference = map(party, *pairs)
        return source, reference
    return say("name.named_source"), say("name.others")


def _sides(ax: Axes, source: str, reference: str) -> None:
    """Say above the axis whose side is whose."""
    wide, tall = style.inches(ax)
    for x, ha, text, color in (
        (0.5 - 0.06 / wide, "right", say("axis.more_left", party=reference), style.RUST),
        (0.5 + 0.06 / wide, "left", say("axis.more_right", party=source), style.ACCENT),
    ):
        ax.text(
            x,
            1 + 0.1 / tall,
            fit(clean(text), wide / 2 + 0.9, style.TINY + 0.4, "bold"),
            transform=ax.transAxes,
            fontsize=style.TINY + 0.4,
            fontweight="bold",
            color=color,
            ha=ha,
            va="bottom",
        )


def _row(ax: Axes, row: NamedContrast, y: float) -> float:
    """Draw a difference with its interval; return how far it reaches."""
    contrast = row.contrast
    at = math.copysign(
        min(abs(contrast.strength), FURTHEST) if math.isfinite(contrast.strength) else 0.0,
        contrast.difference,
    )
    color = style.ACCENT if at >= 0 else style.WARM
    low, high = at - 1, at + 1
    if contrast.difference and math.isfinite(contrast.low) and math.isfinite(contrast.high):
        half = abs(contrast.difference / contrast.strength) if contrast.strength else math.inf
        low = at + (contrast.low - contrast.difference) / half
        high = at + (contrast.high - contrast.difference) / half
        ax.plot([low, high], [y, y], color=color, linewidth=1.3, alpha=0.75, zorder=2)
    beyond = math.isfinite(contrast.strength) and abs(contrast.strength) > FURTHEST
    marks = "<s" if at < 0 else ">o"
    ax.plot(
        [at],
        [y],
        marker=marks[0] if beyond else marks[1],
        markersize=5.5,
        markerfacecolor=color if clear(contrast) else "white",
        markeredgecolor=color,
        linestyle="none",
        zorder=3,
    )
    return min(max(abs(low), abs(high)), FURTHEST + 2)


def _beside(ax: Axes, row: NamedContrast, y: float) -> None:
    """Write the label left of a line and its numbers on the right."""
    wide = style.inches(ax)[0]
    for text, size, color, up in (
        (row.label, style.SMALL, style.INK, 0.16),
        (row.detail, style.TINY, style.SOFT, -0.2),
    ):
        ax.text(
            -0.1 / wide,
            y - up,
            fit(clean(text), MOST_LEFT - 0.12, size),
            transform=ax.get_yaxis_transform(),
            fontsize=size,
            color=color,
            ha="right",
            va="center",
        )
    _numbers(ax, row, y, up=0.16 * ROW, down=0.2 * ROW)


def _above(ax: Axes, row: NamedContrast, y: float) -> None:
    """Write the label above a line, over the whole width, and its numbers on the right."""
    wide, tall = style.inches(ax)
    inch = abs(ax.get_ylim()[1] - ax.get_ylim()[0]) / tall
    room = EDGE + wide + BESIDE - 0.04
    detail = fit_lines(clean(row.detail), room, style.TINY, most=2)
    lines = [(text, style.TINY, style.SOFT) for text in reversed(detail)]
    lines.append((fit(clean(row.label), room, style.SMALL), style.SMALL, style.INK))
    for place, (text, size, color) in enumerate(lines):
        ax.text(
            -EDGE / wide,
            y - inch * (0.17 + LETTERS * place),
            text,
            transform=ax.get_yaxis_transform(),
            fontsize=size,
            color=color,
            va="center",
        )
    _numbers(ax, row, y, up=LETTERS / 2, down=LETTERS / 2)


def _numbers(ax: Axes, row: NamedContrast, y: float, *, up: float, down: float) -> None:
    """Write the difference and its interval beside a line, some inches above and below it."""
    contrast, share = row.contrast, is_share(row.unit)
    inch = abs(ax.get_ylim()[1] - ax.get_ylim()[0]) / style.inches(ax)[1]
    style.beside(ax, y - up * inch, points(contrast.difference, share=share), color=style.INK)
    scale = 100 if share else 1
    ends = interval(contrast.low * scale, contrast.high * scale, signed=True)
    style.beside(ax, y + down * inch, ends or say("axis.no_interval"))
