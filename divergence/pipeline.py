"""The whole walk: from a path to a comparison, to a report, to a table, each in one call.

Nothing here speaks to a terminal; what a person should know comes back in the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from divergence import __version__
from divergence.config import Config
from divergence.errors import UsageError, must_be_one_of
from divergence.preparing import (
    compared_by,
    excerpts_among,
    iter_beside_lists,
    read_beside_lists,
    selected_features,
    settle_sides,
    source_spellings,
    usable,
)
from divergence.reading import notices
from divergence.reading.draft import readable
from divergence.types import Article, Rejection

if TYPE_CHECKING:
    from divergence.comparing.results import Comparison
    from divergence.reporting.info import RunInfo
    from divergence.reporting.report import Report

T = TypeVar("T")


class Progress(Protocol):
    """Passes items on while it shows how far they are; ``total`` is None where it is unknown."""

    def __call__(self, items: Iterable[T], what: str, total: int | None) -> Iterable[T]:
        """Pass the items on."""


def quietly(items: Iterable[T], what: str, total: int | None) -> Iterable[T]:
    """Show no progress."""
    return items


@dataclass(frozen=True, slots=True)
class Run:
    """What one run found, and from what.

    ``silent_sides`` are never named in the articles; ``notices`` are sentences on what reading left
    open, such as dates that were not read.
    """

    comparison: Comparison
    report: Report
    info: RunInfo
    silent_sides: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def run(path: Path, config: Config, *, progress: Progress = quietly) -> Run:
    """Read, measure and compare the articles under a path, and build their report.

    Parameters
    ----------
    path : Path
        A file or a folder.
    config : Config
        Settings; without sides, two are proposed from the text.
    progress : callable, optional
        Wraps an iterable to show how far it is; called with what is done and how many there are.

    Returns
    -------
    Run
        The comparison, the report and what went into them. Nothing is written.

    Raises
    ------
    InputError
        If the path does not exist or no article could be used.

    Notes
    -----
    All articles' counts and sentences are kept, about 100 kB an article; use :func:`measure` for
    corpora of more than some ten thousand articles.
    """
    from divergence.comparing.compare import compare
    from divergence.lexicons.coverage import Counting
    from divergence.lexicons.packaged import all_lists
    from divergence.lexicons.versions import versions
    from divergence.measuring.digest import digest
    from divergence.measuring.material import collect
    from divergence.models import scores
    from divergence.models.instruments import choose, heads_of
    from divergence.reporting.build import build_report
    from divergence.reporting.info import RunInfo
    from divergence.text.annotate import annotate_many

    corpus = read_beside_lists(path, config)
    articles = usable(corpus.articles, corpus.rejections, path)
    spelled = source_spellings(articles)
    articles = tuple(replace(a, source=spelled.get(a.source, a.source)) for a in articles)
    articles, without = compared_by(articles, config.by)
    _check_groups(articles, config)
    unread = notices.of_dates(articles)
    sides, proposed = settle_sides(config, articles)
    instruments = choose(config.semantic)
    features = selected_features(config, instruments)
    digests, material = [], []
    covered = [Counting(lexicon) for lexicon in (*all_lists(), *config.lexicons)]
    documents = annotate_many(articles, sides=sides)
    named: set[str] = set()
    for document in progress(documents, "Measuring articles", len(articles)):
        named.update(mention.side for mention in document.mentions)
        digests.append(digest(document, features))
        material.append(collect(document, digests[-1].tally.evidence))
        for counting in covered:
            counting.add(document)
    comparison = compare(
        digests,
        within=config.within,
        reference=config.reference or None,
        sides=[side.name for side in sides],
        seed=config.seed,
        rounds=config.rounds,
        reader=instruments.sentences,
    )
    info = RunInfo(
        title=config.title,
        paths=(readable(path.name),),
        config=Path(config.path).name if config.path else "",
        sides=sides,
        sides_proposed=proposed,
        rejections=(*corpus.rejections, *without),
        n_in=corpus.n_in,
        n_used=len(articles),
        version=__version__,
        settings=(
            ("seed", str(config.seed)),
            ("rounds", str(config.rounds)),
            ("compared by", config.by),
            ("within", config.within),
            *instruments.named,
            *((("excerpts", excerpts),) if (excerpts := excerpts_among(articles)) else ()),
            *((("dates", unread.rstrip(".")),) if unread else ()),
            *((("reference", config.reference),) if config.reference else ()),
            *((f"source {given}", f"counted as {kept}") for given, kept in sorted(spelled.items())),
        ),
        features=features,
        lexicons=versions(config.lexicons),
        coverage=tuple(counting.coverage for counting in covered),
        scores=scores.told((feature.name for feature in features), heads_of(config.semantic)),
        dates=tuple(sorted(article.date for article in articles if article.date)),
        seed=config.seed,
        removed=corpus.removed,
    )
    silent = tuple(side.name for side in sides if side.name not in named)
    told = (
        unread,
        notices.of_sources(articles) if config.by == "source" else "",
        notices.of_events(articles) if config.within == "event" else "",
    )
    report = build_report(comparison, info, material)
    return Run(comparison, report, info, silent, tuple(filter(None, told)))


@dataclass(frozen=True, slots=True)
class Measured:
    """How many articles went into a table, which inputs did not, how many lines were taken out.

    ``notices`` are sentences on what reading left open, such as dates that were not read.
    """

    n_articles: int
    rejections: tuple[Rejection, ...]
    n_removed: int = 0
    notices: tuple[str, ...] = ()


def measure(path: Path, out: Path, config: Config, *, progress: Progress = quietly) -> Measured:
    """Measure the articles under a path into a table, one at a time, memory flat.

    Parameters
    ----------
    path : Path
        A file or a folder.
    out : Path
        A ``.csv``, ``.jsonl`` or ``.parquet`` file; it appears complete or not at all.
    config : Config
        Settings; without sides, columns per side are left out.
    progress : callable, optional
        See :func:`run`.

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
    from divergence.measuring import table, writing
    from divergence.measuring.columns import columns
    from divergence.measuring.door import tallies
    from divergence.models.instruments import choose
    from divergence.text.annotate import annotate_many

    writing.check(out)
    rejections: list[Rejection] = []
    features = selected_features(config, choose(config.semantic))
    removed: Counter[str] = Counter()
    articles = iter_beside_lists(
        path,
        config,
        on_rejected=rejections.append,
        on_removed=lambda line: removed.update([line.rule]),
    )
    undated: list[Article] = []
    documents = annotate_many(_watched(articles, undated), sides=config.sides)
    counted = tallies(progress(documents, "Measuring articles", None), features)
    rows = _at_least_one(table.rows(counted), rejections, path)
    layout = columns(features, config.sides)
    n_articles = writing.write(rows, out, header=table.header(layout), units=table.units(layout))
    told = tuple(filter(None, (notices.of_dates(undated),)))
    return Measured(n_articles, tuple(rejections), removed.total(), told)


def _check_groups(articles: Sequence[Article], config: Config) -> None:
    """Refuse a reference or a field that no article has, before hours of measuring."""
    groups = sorted({article.source for article in articles})
    if config.reference and len(groups) > 1 and config.reference not in groups:
        raise UsageError(must_be_one_of("reference", config.reference, groups))
    within = config.within
    if within in ("event", "none", "source") or any(a.metadata.get(within) for a in articles):
        return
    known = sorted({key for each in articles for key in each.metadata})
    raise UsageError(
        f"--within {within}: no article has a field of this name. Known fields: "
        f"{', '.join(['event', 'none', *known])}."
    )


def _watched(articles: Iterable[Article], undated: list[Article]) -> Iterator[Article]:
    """Pass articles on, and note those whose date was not read, without their text."""
    for article in articles:
        if notices.unread_date(article):
            undated.append(replace(article, text=""))
        yield article


def _at_least_one(rows: Iterator[T], rejections: list[Rejection], path: Path) -> Iterator[T]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        usable((), rejections, path)
