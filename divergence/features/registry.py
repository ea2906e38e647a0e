"""The features of the package: every module of ``divergence.features`` that defines ``FEATURE``.

Discovery by folder, so that adding a feature is adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache

import divergence.features
from divergence.counting.feature import Feature
from divergence.errors import UsageError, must_be_one_of
from divergence.lexicons import packaged
from divergence.lists import list_features
from divergence.lists.lexicon import Lexicon


@cache
def all_features() -> tuple[Feature, ...]:
    """Return every feature of the package, sorted by name."""
    found = []
    for module in pkgutil.iter_modules(divergence.features.__path__):
        feature = getattr(
            importlib.import_module(f"divergence.features.{module.name}"), "FEATURE", None
        )
        if isinstance(feature, Feature):
            found.append(feature)
    return tuple(sorted(found, key=lambda feature: feature.name))


def select(
    names: Sequence[str | Feature | Lexicon] | None = None,
    *,
    among: Sequence[Feature] | None = None,
) -> tuple[Feature, ...]:
    """Return the named features, or all of them."""
    known = {feature.name: feature for feature in (all_features() if among is None else among)}
    if names is None:
        return tuple(known.values())
    if isinstance(names, str | Feature | Lexicon):
        name = names if isinstance(names, str) else names.name
        raise UsageError(f"features takes a list of names: features=[{name!r}]")
    chosen: dict[str, Feature] = {}
    for each in names:
        if isinstance(each, str) and each not in known:
            raise UsageError(must_be_one_of("feature", each, known))
        if not isinstance(each, str | Feature | Lexicon):
            raise UsageError(
                f"features takes names, Feature or Lexicon objects, not {type(each).__name__}"
            )
        if isinstance(each, Lexicon):
            (feature,) = of_lists([each])
        else:
            feature = known[each] if isinstance(each, str) else each
        if chosen.setdefault(feature.name, feature) != feature:
            raise UsageError(f"two features are called '{feature.name}'; give one another name")
    return tuple(chosen[name] for name in sorted(chosen))


def check_list_name(name: str) -> None:
    """Refuse a name for a list of one's own that the package has given away."""
    if name in packaged.names() or any(feature.name == name for feature in all_features()):
        raise UsageError(
            f"list '{name}' has the name of a feature or a list of the package; "
            "give it another name"
        )


def of_lists(lexicons: Iterable[Lexicon]) -> tuple[Feature, ...]:
    """Return the features of word lists."""
    found: dict[str, Feature] = {}
    for lexicon in lexicons:
        check_list_name(lexicon.name)
        if lexicon.name in found:
            raise UsageError(f"two lists are called '{lexicon.name}'; give one another name")
        found[lexicon.name] = list_features.feature(lexicon)
    return tuple(found[name] for name in sorted(found))


def own_lists(features: Iterable[Feature]) -> tuple[Lexicon, ...]:
    """Return the word lists of one's own that features were made of, in the features' order."""
    return tuple(feature.lexicon for feature in features if feature.lexicon is not None)
