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
from divergence.config import Config, load_config
from divergence.errors import InputError, UsageError
from divergence.types import Article, Corpus, Rejection, Removed, Side

if TYPE_CHECKING:
    from divergence.comparing.results import Comparison
    from divergence.features.feature import Feature
    from divergence.models.instruments import Instruments
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
    """What one run found, and from what."""

    comparison: Comparison
    report: Report
    info: RunInfo
    silent_sides: tuple[str, ...] = ()


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
    from divergence.models import scores
    from divergence.models.instruments import choose, heads_of
    from divergence.reporting.build import build_report
    from divergence.reporting.info import RunInfo
    from divergence.reporting.material import collect
    from divergence.text.annotate import annotate_many

    corpus = read_beside_lists(path, config)
    articles = usable(corpus.articles, corpus.rejections, path)
    spelled = source_spellings(articles)
    articles = tuple(replace(a, source=spelled.get(a.source, a.source)) for a in articles)
    articles, without = compared_by(articles, config.by)
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
        paths=(path.name,),
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
    return Run(comparison, build_report(comparison, info, material), info, silent)


@dataclass(frozen=True, slots=True)
class Measured:
    """How many articles went into a table, which inputs did not, how many lines were taken out."""

    n_articles: int
    rejections: tuple[Rejection, ...]
    n_removed: int = 0


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
    from divergence.reading import iter_read
    from divergence.reading.lists import without_lists
    from divergence.text.annotate import annotate_many

    writing.check(out)
    rejections: list[Rejection] = []
    features = selected_features(config, choose(config.semantic))
    removed: Counter[str] = Counter()
    found = iter_read(
        path, rules=config.boilerplate, on_removed=lambda line: removed.update([line.rule])
    )
    items = without_lists(found, path, _list_files(config))
    articles = _kept(items, rejections)
    documents = annotate_many(articles, sides=config.sides)
    counted = tallies(progress(documents, "Measuring articles", None), features)
    rows = _at_least_one(table.rows(counted), rejections, path)
    layout = columns(features, config.sides)
    n_articles = writing.write(rows, out, header=table.header(layout), units=table.units(layout))
    return Measured(n_articles, tuple(rejections), removed.total())


def configure(path: Path, explicit: Path | None, *, title: str | None = None) -> Config:
    """Load a path's settings: the file asked for, the folder's, or the current directory's."""
    config = load_config(explicit, path, Path.cwd())
    return replace(config, title=title) if title else config


def compared_by(
    articles: Sequence[Article], field: str
) -> tuple[tuple[Article, ...], tuple[Rejection, ...]]:
    """Give articles a field of their metadata as their source, and the outlet in their title."""
    if field == "source":
        return tuple(articles), ()
    kept = tuple(
        replace(each, source=value, title=f"{each.source}: {each.title}".rstrip(": "))
        for each in articles
        if (value := each.metadata.get(field, "").strip())
    )
    if not kept:
        known = sorted({key for each in articles for key in each.metadata})
        raise UsageError(
            f"--by {field}: no article has a field of this name. Known fields: "
            f"{', '.join(['source', *known])}."
        )
    remedy = f"Add {field} to the article, or compare by source."
    without = tuple(
        Rejection(each.path or each.id, f"has no {field} to be compared by", remedy)
        for each in articles
        if not each.metadata.get(field, "").strip()
    )
    return kept, without


def settle_sides(config: Config, articles: Sequence[Article]) -> tuple[tuple[Side, ...], bool]:
    """Return the configured sides, or two proposed from the text and that they were proposed."""
    if config.sides:
        return config.sides, False
    from divergence.text.propose import propose_sides

    return propose_sides(articles), True


def excerpts_among(articles: Sequence[Article]) -> str:
    """Say how many articles are less than the whole text, as newspapers' APIs give them."""
    n = sum(1 for article in articles if article.metadata.get("extent"))
    return f"{n:,} of {len(articles):,} articles hold less than the whole text" if n else ""


def source_spellings(articles: Sequence[Article]) -> dict[str, str]:
    """Return the commonest spelling for every source name that differs from it only in case."""
    counts = Counter(article.source for article in articles)
    kept: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        kept.setdefault(name.casefold(), name)
    return {name: kept[name.casefold()] for name in counts if kept[name.casefold()] != name}


def selected_features(config: Config, instruments: Instruments) -> tuple[Feature, ...]:
    """Return every feature, the user's own frames and lists added, tone by what was chosen."""
    from divergence.features import frames, sentiment
    from divergence.features.registry import all_features, of_lists

    own = {
        "frames": frames.feature(config.frames),
        "sentiment": sentiment.feature(instruments.tone),
    }
    built_in = tuple(own.get(feature.name, feature) for feature in all_features())
    return (*built_in, *of_lists(config.lexicons))


def read_beside_lists(path: Path, config: Config) -> Corpus:
    """Read the articles under a path; the user's own word lists among them are no articles."""
    from divergence.reading import iter_read, read
    from divergence.reading.lists import without_lists

    if not config.lexicons:
        # In one go: an iterator would parse every file twice to find the lines that recur.
        return read(path, rules=config.boilerplate)
    rejections: list[Rejection] = []
    removed: list[Removed] = []
    found = iter_read(path, rules=config.boilerplate, on_removed=removed.append)
    items = without_lists(found, path, _list_files(config))
    return Corpus(tuple(_kept(items, rejections)), tuple(rejections), tuple(removed))


def _list_files(config: Config) -> tuple[Path, ...]:
    return tuple(Path(each.path) for each in config.lexicons if each.path)


def usable(
    articles: Sequence[Article], rejections: Sequence[Rejection], path: Path
) -> tuple[Article, ...]:
    """Return the articles, or explain why there are none."""
    if articles:
        return tuple(articles)
    if not rejections:
        raise InputError(f"{path}: holds no articles; put .txt, .md, .html, .json or .csv in it.")
    first = rejections[0]
    if len(rejections) == 1 and first.path == path.name and not path.is_dir():
        raise InputError(f"{path}: {first.reason}. {first.remedy}".rstrip())
    more = f" (and {len(rejections) - 1} more)" if len(rejections) > 1 else ""
    raise InputError(
        f"{path}: none of {len(rejections)} inputs could be used: "
        f"{first.path}: {first.reason}{more}. {first.remedy}".rstrip()
    )


def _kept(items: Iterable[Article | Rejection], rejections: list[Rejection]) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Article):
            yield item
        else:
            rejections.append(item)


def _at_least_one(rows: Iterator[T], rejections: list[Rejection], path: Path) -> Iterator[T]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        usable((), rejections, path)
