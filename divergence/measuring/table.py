"""The feature table: one row for every article, one number for every column and voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.counting.columns import Column
from divergence.counting.tally import Tally, values

if TYPE_CHECKING:
    import pandas as pd

    from divergence.counting.feature import Feature
    from divergence.digesting.digest import Digest
    from divergence.digesting.material import Material
    from divergence.lists.coverage import Coverage
    from divergence.types import Rejection, Removed, Side

__all__ = ["FeatureTable"]


TEXT_FIELDS = ("article", "source", "title", "date", "event")

Cell = str | int | float
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What a table keeps of articles beyond their counts, so that they can be compared in full.

    ``rejections`` are the inputs that were read but not used, ``removed`` the lines that were taken
    out; ``coverage`` says how much of the articles each list covers. ``paths`` and ``spellings``
    are those of the Corpus; ``silent_sides`` are never named in the articles.
    """

    digests: tuple[Digest, ...]
    material: tuple[Material, ...]
    coverage: tuple[Coverage, ...]
    rejections: tuple[Rejection, ...] = ()
    removed: tuple[Removed, ...] = ()
    paths: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    silent_sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FeatureTable:
    """Articles by columns and voices, as :func:`divergence.measure` makes it.

    Attributes
    ----------
    columns : tuple of Column
        What was measured, with unit, direction and bounds.
    tallies : tuple of Tally
        The counts of every row.
    features : tuple of Feature
        The instruments.
    sides : tuple of Side
        The sides that were looked for.
    reasons : tuple of str
        For every row why there is nothing to measure ("the text is missing", "the text is
        empty", "the text holds no words"), or "".
    foreign : mapping of int to str
        Rows, counted from 0, whose texts seem not to be English, and in which language they seem
        to be ("fr"). Their numbers are those of English words and mean nothing.
    index : pandas.Index or None
        Labels of the rows, where the texts came with any.
    summed : bool
        Whether the tallies hold only the sums over each text, without evidence.
    kept : Kept or None
        What a comparison and a report need beyond the counts.
    """

    columns: tuple[Column, ...]
    tallies: tuple[Tally, ...]
    features: tuple[Feature, ...] = ()
    sides: tuple[Side, ...] = ()
    reasons: tuple[str, ...] = ()
    index: pd.Index | None = None
    summed: bool = False
    kept: Kept | None = None
    foreign: Mapping[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.tallies)

    def __repr__(self) -> str:
        texts, columns = (
            f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"
            for n, what in ((len(self), "text"), (len(self.columns), "column"))
        )
        return f"<FeatureTable: {texts}, {columns}>"

    @property
    def units(self) -> dict[str, str]:
        """Unit of every column, by its name without a voice."""
        return {column.name: column.unit for column in self.columns}

    def rows(self) -> Iterator[Row]:
        """Yield one mapping for every article.

        Yields
        ------
        mapping of str to str, int or float
            As :meth:`to_frame` has it, one row at a time.

        Examples
        --------
        >>> from divergence.measuring.measure import measure
        >>> next(measure(["It may rain."], features=["hedging"]).rows())["words"]
        3
        """
        return rows(self.tallies)

    def to_frame(self) -> pd.DataFrame:
        """Return the table as a pandas frame, one row a text.

        Returns
        -------
        pandas.DataFrame
            ``article``, ``source``, ``title``, ``date`` and ``event`` (left out where the texts
            came with an index), ``words``, then every column in all voices (``hedging.rate``), in
            the reporter's (``hedging.rate|reporter``) and in quoted voices
            (``hedging.rate|quoted``); nan where undefined. Rows have the order and the index of
            the texts, so that ``pandas.concat([df, frame], axis=1)`` puts each beside its own.
            ``attrs`` holds ``units`` and ``versions``.

        Examples
        --------
        >>> import pandas as pd
        >>> from divergence.measuring.measure import measure
        >>> texts = pd.Series(["It may rain.", None], index=["a", "b"])
        >>> measure(texts, features=["hedging"]).to_frame()["hedging.rate"].round(1).to_dict()
        {'a': 33.3, 'b': nan}
        """
        from divergence.measuring.table_frames import wide

        return wide(self)

    def to_tidy(self) -> pd.DataFrame:
        """Return the table as a tidy pandas frame, one row for each number.

        Returns
        -------
        pandas.DataFrame
            ``article``, ``source``, ``feature``, ``measure``, ``side`` ("" where the measure is
            not taken per side), ``voice`` (reporter, quoted, all), ``value`` in its unit (nan
            where undefined), ``numerator``, ``denominator`` (the two sums; the value is their
            ratio times the measure's scale), ``unit`` and ``reason`` ("" where the value is
            defined). The index of the texts is repeated. ``attrs`` holds ``units`` and
            ``versions``.

        Examples
        --------
        >>> from divergence.measuring.measure import measure
        >>> tidy = measure(["It may rain."], features=["hedging"]).to_tidy()
        >>> tidy.loc[tidy.voice == "all", ["numerator", "denominator", "unit"]].values.tolist()
        [[1.0, 3.0, 'per 100 words']]
        """
        from divergence.measuring.table_frames import tidy

        return tidy(self)

    def to_parquet(self, path: str | Path) -> Path:
        """Write :meth:`to_frame` to a Parquet file, with units in its metadata.

        Parameters
        ----------
        path : str or Path
            A ``.parquet`` file; it appears complete or not at all.

        Returns
        -------
        Path
            The file written. ``pandas.read_parquet`` gives back index and ``attrs``; other
            readers find each column's ``unit`` in the field's metadata.

        Raises
        ------
        UsageError
            If the path has another ending, or pyarrow (extra ``parquet``) is not installed.
        OutputError
            If the file cannot be written.

        Examples
        --------
        >>> import tempfile
        >>> from divergence.measuring.measure import measure
        >>> table = measure(["It may rain."], features=["hedging"])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     table.to_parquet(f"{folder}/rain.parquet").name
        'rain.parquet'
        """
        from divergence.measuring.table_frames import write_parquet

        return write_parquet(self, Path(path))


def header(columns: Iterable[Column]) -> list[str]:
    """Return the names of a row's cells, in order."""
    names = [*TEXT_FIELDS, "words"]
    for column in columns:
        names += [column.name, f"{column.name}|reporter", f"{column.name}|quoted"]
    return names


def units(columns: Iterable[Column]) -> dict[str, str]:
    """Return the unit of every cell of a row that has one."""
    return {
        f"{column.name}{voice}": column.unit
        for column in columns
        for voice in ("", "|reporter", "|quoted")
    }


def rows(tallies: Iterable[Tally]) -> Iterator[Row]:
    """Yield a row for every tally, one at a time, keeping none."""
    return map(row, tallies)


def row(tally: Tally) -> Row:
    """Return one article's row."""
    cells: dict[str, Cell] = {**identity(tally), "words": tally.n_words}
    for column, by_voice in zip(tally.columns, values(tally).tolist(), strict=True):
        reporter, quoted, everyone = by_voice
        cells[column.name] = everyone
        cells[f"{column.name}|reporter"] = reporter
        cells[f"{column.name}|quoted"] = quoted
    return cells


def identity(tally: Tally) -> dict[str, str]:
    """Return who an article is: the cells named by ``TEXT_FIELDS``."""
    article = tally.article
    return {
        "article": article.id,
        "source": article.source,
        "title": article.title,
        "date": article.date.isoformat() if article.date else "",
        "event": article.event,
    }
