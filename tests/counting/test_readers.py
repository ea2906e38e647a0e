"""The functions made of measures: real functions of their module, documented by the declaration."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pickle
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from types import FunctionType, ModuleType

import pytest

from divergence.counting import readers
from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.errors import UsageError
from divergence.features import agency, hedging
from divergence.features.registry import all_features
from divergence.measuring.measure import value
from divergence.types import Side

TEXT = "It may rain in May."


def made() -> Iterator[tuple[str, ModuleType, FunctionType]]:
    """Readers of all features, by name, each with its module."""
    for feature in all_features():
        module = importlib.import_module(f"divergence.features.{feature.name}")
        for name in module.__all__:
            function = getattr(module, name)
            if inspect.isfunction(function) and function.__globals__ is vars(readers):
                yield f"{feature.name}.{name}", module, function


READERS = [pytest.param(module, function, id=name) for name, module, function in made()]
each_reader = pytest.mark.parametrize(("module", "function"), READERS)


def test_features_have_readers() -> None:
    assert len(READERS) >= 20


@each_reader
def test_a_reader_is_a_function_of_its_module(module: ModuleType, function: FunctionType) -> None:
    assert inspect.isfunction(function)
    assert function.__module__ == module.__name__
    assert getattr(module, function.__qualname__) is function
    assert pickle.loads(pickle.dumps(function)) is function
    assert function.__name__ in repr(function)


@each_reader
def test_the_examples_of_a_reader_are_run(module: ModuleType, function: FunctionType) -> None:
    # Doctest itself passes over a function whose globals are those of another module.
    text = inspect.getdoc(function) or ""
    case = doctest.DocTestParser().get_doctest(text, dict(vars(module)), module.__name__, None, 0)
    assert len(case.examples) >= 2
    said: list[str] = []
    assert doctest.DocTestRunner().run(case, out=said.append).failed == 0, "".join(said)


def test_the_signature_is_that_of_a_function_written_by_hand() -> None:
    assert str(inspect.signature(hedging.rate)) == (
        "(text: 'str | Article | Document', *, voice: 'VoiceChoice' = 'all') -> 'float'"
    )
    assert list(inspect.signature(agency.agent_share).parameters) == [
        "text",
        "side",
        "sides",
        "voice",
    ]
    assert inspect.signature(hedging.rate, eval_str=True).return_annotation is float


def test_a_docstring_says_what_the_measure_declares() -> None:
    declared = hedging.FEATURE.measure("rate")
    said = " ".join((hedging.rate.__doc__ or "").split())
    assert said.startswith("Hedges per 100 words.")
    for part in (declared.range, declared.where_undefined, declared.note, hedging.FEATURE.misfires):
        assert part in said
    assert hedging.FEATURE.reference in said


def test_a_measure_says_where_it_is_undefined_and_what_it_can_be() -> None:
    declared = hedging.FEATURE.measure("hedging.rate")
    assert declared.where_undefined == "the text has no words in the voice asked for"
    assert replace(declared, undefined="nobody speaks").where_undefined == "nobody speaks"
    assert declared.range == "0 or more"
    assert replace(declared, bounds=(0.0, 1.0)).range == "0 to 1"
    assert replace(declared, bounds=(-float("inf"), float("inf"))).range == "any number"


def test_a_reader_can_go_by_another_name_than_its_measure() -> None:
    assert agency.agent_share.__name__ == "agent_share"
    assert agency.FEATURE.side_reader("agency.agent").__name__ == "agent"


def test_a_reader_lives_where_its_finder_does() -> None:
    feature = replace(hedging.FEATURE, find=partial(hedging.find))
    assert feature.reader("rate").__module__ == "divergence.features.hedging"


@pytest.mark.parametrize(
    ("feature", "kind", "name", "words"),
    [
        (hedging.FEATURE, "reader", "rat", "did you mean 'hedging.rate'"),
        (hedging.FEATURE, "side_reader", "rate", "not taken per side; use reader"),
        (agency.FEATURE, "reader", "agent", "is taken per side; use side_reader"),
    ],
)
def test_a_wrong_declaration_is_refused(feature: Feature, kind: str, name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        getattr(feature, kind)(name)


def test_a_feature_of_ones_own_has_readers() -> None:
    feature = Feature(
        name="exclaiming",
        version=1,
        family="wording",
        claim="How often a text exclaims.",
        reference="Ruiz 2031, Counting exclamation marks",
        misfires="Marks inside names count.",
        find=hedging.find,
        measures=(Measure("exclaiming.rate", "Marks", "per word", "higher: louder", "words"),),
    )
    rate = feature.reader("rate")
    assert rate(TEXT) == 0.2
    assert "Examples" not in (rate.__doc__ or "")


def test_asking_by_name_gives_the_same_number() -> None:
    assert value(TEXT, "hedging.rate") == hedging.rate(TEXT)
    sides = [Side("North", ("North",))]
    asked = value("The North attacked.", "agency.agent", side="North", sides=sides)
    assert asked == agency.agent_share("The North attacked.", "North", sides=sides) == 1.0
