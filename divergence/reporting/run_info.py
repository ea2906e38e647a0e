"""What a run was: inputs, settings and instruments, as the method page prints them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date as Date
from pathlib import Path

from divergence.comparing.compared_fields import field_of
from divergence.comparing.comparison import Comparison
from divergence.counting.feature import Feature
from divergence.instruments import measured_scores
from divergence.lists.chosen_features import own_lists
from divergence.lists.coverage import Coverage
from divergence.lists.pinned_versions import versions
from divergence.measuring.table import FeatureTable, Kept
from divergence.reading import notices
from divergence.types import Rejection, Removed, Side
from divergence.version import __version__


@dataclass(frozen=True, slots=True)
class RunInfo:
    """Where a report's numbers come from.

    ``config`` is the path of the configuration that was used, or "" where sides were proposed
    from the text. ``settings`` and ``lexicons`` are (name, value) pairs: for lexicons a version
    or hash. ``coverage`` says how much of the corpus each list covers. ``scores`` are
    (instrument, measured score in words) pairs. ``removed`` are the lines that were taken out of
    the articles as boilerplate.
    """

    title: str = ""
    paths: tuple[str, ...] = ()
    config: str = ""
    sides: tuple[Side, ...] = ()
    sides_proposed: bool = False
    rejections: tuple[Rejection, ...] = ()
    n_in: int = 0
    n_used: int = 0
    version: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    features: tuple[Feature, ...] = ()
    lexicons: tuple[tuple[str, str], ...] = ()
    coverage: tuple[Coverage, ...] = ()
    scores: tuple[tuple[str, str], ...] = ()
    dates: tuple[Date, ...] = field(default=())
    seed: int = 0
    removed: tuple[Removed, ...] = ()


def info_of_comparison(comparison: Comparison) -> RunInfo:
    """Return what a comparison alone says of its run."""
    n_articles = sum(source.n_articles for source in comparison.sources)
    return RunInfo(
        sides=tuple(Side(name, ()) for name in comparison.sides),
        n_in=n_articles,
        n_used=n_articles,
        version=__version__,
        settings=(
            ("seed", str(comparison.seed)),
            ("rounds", str(comparison.rounds)),
            ("compared by", comparison.by),
            ("within", comparison.within),
            *((("reference", comparison.reference),) if comparison.reference else ()),
        ),
        lexicons=versions(),
        seed=comparison.seed,
    )


def with_table(
    info: RunInfo, table: FeatureTable, kept: Kept, by: str, heads: Path | None
) -> RunInfo:
    """Add what the table that was compared says: inputs, what was not used, instruments."""
    group = field_of(by)
    articles = [digest.tally.article for digest in kept.digests]
    used = [article for article in articles if group(article)]
    remedy = f"Add {by} to the article, or compare by source."
    without = (
        Rejection(article.path or article.id, f"has no {by} to be compared by", remedy)
        for article in articles
        if not group(article)
    )
    excerpts, unread = notices.excerpt_notice(used), notices.date_notice(used)
    stated = (
        *((("excerpts", excerpts),) if excerpts else ()),
        *((("dates", unread.rstrip(".")),) if unread else ()),
        *((f"source {given}", f"counted as {counted}") for given, counted in kept.spellings),
    )
    return replace(
        info,
        paths=kept.paths,
        sides=table.sides,
        rejections=(*kept.rejections, *without),
        n_in=len(articles) + len(kept.rejections),
        n_used=len(used),
        settings=(*info.settings, *stated),
        features=table.features,
        lexicons=versions(own_lists(table.features)),
        coverage=kept.coverage,
        scores=measured_scores.scores_in_words((feature.name for feature in table.features), heads),
        dates=tuple(sorted(article.date for article in used if article.date)),
        removed=kept.removed,
    )
