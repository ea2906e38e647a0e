"""What stands below a figure: its numbers as rows, each with links to its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from divergence.phrases import say
from divergence.plots.number_format import interval, number
from divergence.reporting.html.reader_links import Link
from divergence.reporting.report import Align

MOST = 400


@dataclass(frozen=True, slots=True)
class DataRow:
    """The cells of a row, the first of them naming it, and where its sentences are."""

    cells: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: heads and sides of its cells, and rows; ``more`` says how many were left out."""

    head: tuple[str, ...]
    align: tuple[Align, ...]
    rows: tuple[DataRow, ...]
    more: str = ""

    @property
    def title(self) -> str:
        """What the table is called where it is folded."""
        return say("behind.rows", n=len(self.rows))


def data_table(
    head: tuple[str, ...], rows: Iterable[DataRow], *, right: tuple[int, ...] = (), most: int = MOST
) -> DataTable:
    """Make a table; the columns in ``right``, counted from 0, are set to the right."""
    given = tuple(rows)
    left = len(given) - most
    return DataTable(
        head,
        tuple("right" if place in right else "left" for place in range(len(head))),
        given[:most],
        say("behind.more", n=left) if left > 0 else "",
    )


def spread(low: float, high: float, *, share: bool = False, signed: bool = False) -> str:
    """Write an interval; "not defined" where an end is not."""
    return interval(low, high, share=share, signed=signed) or number(float("nan"))
