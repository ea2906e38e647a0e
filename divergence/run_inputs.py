"""Before the walk: which settings, which articles, which sides and which features."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.config import Config, load_config
from divergence.errors import InputError, UsageError, must_be_one_of
from divergence.types import Article, Corpus, Rejection, Side

if TYPE_CHECKING:
    from divergence.counting.feature import Feature
    from divergence.instruments.chosen_instruments import Instruments


def configure(path: Path, explicit: Path | None, *, title: str | None = None) -> Config:
    """Load a path's settings: the file asked for, the folder's, or the current directory's."""
    config = load_config(explicit, path, Path.cwd())
    return replace(config, title=title) if title else config


def lists_of(config: Config) -> tuple[str, ...]:
    """Return the files of the settings' word lists, which are no articles where they lie."""
    return tuple(lexicon.path for lexicon in config.lexicons if lexicon.path)


def read_usable(path: Path, config: Config) -> Corpus:
    """Read what is under a path by the settings; explain it where there is no article."""
    from divergence.reading import read

    return usable(read(path, rules=config.boilerplate, lists=lists_of(config)), path)


def usable(corpus: Corpus, path: Path) -> Corpus:
    """Return a corpus that has articles, or explain why it has none."""
    if not corpus.articles:
        raise nothing_usable(corpus.rejections, path)
    return corpus


def nothing_usable(rejections: Sequence[Rejection], path: Path) -> InputError:
    """Explain why there is no article under a path."""
    if not rejections:
        return InputError(f"{path}: holds no articles; put .txt, .md, .html, .json or .csv in it.")
    first = rejections[0]
    if len(rejections) == 1 and first.path == path.name and not path.is_dir():
        return InputError(f"{path}: {first.reason}. {first.remedy}".rstrip())
    more = f" (and {len(rejections) - 1} more)" if len(rejections) > 1 else ""
    return InputError(
        f"{path}: none of {len(rejections)} inputs could be used: "
        f"{first.path}: {first.reason}{more}. {first.remedy}".rstrip()
    )


def check_compared(articles: Sequence[Article], config: Config) -> tuple[Article, ...]:
    """Return the articles that have the field they are compared by.

    A field or a reference that no article has is refused here, before hours of measuring.
    """
    from divergence.comparing.compared_fields import EVENT, NOTHING, SOURCE, field_of

    group = field_of(config.by)
    kept = tuple(article for article in articles if group(article))
    if not kept:
        raise _no_field("by", config.by, [SOURCE], articles)
    groups = sorted({group(article) for article in kept})
    if config.reference and len(groups) > 1 and config.reference not in groups:
        raise UsageError(must_be_one_of("reference", config.reference, groups))
    stratum = field_of(config.within)
    if config.within not in (EVENT, NOTHING) and not any(map(stratum, kept)):
        raise _no_field("within", config.within, [EVENT, NOTHING], kept)
    return kept


def _no_field(
    flag: str, name: str, always: Iterable[str], articles: Sequence[Article]
) -> UsageError:
    known = sorted({key for article in articles for key in article.metadata})
    return UsageError(
        f"--{flag} {name}: no article has a field of this name. Known fields: "
        f"{', '.join([*always, *known])}."
    )


def settle_sides(config: Config, articles: Sequence[Article]) -> tuple[Side, ...]:
    """Return the configured sides, or two proposed from the text."""
    from divergence.text.entities.side_proposal import propose_sides

    return config.sides or propose_sides(articles)


def selected_features(config: Config, instruments: Instruments) -> tuple[Feature, ...]:
    """Return every feature, the user's own frames and lists added, tone by what was chosen."""
    from divergence.features import frames, sentiment
    from divergence.features.registry import all_features
    from divergence.lists.chosen_features import select

    own = {
        "frames": frames.feature(config.frames),
        "sentiment": sentiment.feature(instruments.tone),
    }
    of_package = (own.get(feature.name, feature) for feature in all_features())
    return select([*of_package, *config.lexicons])
