"""The one walk: from a path to articles, to a table, to a comparison, to a report.

The command line takes it in one call, and a person in Python step by step; both get the same bytes.
What a report says of its run is read off the table and the comparison. Nothing here speaks to a
terminal; what a person should know comes back in the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from divergence.config import Config
from divergence.errors import UsageError
from divergence.reading import notices
from divergence.run_inputs import (
    check_compared,
    lists_of,
    nothing_usable,
    read_usable,
    selected_features,
    settle_sides,
)
from divergence.types import Article, Rejection

if TYPE_CHECKING:
    from divergence.comparing.comparison import Comparison
    from divergence.digesting.material import Material
    from divergence.measuring.measure import Progress
    from divergence.measuring.table import FeatureTable, Kept
    from divergence.reporting.report import Report
    from divergence.reporting.run_info import RunInfo

__all__ = ["Measured", "Run", "build_report", "measure", "run"]


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run found, and from what.

    ``silent_sides`` are never named in the articles; ``notices`` are sentences on what reading left
    open, such as dates that were not read.
    """

    comparison: Comparison
    report: Report
    silent_sides: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def info(self) -> RunInfo:
        """Inputs, settings and instruments, as the report names them."""
        return self.report.info


def run(path: Path, config: Config, *, progress: bool | Progress = False) -> Run:
    """Read, measure and compare the articles under a path, and build their report.

    Parameters
    ----------
    path : Path
        A file or a folder.
    config : Config
        Settings; without sides, two are proposed from the text.
    progress : bool or callable, optional
        See :func:`divergence.measure`.

    Returns
    -------
    Run
        The comparison, the report and what went into them. Nothing is written.

    Raises
    ------
    InputError
        If the path does not exist or no article could be used.
    UsageError
        If no article has the field of ``by`` or ``within``, or none is of the reference.

    Notes
    -----
    All articles' counts and sentences are kept, about 320 kB an article of some 980 words; use
    :func:`measure` for corpora of more than some ten thousand articles.
    """
    from divergence.comparing.compare import compare
    from divergence.instruments.chosen_instruments import choose
    from divergence.measuring import measure

    corpus = read_usable(path, config)
    articles = check_compared(corpus.articles, config)
    instruments = choose(config.semantic)
    table = measure.measure(
        corpus,
        features=selected_features(config, instruments),
        sides=settle_sides(config, articles),
        keep="articles",
        progress=progress,
    )
    comparison = compare(
        table,
        by=config.by,
        within=config.within,
        reference=config.reference or None,
        seed=config.seed,
        rounds=config.rounds,
        reader=instruments.sentences,
    )
    report = build_report(comparison, table, config=config, settings=instruments.named)
    sentences = (
        notices.date_notice(articles),
        notices.source_notice(articles) if config.by == "source" else "",
        notices.event_notice(articles) if config.within == "event" else "",
    )
    silent = table.kept.silent_sides if table.kept else ()
    return Run(comparison, report, silent, tuple(filter(None, sentences)))


def build_report(
    comparison: Comparison,
    table: FeatureTable | None = None,
    *,
    by: str | None = None,
    title: str = "",
    language: str = "en",
    config: Config | None = None,
    settings: Sequence[tuple[str, str]] = (),
) -> Report:
    """Turn a comparison into a report.

    Parameters
    ----------
    comparison : Comparison
        What was compared.
    table : FeatureTable, optional
        The table that was compared: with it the report cites sentences and says what went in.
    by : str, optional
        What was compared by, to be sure of it: the comparison knows, and another field is refused.
    title : str, optional
        By default that of ``config``, the event, or the first headline.
    language : str, optional
        Of the report's own words: a catalogue in ``divergence/phrases``.
    config : Config, optional
        The settings, where they came from a file: the report then names it. Where they have no
        sides, the report says that the sides were proposed from the text.
    settings : sequence of (str, str), optional
        Names and values of further settings that the report shall state.

    Returns
    -------
    Report
        Pages of sentences, tables and figures in reading order; :func:`divergence.write_report`
        writes them. Topics without anything measured are left out.

    Raises
    ------
    UsageError
        If the table holds numbers only, or is not the one that was compared.

    Notes
    -----
    Sentences are generated by rules from the numbers. A report describes texts; it does not rank
    outlets and does not say who is right.

    Examples
    --------
    >>> from divergence import Article, build_report, compare, measure
    >>> told = {"Post": "The bridge may close.", "Times": "The bridge is certain to close."}
    >>> articles = [Article(source, source, text) for source, text in told.items()]
    >>> table = measure(articles, features=["hedging", "boosters"])
    >>> report = build_report(compare(table, rounds=20), table, title="The bridge")
    >>> report.title, report.subtitle
    ('The bridge', '2 articles · 2 sources')
    """
    from divergence.comparing.comparison import Comparison
    from divergence.instruments.chosen_instruments import heads_of
    from divergence.measuring.table import FeatureTable
    from divergence.reporting.build import build_report as build
    from divergence.reporting.run_info import info_of_comparison, with_table

    if not isinstance(comparison, Comparison) or not isinstance(table, FeatureTable | None):
        raise UsageError(
            "build_report takes what compare and measure return: "
            "build_report(compare(table), table)"
        )
    if by not in (None, comparison.by):
        raise UsageError(
            f"by={by!r}: the articles were compared by {comparison.by!r}; give the table that was "
            "compared, and the same by="
        )
    info = info_of_comparison(comparison)
    material: Sequence[Material] = ()
    if table is not None:
        kept = _kept(comparison, table)
        info = with_table(
            info, table, kept, comparison.by, heads_of(config.semantic if config else None)
        )
        material = _by_group(comparison, kept)
    info = replace(
        info,
        title=title or (config.title if config else ""),
        config=Path(config.path).name if config else "",
        sides_proposed=config is not None and not config.sides,
        settings=(*info.settings, *settings),
    )
    return build(comparison, info, material, language=language)


def _kept(comparison: Comparison, table: FeatureTable) -> Kept:
    if table.kept is None:
        raise UsageError(
            "the table holds numbers only, and a report needs the articles; measure Articles, "
            'or give measure(..., keep="articles")'
        )
    if table.columns != comparison.columns:
        raise UsageError("the comparison was made of another table; give the one that was compared")
    return table.kept


def _by_group(comparison: Comparison, kept: Kept) -> tuple[Material, ...]:
    """Material by the groups that were compared; a group's articles name their outlet."""
    from divergence.comparing.compared_fields import SOURCE, field_of

    if comparison.by == SOURCE:
        material = kept.material
    else:
        group = field_of(comparison.by)
        articles = (digest.tally.article for digest in kept.digests)
        material = tuple(
            replace(quoted, source=name, title=f"{quoted.source}: {quoted.title}".rstrip(": "))
            for article, quoted in zip(articles, kept.material, strict=True)
            if (name := group(article))
        )
    if {quoted.source for quoted in material} != {profile.source for profile in comparison.sources}:
        raise UsageError("the comparison is of other groups; give the table that was compared")
    return material


@dataclass(frozen=True, slots=True)
class Measured:
    """How many articles went into a table, which inputs did not, how many lines were taken out.

    ``notices`` are sentences on what reading left open, such as dates that were not read.
    """

    n_articles: int
    rejections: tuple[Rejection, ...]
    n_removed: int = 0
    notices: tuple[str, ...] = ()


def measure(
    path: Path, out: Path, config: Config, *, progress: bool | Progress = False
) -> Measured:
    """Measure the articles under a path into a table, one at a time, memory flat.

    Parameters
    ----------
    path : Path
        A file or a folder.
    out : Path
        A ``.csv``, ``.jsonl`` or ``.parquet`` file; it appears complete or not at all.
    config : Config
        Settings; without sides, columns per side are left out.
    progress : bool or callable, optional
        See :func:`divergence.measure`.

    Returns
    -------
    Measured
        The counts, and every input that was not used.

    Raises
    ------
    InputError
        If the path does not exist or no article could be used.
    OutputError
        If the file cannot be written.
    UsageError
        If its ending is not known.
    """
    from divergence.counting.columns import columns
    from divergence.instruments.chosen_instruments import choose
    from divergence.measuring import table, writing
    from divergence.measuring.measure import tallies
    from divergence.reading import iter_read

    writing.check(out)
    rejections: list[Rejection] = []
    undated: list[Article] = []
    features = selected_features(config, choose(config.semantic))
    removed: Counter[str] = Counter()
    inputs = iter_read(
        path,
        rules=config.boilerplate,
        lists=lists_of(config),
        on_removed=lambda line: removed.update([line.rule]),
    )
    articles = _articles(inputs, rejections, undated)
    counted = tallies(articles, features, config.sides, progress=progress)
    rows = _at_least_one(table.rows(counted), rejections, path)
    layout = columns(features, config.sides)
    n_articles = writing.write(rows, out, header=table.header(layout), units=table.units(layout))
    sentences = tuple(filter(None, (notices.date_notice(undated),)))
    return Measured(n_articles, tuple(rejections), removed.total(), sentences)


def _articles(
    inputs: Iterable[Article | Rejection], rejections: list[Rejection], undated: list[Article]
) -> Iterator[Article]:
    """Pass articles on; note what is none, and whose date was not read, without their text."""
    for item in inputs:
        if isinstance(item, Rejection):
            rejections.append(item)
            continue
        if notices.unread_date(item):
            undated.append(replace(item, text=""))
        yield item


def _at_least_one(rows: Iterator[T], rejections: list[Rejection], path: Path) -> Iterator[T]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        raise nothing_usable(rejections, path)
