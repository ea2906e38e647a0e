"""Every score belongs to code that its features run and that ``divergence validate`` measures.

Features and tasks are run, and every function of the package that they call is noted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

from divergence import Article, compare, measure
from divergence.counting.feature import Feature
from divergence.features.registry import all_features
from divergence.instruments import measured_scores
from divergence.instruments.measured_scores import InstrumentScore, measured
from divergence.text.annotate import annotate
from divergence.types import Document
from divergence.validation import tasks
from divergence.validation.resampled_metrics import resampled_score
from tests.features.examples import EXAMPLES, SIDES, Hit
from tests.validation.accounts import ferry
from tests.validation.examples import good

FEATURES = {feature.name: feature for feature in all_features()}
CREDITS = [(name, row) for row in measured() for name in row.features]
TALES = (
    "The mill of Velm burned down on Monday. Two men were hurt.",
    "The mill of Velm burned down on Monday. Three men were hurt.",
    "Tea prices rose at the market in Sudmark. Growers were glad.",
)


def called(work: Callable[[], object]) -> frozenset[str]:
    """Name every function of the package that runs, as ``code`` does."""
    names = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        module = str(frame.f_globals.get("__name__"))
        if event == "call" and module.startswith("divergence."):
            names.add(f"{module}:{frame.f_code.co_qualname}")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return frozenset(names)


@cache
def document_of(feature: str) -> Document:
    hits = [case.text for case in EXAMPLES[feature] if isinstance(case, Hit)]
    return annotate(" ".join(hits), sides=SIDES)


@cache
def called_to_annotate() -> frozenset[str]:
    return called(lambda: annotate("Norland fell, Hale said.", sides=SIDES))


@cache
def called_by_feature(name: str) -> frozenset[str]:
    document = document_of(name)
    return called(lambda: FEATURES[name].find(document))


@cache
def called_by_comparing() -> frozenset[str]:
    articles = [Article(f"a{n}", f"paper {n % 2}", TALES[n % 3]) for n in range(15)]
    return called(lambda: compare(measure(articles, features=["figures"]), rounds=10))


@pytest.fixture
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(resampled_score.__kwdefaults__, "rounds", 10)


def changes_without(feature: Feature, **emptied: object) -> bool:
    document = document_of(feature.name)
    return feature.find(document) != feature.find(replace(document, **emptied))


# What annotating any text runs says nothing of the feature: it must also read what that code gives.
READS: dict[str, Callable[[Feature], bool]] = {
    "divergence.text.syntax": lambda feature: (
        changes_without(feature, clauses=()) or changes_without_relations(feature)
    ),
    "divergence.text.attributions.extraction": lambda feature: changes_without(
        feature, attributions=()
    ),
    "divergence.text.attributions.speaker_resolution": lambda feature: changes_without(
        feature, attributions=()
    ),
    # Who a speaker is comes from the entities.
    **dict.fromkeys(
        ("divergence.text.entities.mentions", "divergence.text.entities.coreference"),
        lambda feature: changes_without(feature, attributions=()),
    ),
}


def changes_without_relations(feature: Feature) -> bool:
    syntax = document_of(feature.name).syntax
    return changes_without(feature, syntax=replace(syntax, relations=("dep",) * len(syntax.words)))


def case_name(value: object) -> str:
    return value.result if isinstance(value, InstrumentScore) else str(value)


@pytest.mark.parametrize(("name", "row"), CREDITS, ids=case_name)
def test_a_feature_runs_the_code_whose_score_it_is_given(name: str, row: InstrumentScore) -> None:
    if row.code in called_by_feature(name):
        return
    assert row.code in called_to_annotate(), f"{name} never runs {row.code}: the score is not its"
    module = row.code.partition(":")[0]
    assert READS[module](FEATURES[name]), f"{name} does not read what {row.code} gives"


@pytest.mark.parametrize("row", measured_scores.comparing(), ids=case_name)
def test_comparing_runs_the_code_whose_score_it_is_given(row: InstrumentScore) -> None:
    assert row.code in called_by_comparing()


@pytest.mark.usefixtures("few_rounds")
@pytest.mark.parametrize("task", sorted({row.task for row in measured()}))
def test_a_task_measures_the_code_that_has_its_score(tmp_path: Path, task: str) -> None:
    data = tmp_path / "labels.data"
    # Accounts are one event a file, and no rows.
    labelled = json.dumps(ferry.labels()) if task == "accounts" else good(task)
    data.write_text(labelled, encoding="utf-8")
    results: list[tasks.Score] = []
    ran = called(lambda: results.append(tasks.score(task, data)))
    for row in measured():
        if row.task == task:
            assert row.code in ran, f"validate {task} never runs {row.code}"
            assert row.result.removeprefix("test_") in results[0].metrics


def test_no_task_is_without_a_score_and_no_score_without_a_feature() -> None:
    assert {row.task for row in measured()} == set(tasks.TASKS)
    assert {name for name, _ in CREDITS} <= set(FEATURES)


def test_a_score_of_code_that_no_feature_runs_is_found_out() -> None:
    """The guard itself: code beside a feature is not taken for the feature's."""
    assert "divergence.instruments.loaded_words:slant" in called_by_feature("loaded")
    assert "divergence.instruments.loaded_words:slant" not in called_by_feature("labels")
    assert not changes_without(FEATURES["boosters"], attributions=())
