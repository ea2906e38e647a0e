"""Names are promises: a changed number is a new version and a line in the changelog."""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path

import pytest

import divergence
from divergence.features.registry import all_features
from tests.features import snapshot
from tests.features.snapshot import WHAT_TO_DO, Frozen

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
# A new feature is one file; its numbers are promised once the page of public names lists it.
NAMES = [feature.name for feature in all_features() if feature.name in divergence.__all__]


@cache
def now() -> dict[str, Frozen]:
    return snapshot.now()


def test_every_promised_feature_is_frozen() -> None:
    assert set(snapshot.frozen()) >= set(NAMES), "run python -m tests.features.snapshot"


@pytest.mark.parametrize("name", NAMES)
def test_numbers_change_only_with_the_version(name: str) -> None:
    old, new = snapshot.frozen()[name], now()[name]
    assert new["version"] >= old["version"], "a version goes up only"
    if new["version"] > old["version"]:
        pytest.fail(f"{name} {new['version']} is new: run python -m tests.features.snapshot")
    moved = {key: (old["numbers"].get(key), new["numbers"].get(key)) for key in
             snapshot.changed(old, new)}  # fmt: skip
    assert not moved, f"{name} {new['version']}: {WHAT_TO_DO}"
    assert new["units"] == old["units"], f"{name} {new['version']}: units are part of a version"


@pytest.mark.parametrize("name", NAMES)
def test_a_version_after_the_first_is_in_the_changelog(name: str) -> None:
    version = now()[name]["version"]
    told = CHANGELOG.read_text(encoding="utf-8")
    assert version == 1 or re.search(rf"\b{name} {version}\b", told), (
        f"CHANGELOG.md does not say what changed with '{name} {version}'"
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_text_has_something_for_every_feature(name: str) -> None:
    numbers = now()[name]["numbers"]
    assert any(number for key, number in numbers.items() if key.endswith(" all"))
    assert all(number is not None for key, number in numbers.items() if key.endswith(" all"))


def test_a_change_is_seen() -> None:
    old = now()["hedging"]
    new = copy.deepcopy(old)
    assert snapshot.changed(old, new) == []
    new["numbers"]["hedging.rate all"] = 0.125
    assert snapshot.changed(old, new) == ["hedging.rate all"]
    del new["numbers"]["hedging.rate quoted"]
    assert len(snapshot.changed(old, new)) == 2
