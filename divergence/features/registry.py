"""The features of the package: every module of ``divergence.features`` that defines ``FEATURE``.

Discovery by folder, so that adding a feature is adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

import divergence.features
from divergence.counting.feature import Feature
from divergence.errors import UsageError, must_be_one_of


@cache
def all_features() -> tuple[Feature, ...]:
    """Return every feature of the package, sorted by name."""
    modules = (
        importlib.import_module(f"divergence.features.{module.name}")
        for module in pkgutil.iter_modules(divergence.features.__path__)
    )
    defined = (getattr(module, "FEATURE", None) for module in modules)
    features = (feature for feature in defined if isinstance(feature, Feature))
    return tuple(sorted(features, key=lambda feature: feature.name))


def select(
    choices: Sequence[str | Feature] | None = None,
    *,
    among: Sequence[Feature] | None = None,
) -> tuple[Feature, ...]:
    """Return the features that are named or given, or all of them."""
    known = {feature.name: feature for feature in (all_features() if among is None else among)}
    if choices is None:
        return tuple(known.values())
    if isinstance(choices, str | Feature):
        name = choices if isinstance(choices, str) else choices.name
        raise UsageError(f"features takes a list of names: features=[{name!r}]")
    chosen: dict[str, Feature] = {}
    for choice in choices:
        if not isinstance(choice, str | Feature):
            raise UsageError(
                f"features takes names, Feature or Lexicon objects, not {type(choice).__name__}"
            )
        if isinstance(choice, str) and choice not in known:
            raise UsageError(must_be_one_of("feature", choice, known))
        feature = known[choice] if isinstance(choice, str) else choice
        if chosen.setdefault(feature.name, feature) != feature:
            raise UsageError(f"two features are called '{feature.name}'; give one another name")
    return tuple(chosen[name] for name in sorted(chosen))
