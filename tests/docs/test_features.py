"""The pages of the features: what they show is so, and they are made from what the code says."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from divergence.counting.feature import Feature
from divergence.features.registry import all_features, select
from divergence.instruments import measured_scores
from divergence.text.annotate import annotate
from tests.features.examples import EXAMPLES, SIDES

DOCS = Path(__file__).resolve().parents[2] / "docs"
MISTAKES = tomllib.loads((DOCS / "features" / "mistakes.toml").read_text("utf-8"))
TYPICAL = tomllib.loads((DOCS / "features" / "typical.toml").read_text("utf-8"))
FEATURES = all_features()


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages", DOCS / "extensions" / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "mistake"),
    [(name, each) for name, mistakes in MISTAKES.items() for each in mistakes],
    ids=lambda case: case if isinstance(case, str) else case["text"][:40],
)
def test_a_mistake_on_a_page_is_still_made(name: str, mistake: dict[str, str]) -> None:
    (feature,) = select([name])
    found = {each.category for each in feature.find(annotate(mistake["text"], sides=SIDES))}
    if "counts" in mistake:
        assert mistake["counts"] in found, "mended: take it off the page, as an example of a miss"
    else:
        assert mistake["overlooks"] not in found, "mended: take it off the page, as a hit"


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_page_says_what_the_feature_says(pages: ModuleType, feature: Feature) -> None:
    made = pages.feature_page(feature, ["Read it slowly."], ())
    for said in (feature.claim, "Read it slowly.", *(each.name for each in feature.measures)):
        assert said in made
    assert pages._escaped(EXAMPLES[feature.name][0].text[:60]) in made
    figures = measured_scores.of_feature(feature.name)
    assert all(each.figure in made for each in figures)
    assert figures or measured_scores.UNMEASURED in made


def test_a_new_feature_has_a_page_without_notes(pages: ModuleType) -> None:
    (feature,) = select(["hedging"])
    made = pages.feature_page(feature, (), ())
    assert "How to read the number" not in made
    assert "Known mistakes" not in made


def test_what_is_usual_is_shown_for_the_version_it_was_measured_with(pages: ModuleType) -> None:
    (feature,) = select(["hedging"])
    assert "hedging.rate" in pages.usual(feature, {**TYPICAL, "hedging": _hedging(feature.version)})
    assert pages.usual(feature, {**TYPICAL, "hedging": _hedging(feature.version - 1)}) == ""


def _hedging(version: int) -> dict[str, object]:
    return {"version": version, "hedging.rate": [0.5, 1.0, 1.5]}


def test_every_note_and_every_list_is_of_a_feature() -> None:
    names = {feature.name for feature in FEATURES}
    notes = {path.stem for path in (DOCS / "features" / "notes").glob("*.md")}
    assert notes <= names
    assert set(MISTAKES) <= names
    assert set(TYPICAL) - {"articles", "text"} <= names
