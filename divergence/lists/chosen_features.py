"""Which features are measured: those of the package, features given, and those of word lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.counting.feature import Feature
from divergence.features import registry
from divergence.lists import list_features
from divergence.lists.lexicon import Lexicon
from divergence.lists.loading import check_name


def select(choices: Sequence[str | Feature | Lexicon] | None = None) -> tuple[Feature, ...]:
    """Return the features that are named, given or made of word lists; by default all."""
    if isinstance(choices, Lexicon):
        return registry.select(choices.name)
    if choices is None or isinstance(choices, str | Feature):
        return registry.select(choices)
    return registry.select(
        [_feature_of(choice) if isinstance(choice, Lexicon) else choice for choice in choices]
    )


def own_lists(features: Iterable[Feature]) -> tuple[Lexicon, ...]:
    """Return the word lists of one's own that features were made of, in the features' order."""
    lexicons = (feature.lexicon for feature in features)
    return tuple(lexicon for lexicon in lexicons if isinstance(lexicon, Lexicon))


def _feature_of(lexicon: Lexicon) -> Feature:
    check_name(lexicon.name)
    return list_features.feature(lexicon)
