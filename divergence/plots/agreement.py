"""Agreement matrix: which source carries which statement."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from divergence.phrases import say
from divergence.plots import headings, style
from divergence.plots.lettering import clean, fit, fit_lines, width

ROW = 0.3
WIDE = 6.57
RIGHT, BOTTOM, HIGHEST = 0.1, 0.05, 1.1


@dataclass(frozen=True, slots=True)
class Agreement:
    """Statements in words, sources, and for every pair whether the source carries it.

    ``carried[i][j]`` is None where the source did not write on the statement's event.
    """

    statements: tuple[str, ...]
    sources: tuple[str, ...]
    carried: tuple[tuple[bool | None, ...], ...]


def height(result: Agreement) -> float:
    """Height in inches, margins included."""
    room = margins(result)
    return room.top + room.bottom + ROW * max(1, len(result.statements))


def margins(result: Agreement) -> style.Margins:
    """Room for the statements on the left and the names of the sources on top."""
    left = 4.3 if len(result.sources) <= 8 else 3.6
    cell = (WIDE - left - RIGHT) / max(1, len(result.sources))
    widest = style.label_room(result.sources, most=HIGHEST, size=style.TINY)
    return style.Margins(left, RIGHT, 0.28 if widest < cell else widest + 0.05, BOTTOM)


def draw(result: Agreement, *, ax: Axes | None = None, title: str = "", subtitle: str = "") -> Axes:
    """Draw a filled dot where a source carries a statement and a hollow one where it does not.

    Parameters
    ----------
    result : Agreement
        Rows and columns in the order they are drawn.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure.
    title, subtitle : str
        Written above the data area.

    Returns
    -------
    matplotlib.axes.Axes
        The given axes; a dash stands where a source did not write on the event.
    """
    with style.context():
        ax = headings.titled(ax, height(result), margins(result), title, subtitle, width=WIDE)
        if not result.statements:
            return style.empty(ax, say("empty.agreement"))
        columns = len(result.sources)
        for y, row in enumerate(result.carried):
            for x, carries in enumerate(row):
                ax.plot(
                    [x],
                    [y],
                    linestyle="none",
                    markersize=5.5 if carries is not None else 4,
                    marker="_" if carries is None else "o",
                    markerfacecolor=style.ACCENT if carries else "white",
                    markeredgecolor=style.ACCENT if carries else style.FAINT,
                )
        left = margins(result).left
        ax.set_yticks(
            range(len(result.statements)),
            labels=[
                "\n".join(fit_lines(text, left - 0.15, style.TINY, most=2))
                for text in result.statements
            ],
            fontsize=style.TINY,
            linespacing=1.1,
            ha="left",
        )
        ax.tick_params(axis="y", pad=left * 72)
        _columns(ax, result.sources, margins(result).top)
        ax.set_xlim(-0.5, columns - 0.5)
        ax.set_ylim(len(result.statements) - 0.5, -0.5)
        ax.spines["bottom"].set_visible(False)
        ax.grid(visible=True, axis="y")
        ax.grid(visible=False, axis="x")
        return ax


def _columns(ax: Axes, sources: tuple[str, ...], room: float) -> None:
    cell = style.inches(ax)[0] / max(1, len(sources))
    shown = [clean(source) for source in sources]
    flat = all(width(source, style.TINY) < cell - 0.08 for source in shown)
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0)
    ax.set_xticks(
        range(len(shown)),
        labels=[fit(source, cell if flat else room - 0.05, style.TINY) for source in shown],
        rotation=0 if flat else 90,
        fontsize=style.TINY,
        color=style.INK,
    )
