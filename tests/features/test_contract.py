"""What every registered feature owes, whoever wrote it."""

from __future__ import annotations

import importlib
import math
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from importlib.util import find_spec

import pytest

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.registry import all_features, select
from divergence.measuring.measure import value
from divergence.text.annotate import annotate
from divergence.types import VOICES, Document, Evidence
from tests.features.examples import EXAMPLES, SIDES, Hit, Miss

_EXAMPLES_FILE = "tests/features/examples.py"
_OVER_EVIDENCE = ("evidence", "side_evidence", "weight")
FEATURES = all_features()
MEASURES = [(feature, measure) for feature in FEATURES for measure in feature.measures]
ODD_TEXTS = {
    "empty": "",
    "white space": " \n\t ",
    "period": ".",
    "marks": '"..." - (!)',
    "emoji": "\U0001f642",
    "one word": "Norland",
    "number": "7",
    "open quotation": '"Norland may',
    "other script": "Привет, мир. 你好。",
}
TEXT = (
    "Norland's army shelled the town of Velm on Monday, killing at least 12 people, officials said."
    ' "The regime may have lost about 300 men," General Ada Lin of Sudmark told reporters. "We have'
    ' no doubt." Sudmark claimed that Norland was to blame for the terrible attack.\n\n'
    "The town was struck again in May. Talks on a truce began, and bread prices rose by 5 percent."
    " It was not clear who had won, according to two villagers."
)


@cache
def _document(text: str) -> Document:
    return annotate(text, sides=SIDES)


def _numbers(feature: Feature, measure: Measure, text: str) -> Iterator[float]:
    sides = [side.name for side in SIDES] if measure.per_side else [None]
    for side in sides:
        for voice in ("all", *VOICES):
            yield value(_document(text), measure.name, voice=voice, side=side)


def _name(case: object) -> str | None:
    return case.name if isinstance(case, Feature | Measure) else None


each_feature = pytest.mark.parametrize("feature", FEATURES, ids=_name)
each_measure = pytest.mark.parametrize(("feature", "measure"), MEASURES, ids=_name)


def test_features_are_found_and_sorted() -> None:
    names = [feature.name for feature in FEATURES]
    assert names == sorted(names)
    unknown = sorted(set(EXAMPLES) - set(names))
    assert not unknown, f"examples of no feature: {unknown}; mend their names in {_EXAMPLES_FILE}"
    assert select(["wording", "hedging"]) == select(["hedging", "wording", "hedging"])


@each_feature
def test_is_named_after_its_module(feature: Feature) -> None:
    file = f"divergence/features/{feature.name}.py"
    remedy = f"give FEATURE the name of its file, or move it to {file}"
    where = f"divergence.features.{feature.name}"
    assert find_spec(where), f"FEATURE is called '{feature.name}' and there is no {file}; {remedy}"
    module = importlib.import_module(where)
    assert module.FEATURE is feature, f"{file} defines another FEATURE; {remedy}"
    assert feature.version >= 1
    assert module.__doc__ is not None
    assert len(module.__doc__.split()) > 20


@each_feature
def test_says_what_it_claims_on_what_ground_and_when_not_to_trust_it(feature: Feature) -> None:
    assert feature.claim.endswith(".")
    assert any(character.isdigit() for character in feature.reference), "cite a year"
    assert len(feature.misfires.split()) >= 8
    assert feature.measures


@each_measure
def test_measure_is_documented(feature: Feature, measure: Measure) -> None:
    assert measure.name.split(".")[0] == feature.name
    assert measure.name.count(".") == 1
    assert measure.title
    assert measure.unit
    assert measure.direction.startswith("higher: ")
    low, high = measure.bounds
    assert low < high
    assert measure.scale > 0
    if measure.per == "side_evidence":
        assert measure.per_side
    if measure.unit.startswith("share"):
        assert (low, high) == (0.0, 1.0), "a share lies between 0 and 1: bounds=(0.0, 1.0)"
        assert measure.scale == 1.0, "a share is written as a percentage where it is shown"


def test_measure_names_are_unique() -> None:
    names = [measure.name for _, measure in MEASURES]
    assert len(names) == len(set(names))


@each_measure
@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_text_is_undefined_or_in_bounds(feature: Feature, measure: Measure, text: str) -> None:
    _assert_in_bounds(measure, _numbers(feature, measure, text))


@each_measure
@pytest.mark.parametrize("text", ["", " \n\t "], ids=["empty", "white space"])
def test_text_without_words_is_undefined(feature: Feature, measure: Measure, text: str) -> None:
    assert all(math.isnan(number) for number in _numbers(feature, measure, text))


@each_measure
def test_running_text_is_undefined_or_in_bounds(feature: Feature, measure: Measure) -> None:
    _assert_in_bounds(measure, _numbers(feature, measure, TEXT))


@each_feature
@pytest.mark.parametrize("text", [TEXT, *ODD_TEXTS.values()], ids=["running", *ODD_TEXTS])
def test_evidence_lies_in_the_text(feature: Feature, text: str) -> None:
    document = _document(text)
    declared = _declared(feature)
    sides = {side.name for side in SIDES}
    for evidence in feature.find(document):
        assert evidence.feature == feature.name
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert not text[evidence.start].isspace()
        assert not text[evidence.end - 1].isspace()
        assert evidence.voice in VOICES
        assert math.isfinite(evidence.weight)
        assert evidence.side is None or evidence.side in sides
        assert not declared or evidence.category in declared
        span = document.syntax.sentences[evidence.sentence]
        first, last = document.characters(span)
        assert first <= evidence.start < last


@each_feature
def test_same_text_gives_the_same_evidence_and_is_left_alone(feature: Feature) -> None:
    document = annotate(TEXT, sides=SIDES)
    before = repr(astuple(document))
    found = feature.find(document)
    assert found == feature.find(document)
    assert found == feature.find(annotate(TEXT, sides=SIDES))
    assert repr(astuple(document)) == before


@each_feature
def test_has_examples(feature: Feature) -> None:
    examples = EXAMPLES.get(feature.name, [])
    for kind in (Hit, Miss):
        n = sum(isinstance(example, kind) for example in examples)
        assert n >= 3, (
            f"'{feature.name}' has {n} of kind {kind.__name__}: give EXAMPLES['{feature.name}'] "
            f"in {_EXAMPLES_FILE} three or more"
        )


@pytest.mark.parametrize(
    ("name", "hit"),
    [(name, each) for name, all_ in EXAMPLES.items() for each in all_ if isinstance(each, Hit)],
    ids=lambda case: case if isinstance(case, str) else case.text[:50],
)
def test_hits(name: str, hit: Hit) -> None:
    assert any(
        evidence.category == hit.category and hit.words in ("", _covered(hit.text, evidence))
        for evidence in _found(name, hit.text)
    ), _described(name, hit.text)


@pytest.mark.parametrize(
    ("name", "miss"),
    [(name, each) for name, all_ in EXAMPLES.items() for each in all_ if isinstance(each, Miss)],
    ids=lambda case: case if isinstance(case, str) else case.text[:50],
)
def test_misses(name: str, miss: Miss) -> None:
    assert not any(
        miss.category in ("", evidence.category) for evidence in _found(name, miss.text)
    ), _described(name, miss.text)


def _assert_in_bounds(measure: Measure, numbers: Iterator[float]) -> None:
    low, high = measure.bounds
    for number in numbers:
        assert math.isnan(number) or low <= number <= high


def _declared(feature: Feature) -> set[str]:
    """Categories that the measures name; empty where one of them counts every category."""
    for measure in feature.measures:
        if not measure.of or (measure.per in _OVER_EVIDENCE and not measure.among):
            return set()
    return {category for measure in feature.measures for category in (*measure.of, *measure.among)}


def _found(name: str, text: str) -> list[Evidence]:
    return select([name])[0].find(_document(text))


def _covered(text: str, evidence: Evidence) -> str:
    return " ".join(text[evidence.start : evidence.end].split())


def _described(name: str, text: str) -> str:
    return f"found {[(e.category, _covered(text, e)) for e in _found(name, text)]}"
