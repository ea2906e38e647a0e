"""Agreement matrix: which source carries which statement."""

from __future__ import annotations

from dataclasses import dataclass, replace

from matplotlib.axes import Axes

from divergence.comparing.claims.claim_results import Presence
from divergence.phrases import say
from divergence.plots import style
from divergence.plots.lettering import clean, fit, fit_lines, width

ROW, STACKED = 0.3, 0.54
WIDE, NARROW = 6.57, 2.75
RIGHT, BOTTOM, HIGHEST = 0.1, 0.05, 1.3
# Statements that are worth a part of the chart on a sheet of their own.
FEWEST = 3
LOWER = 0.32


@dataclass(frozen=True, slots=True)
class Agreement:
    """Statements in words, sources, and for every pair what the source has of the statement."""

    statements: tuple[str, ...]
    sources: tuple[str, ...]
    carried: tuple[tuple[Presence, ...], ...]


def height(result: Agreement, *, stacked: bool = False) -> float:
    """Height in inches, margins included."""
    room = margins(result, stacked=stacked)
    rows = (STACKED if stacked else ROW) * max(1, len(result.statements))
    return room.top + room.bottom + rows


def split(result: Agreement, room: float) -> tuple[Agreement | None, Agreement | None]:
    """Split statements into those whose drawing fits into ``room`` inches and the rest."""
    edges = margins(result)
    kept = int((room - edges.top - edges.bottom) / ROW)
    if not FEWEST <= kept <= len(result.statements) - FEWEST:
        return None, None
    parts = (slice(None, kept), slice(kept, None))
    first, rest = (
        replace(result, statements=result.statements[part], carried=result.carried[part])
        for part in parts
    )
    return first, rest


def margins(result: Agreement, *, stacked: bool = False) -> style.Margins:
    """Room for the statements on the left and the names of the sources on top."""
    left = 0.08 if stacked else 4.3 if len(result.sources) <= 8 else 3.6
    cell = ((NARROW if stacked else WIDE) - left - RIGHT) / max(1, len(result.sources))
    widest = style.label_room(result.sources, most=HIGHEST, size=style.TINY)
    return style.Margins(left, RIGHT, 0.28 if widest < cell else widest + 0.05, BOTTOM)


def draw(
    result: Agreement, ax: Axes, *, whole: Agreement | None = None, stacked: bool = False
) -> None:
    """Draw a filled dot where a source carries a statement, a hollow one for one like it."""
    room = margins(result, stacked=stacked)
    if not result.statements:
        style.empty(ax, say("empty.agreement"))
        return
    for y, row in enumerate(result.carried):
        for x, present in enumerate(row):
            if present == "absent":
                continue
            carries, nothing = present == "carries", present == "nothing"
            ax.plot(
                [x],
                [y + LOWER if stacked else y],
                linestyle="none",
                markersize=4 if nothing else 5.5,
                marker="_" if nothing else "o",
                markerfacecolor=style.ACCENT if carries else "white",
                markeredgecolor=style.FAINT if nothing else style.ACCENT,
            )
    rows = range(len(result.statements))
    wide = NARROW - 0.1 if stacked else room.left - 0.15
    said = ["\n".join(fit_lines(text, wide, style.TINY, most=2)) for text in result.statements]
    if stacked:
        ax.set_yticks([y + LOWER for y in rows], labels=[""] * len(said))
        for y, text in enumerate(said):
            ax.text(
                -room.left / style.inches(ax)[0],
                y - 0.12,
                text,
                transform=ax.get_yaxis_transform(),
                fontsize=style.TINY,
                linespacing=1.1,
                va="center",
            )
    else:
        ax.set_yticks(rows, labels=said, fontsize=style.TINY, linespacing=1.1, ha="left")
        ax.tick_params(axis="y", pad=room.left * 72)
    _columns(ax, result.sources, room.top)
    ax.set_xlim(-0.5, len(result.sources) - 0.5)
    ax.set_ylim(len(result.statements) - 0.5, -0.5)
    ax.spines["bottom"].set_visible(False)
    ax.grid(visible=True, axis="y")
    ax.grid(visible=False, axis="x")


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
