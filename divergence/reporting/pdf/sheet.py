"""A sheet of paper in inches from its top left corner, on which boxes are placed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from divergence.plots import lettering, style
from divergence.plots.lettering import Face

LEADING = 1.4


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text in one face and colour."""

    text: str
    face: Face = "regular"
    color: str = style.INK


Line = tuple[TextRun, ...]


class Sheet:
    """One page of a document, or the canvas of one figure."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width, height))

    def write(self, x: float, y: float, line: Line, size: float, *, right: bool = False) -> None:
        """Write one line with its baseline box's top at ``y``; ``right`` aligns its end to x."""
        if right:
            x -= sum(lettering.advance(run.text, size, run.face) for run in line)
        for run in line:
            if run.text.strip():
                self.figure.text(
                    x / self.width,
                    1 - (y + size / 72) / self.height,
                    run.text,
                    fontsize=size,
                    fontfamily=lettering.families(run.face),
                    fontweight="bold" if run.face.endswith("bold") else "normal",
                    color=run.color,
                    ha="left",
                    va="baseline",
                )
            x += lettering.advance(run.text, size, run.face)

    def rule(self, x: float, y: float, wide: float, *, color: str, weight: float = 0.5) -> None:
        """Draw a horizontal line."""
        at = 1 - y / self.height
        self.figure.add_artist(
            Line2D([x / self.width, (x + wide) / self.width], [at, at], color=color, lw=weight)
        )

    def fill(self, x: float, y: float, wide: float, tall: float, color: str) -> None:
        """Fill a rectangle, behind everything."""
        self.figure.add_artist(
            Rectangle(
                (x / self.width, 1 - (y + tall) / self.height),
                wide / self.width,
                tall / self.height,
                facecolor=color,
                edgecolor="none",
                zorder=-1,
            )
        )

    def axes(self, x: float, y: float, wide: float, tall: float) -> Axes:
        """Add axes whose data area is the given rectangle."""
        return self.figure.add_axes(
            (x / self.width, 1 - (y + tall) / self.height, wide / self.width, tall / self.height)
        )


@dataclass(frozen=True, slots=True)
class Box:
    """Something with a height that can draw itself.

    ``keep`` keeps it with the next box, ``repeat`` is drawn first where it opens a sheet, and
    ``split`` divides it into what fits into some inches and the rest, or into nothing.
    """

    height: float
    draw: Callable[[Sheet, float, float], None]
    before: float = 0.0
    keep: bool = False
    repeat: Box | None = None
    split: Callable[[float], tuple[Box, ...]] | None = None


def wrap_runs(runs: Sequence[TextRun], room: float, size: float) -> list[Line]:
    """Break runs into lines of at most ``room`` inches; only words wider than that are broken."""
    lines: list[list[TextRun]] = [[]]
    used = 0.0
    for word in _glued(runs):
        wide = sum(lettering.width(run.text, size, run.face) for run in word)
        gap = lettering.width(" ", size, word[0].face) if lines[-1] else 0.0
        if used + gap + wide <= room:
            if lines[-1]:
                _extend(lines[-1], " ", word[0])
            for run in word:
                _extend(lines[-1], run.text, run)
            used += gap + wide
            continue
        if lines[-1]:
            lines.append([])
            used = 0.0
        for run in word:
            for piece in lettering.broken(run.text, room, size, run.face):
                step = lettering.width(piece, size, run.face)
                if lines[-1] and used + step > room:
                    lines.append([])
                    used = 0.0
                _extend(lines[-1], piece, run)
                used += step
    return [tuple(line) for line in lines if line]


def _glued(runs: Sequence[TextRun]) -> list[list[TextRun]]:
    """Split runs at white space into words, each a list of stretches of one face."""
    words: list[list[TextRun]] = []
    apart = True
    for run in runs:
        apart = apart or run.text[:1].isspace()
        for place, part in enumerate(lettering.clean(run.text).split()):
            if place or apart or not words:
                words.append([])
            words[-1].append(TextRun(part, run.face, run.color))
            apart = False
        apart = run.text[-1:].isspace() or (apart and not run.text)
    return words


def _extend(line: list[TextRun], text: str, run: TextRun) -> None:
    if line and line[-1].face == run.face and line[-1].color == run.color:
        line[-1] = TextRun(line[-1].text + text, run.face, run.color)
    else:
        line.append(TextRun(text, run.face, run.color))


def leading(size: float) -> float:
    """Distance of two lines of text in inches."""
    return size * LEADING / 72


def text_box(
    lines: Sequence[Line],
    size: float,
    *,
    indent: float = 0.0,
    mark: str = "",
    before: float = 0.0,
    keep: bool = False,
) -> Box:
    """Make a box of lines, with a mark (a bullet or number) in its indent."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        if mark:
            sheet.write(x, y, (TextRun(mark, "bold", style.ACCENT),), size)
        for place, line in enumerate(lines):
            sheet.write(x + indent, y + place * leading(size), line, size)

    return Box(len(lines) * leading(size), draw, before, keep)
