"""Before the walk: which articles are compared, under which names, for which sides and features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.config import Config, load_config
from divergence.errors import InputError, UsageError
from divergence.types import Article, Corpus, Rejection, Removed, Side

if TYPE_CHECKING:
    from divergence.features.feature import Feature
    from divergence.models.instruments import Instruments


def configure(path: Path, explicit: Path | None, *, title: str | None = None) -> Config:
    """Load a path's settings: the file asked for, the folder's, or the current directory's."""
    config = load_config(explicit, path, Path.cwd())
    return replace(config, title=title) if title else config


def read_beside_lists(path: Path, config: Config) -> Corpus:
    """Read the articles under a path; the user's own word lists among them are no articles."""
    from divergence.reading import read

    if not config.lexicons:
        # In one go: an iterator would parse every file twice to find the lines that recur.
        return read(path, rules=config.boilerplate)
    rejections: list[Rejection] = []
    removed: list[Removed] = []
    articles = iter_beside_lists(
        path, config, on_rejected=rejections.append, on_removed=removed.append
    )
    return Corpus(tuple(articles), tuple(rejections), tuple(removed))


def iter_beside_lists(
    path: Path,
    config: Config,
    *,
    on_rejected: Callable[[Rejection], object],
    on_removed: Callable[[Removed], object],
) -> Iterator[Article]:
    """Yield the articles under a path one at a time, as :func:`read_beside_lists` gives them."""
    from divergence.reading import iter_read
    from divergence.reading.lists import without_lists

    found = iter_read(path, rules=config.boilerplate, on_removed=on_removed)
    lists = [Path(each.path) for each in config.lexicons if each.path]
    for item in without_lists(found, path, lists):
        if isinstance(item, Article):
            yield item
        else:
            on_rejected(item)


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


def source_spellings(articles: Sequence[Article]) -> dict[str, str]:
    """Return the commonest spelling for every source name that differs from it only in case."""
    counts = Counter(article.source for article in articles)
    kept: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        kept.setdefault(name.casefold(), name)
    return {name: kept[name.casefold()] for name in counts if kept[name.casefold()] != name}


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
