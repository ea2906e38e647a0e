"""The features of the package: every module of ``divergence.features`` that defines ``FEATURE``.

Discovery by folder, so that adding a feature is adding one file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

import divergence.features
from divergence.errors import UsageError, must_be_one_of
from divergence.features.feature import Feature


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


def select(names: Sequence[str] | None = None) -> tuple[Feature, ...]:
    """Return the named features, or all of them.

    Parameters
    ----------
    names : sequence of str, optional
        Feature names; ``None`` selects every feature.

    Returns
    -------
    tuple of Feature
        Sorted by name, without repetition.

    Raises
    ------
    UsageError
        If a name is not known.
    """
    known = {feature.name: feature for feature in all_features()}
    if names is None:
        return tuple(known.values())
    for name in names:
        if name not in known:
            raise UsageError(must_be_one_of("feature", name, known))
    return tuple(known[name] for name in sorted(set(names)))
