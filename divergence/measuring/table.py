"""The feature table: one row for every article, one number for every column and voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from divergence.comparing.results import Column
from divergence.measuring.ratio import values
from divergence.measuring.tally import Tally

if TYPE_CHECKING:
    import pandas as pd

TEXT_FIELDS = ("article", "source", "title", "date", "event")

Cell = str | int | float
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """Articles by columns and voices, with the tallies that a comparison needs."""

    columns: tuple[Column, ...]
    tallies: tuple[Tally, ...]

    def __len__(self) -> int:
        return len(self.tallies)

    def rows(self) -> Iterator[Row]:
        """Yield one mapping for every article (see :func:`row`)."""
        return rows(self.tallies)

    def to_frame(self) -> pd.DataFrame:
        """Return the table as a pandas frame.

        Returns
        -------
        pandas.DataFrame
            One row for every article: ``article``, ``source``, ``title``, ``date``, ``event``,
            ``words``, then every column in all voices (``hedging.rate``), in the reporter's
            (``hedging.rate|reporter``) and in quoted voices (``hedging.rate|quoted``); nan where
            undefined.
        """
        import pandas as pd

        return pd.DataFrame(list(self.rows()), columns=header(self.columns))


def header(columns: Iterable[Column]) -> list[str]:
    """Return the names of a row's cells, in order."""
    names = [*TEXT_FIELDS, "words"]
    for column in columns:
        names += [column.name, f"{column.name}|reporter", f"{column.name}|quoted"]
    return names


def rows(tallies: Iterable[Tally]) -> Iterator[Row]:
    """Yield a row for every tally, one at a time, keeping none."""
    return map(row, tallies)


def row(tally: Tally) -> Row:
    """Return one article's row.

    Parameters
    ----------
    tally : Tally
        The article's counts.

    Returns
    -------
    mapping of str to str, int or float
        The cells named by :func:`header`; an unknown date is "", an undefined measure nan.
    """
    article = tally.article
    cells: dict[str, Cell] = {
        "article": article.id,
        "source": article.source,
        "title": article.title,
        "date": article.date.isoformat() if article.date else "",
        "event": article.event,
        "words": tally.n_words,
    }
    for column, by_voice in zip(tally.columns, values(tally).tolist(), strict=True):
        reporter, quoted, everyone = by_voice
        cells[column.name] = everyone
        cells[f"{column.name}|reporter"] = reporter
        cells[f"{column.name}|quoted"] = quoted
    return cells
