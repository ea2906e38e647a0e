"""The public functions of feature modules: named in ``__all__``, and called alike."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from divergence.errors import UsageError
from divergence.features.registry import all_features
from divergence.text.annotate import annotate
from divergence.types import Article
from tests.features.examples import SIDES

MODULES = [
    importlib.import_module(f"divergence.features.{feature.name}") for feature in all_features()
]
TEXT = 'Norland shelled Velm. "We were hit by 40 shells," Ada Lin of Sudmark said.'
MORE = {"side": "Norland", "frame": "conflict"}


def _named(module: ModuleType) -> Iterator[tuple[str, Callable[..., object]]]:
    for name in module.__all__:
        if inspect.isfunction(getattr(module, name)):
            yield name, getattr(module, name)


DOORS = [
    pytest.param(function, id=f"{module.__name__.rsplit('.', 1)[1]}.{name}")
    for module in MODULES
    for name, function in _named(module)
    if inspect.signature(function).return_annotation in ("float", float)
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_public_names_are_listed(module: ModuleType) -> None:
    own = {
        name
        for name, thing in vars(module).items()
        if inspect.isfunction(thing)
        and thing.__module__ == module.__name__
        and not name.startswith("_")
    }
    assert list(module.__all__) == sorted(module.__all__)
    assert {"FEATURE", *own} <= set(module.__all__)
    assert all(getattr(module, name).__doc__ for name in own)


@pytest.mark.parametrize("door", DOORS)
def test_a_number_can_be_asked_for_in_each_voice(door: Callable[..., float]) -> None:
    wanted = inspect.signature(door).parameters
    more = {name: value for name, value in MORE.items() if name in wanted}
    document = annotate(TEXT, sides=SIDES)
    assert wanted["voice"].kind is inspect.Parameter.KEYWORD_ONLY
    everyone = door(document, **more)
    by_voice = {voice: door(document, voice=voice, **more) for voice in ("all", "quoted")}
    assert by_voice["all"] == everyone or everyone != everyone
    assert all(isinstance(number, float) for number in by_voice.values())
    with pytest.raises(UsageError, match="voice"):
        door(document, voice="editor", **more)


@pytest.mark.parametrize("door", DOORS)
def test_a_number_is_given_for_whatever_holds_the_text(door: Callable[..., float]) -> None:
    wanted = inspect.signature(door).parameters
    more: dict[str, object] = {name: value for name, value in MORE.items() if name in wanted}
    if "side" in wanted:
        assert "sides" in wanted, "a plain text brings no sides"
        more["sides"] = SIDES
    assert next(iter(wanted)) == "text"
    number = door(annotate(TEXT, sides=SIDES), **more)
    for text in (TEXT, Article("1", "Post", TEXT)):
        assert repr(door(text, **more)) == repr(number)
    with pytest.raises(UsageError, match="str, Article or Document, not bytes"):
        door(TEXT.encode(), **more)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_evidence_is_found_in_whatever_holds_the_text(module: ModuleType) -> None:
    document = annotate(TEXT, sides=SIDES)
    found = module.find(document)
    assert found == module.FEATURE.find(document)
    sided = "sides" in inspect.signature(module.find).parameters
    more = {"sides": SIDES} if sided else {}
    for text in (TEXT, Article("1", "Post", TEXT)):
        assert module.find(text, **more) == found
    assert sided or all(evidence.side is None for evidence in found)
    with pytest.raises(UsageError, match="not bytes"):
        module.find(TEXT.encode())


READERS = [
    pytest.param(function, id=f"{module.__name__.rsplit('.', 1)[1]}.{name}")
    for module in MODULES
    for name, function in _named(module)
    if {"text", "document"} & {*inspect.signature(function).parameters}
]


@pytest.mark.parametrize("reader", READERS)
def test_whatever_reads_a_text_takes_it_in_any_form(reader: Callable[..., object]) -> None:
    wanted = inspect.signature(reader).parameters
    more: dict[str, object] = {name: value for name, value in MORE.items() if name in wanted}
    if "sides" in wanted:
        more["sides"] = SIDES
    expected = repr(reader(annotate(TEXT, sides=SIDES), **more))
    for text in (TEXT, Article("1", "Post", TEXT)):
        assert repr(reader(text, **more)) == expected
    with pytest.raises(UsageError, match="not list"):
        reader([TEXT], **more)


def test_there_is_a_door_for_every_module_but_none_is_counted_twice() -> None:
    assert len(DOORS) >= len(MODULES)
