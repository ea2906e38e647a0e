"""Every public name is documented in numpydoc's shape, and says what its signature says."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import divergence
from divergence import errors

PACKAGE = Path(divergence.__file__).parent
# Their modules are listed by the code that builds the reference.
PUBLIC_ROOMS = {"features", "displays", "phrases"}
SECTION = re.compile(
    r"^(\w[\w ]*)\n-{3,}\n(.*?)(?=^\w[\w ]*\n-{3,}\n|\Z)", re.MULTILINE | re.DOTALL
)
ENTRY = re.compile(r"^(\S[^:\n]*?)(?: : (.*))?$", re.MULTILINE)


def sections(thing: object) -> dict[str, str]:
    """Sections of a docstring by their heading; the summary goes under ""."""
    text = inspect.getdoc(thing) or ""
    found = {match[1]: match[2] for match in SECTION.finditer(text)}
    first = SECTION.search(text)
    return {"": text[: first.start() if first else None].strip(), **found}


def entries(section: str) -> list[str]:
    """Names that a section lists, in order; one line may list several."""
    return [name.strip("* ") for match in ENTRY.finditer(section) for name in match[1].split(", ")]


def functions() -> Iterator[tuple[str, Callable[..., Any], bool]]:
    """Public functions and methods by their names, and whether they need an example."""
    for name in divergence.__all__:
        thing = getattr(divergence, name)
        if inspect.ismodule(thing):
            for inner in thing.__all__:
                if inspect.isfunction(getattr(thing, inner)):
                    yield f"{name}.{inner}", getattr(thing, inner), True
        elif inspect.isfunction(thing):
            yield name, thing, True
    for made in classes():
        for inner, method in vars(made).items():
            plain = method.__func__ if isinstance(method, classmethod) else method
            if inspect.isfunction(plain) and not inner.startswith("_"):
                yield f"{made.__name__}.{inner}", plain, "Examples" not in sections(made)


def classes() -> Iterator[type]:
    for name in divergence.__all__:
        thing = getattr(divergence, name)
        held = [getattr(thing, inner) for inner in thing.__all__] if name == "displays" else [thing]
        yield from filter(inspect.isclass, held)


def raised(function: Callable[..., Any]) -> set[str]:
    """Errors of ours that the body raises itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            found.add(ast.unparse(node.exc.func))
    return {name for name in found if hasattr(errors, name)}


def inner_functions() -> Iterator[tuple[str, str]]:
    """Docstrings of functions that are promised to nobody outside, by where they stand."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        offered: set[str] = set()
        if name in divergence.PUBLIC_MODULES or parts[0] in PUBLIC_ROOMS:
            offered = set(getattr(importlib.import_module(f"divergence.{name}"), "__all__", ()))
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name not in offered:
                yield f"{name}.{node.name}", ast.get_docstring(node) or ""


FUNCTIONS = {name: (function, needs) for name, function, needs in functions()}
each_function = pytest.mark.parametrize("name", FUNCTIONS)


@pytest.mark.parametrize(("name", "docstring"), list(inner_functions()))
def test_an_inner_function_is_said_in_a_line_and_its_reasons(name: str, docstring: str) -> None:
    assert not SECTION.search(docstring), f"{name} is in no reference; its signature says the rest"


@each_function
def test_a_summary_is_one_sentence_on_one_line(name: str) -> None:
    first = sections(FUNCTIONS[name][0])[""].splitlines()[:1]
    assert first
    assert first[0].rstrip("`\"'").endswith((".", ":"))


@each_function
def test_parameters_are_those_of_the_signature(name: str) -> None:
    function = FUNCTIONS[name][0]
    there = sections(function)
    parameters = [p for p in inspect.signature(function).parameters if p not in ("self", "cls")]
    if not parameters:
        assert "Parameters" not in there
        return
    assert entries(there.get("Parameters", "")) == parameters
    for described in re.split(r"^(?=\S)", there["Parameters"], flags=re.MULTILINE):
        assert not described.strip() or len(described.split()) > 3


@each_function
def test_a_result_is_described(name: str) -> None:
    function = FUNCTIONS[name][0]
    there = sections(function)
    result = inspect.signature(function).return_annotation
    if result not in (None, "None"):
        assert "Returns" in there or "Yields" in there
    if result in (float, "float"):
        assert "nan" in there["Returns"], "say when it is not defined"


@each_function
def test_errors_are_described(name: str) -> None:
    function = FUNCTIONS[name][0]
    told = entries(sections(function).get("Raises", ""))
    assert raised(function) <= {each.rsplit(".", 1)[-1] for each in told}
    for each in told:
        known = each.rsplit(".", 1)[-1]
        assert hasattr(errors, known) or known.endswith("Error"), each


@each_function
def test_an_example_is_there_to_be_run(name: str) -> None:
    function, needs = FUNCTIONS[name]
    assert not needs or ">>> " in sections(function).get("Examples", "")


@pytest.mark.parametrize("made", list(classes()), ids=lambda made: made.__name__)
def test_a_class_describes_what_it_holds(made: type) -> None:
    there = sections(made)
    assert there[""].splitlines()[0].endswith(".")
    if is_dataclass(made):
        held = [field.name for field in fields(made) if not field.name.startswith("_")]
        listed = entries(there.get("Attributes", "") + "\n" + there.get("Parameters", ""))
        assert [name for name in held if name not in listed] == []
    for name, thing in vars(made).items():
        if isinstance(thing, property) and not name.startswith("_"):
            assert inspect.getdoc(thing), name


@pytest.mark.parametrize("name", [n for n in divergence.__all__ if n.islower()])
def test_a_feature_module_says_what_it_claims_and_where_from(name: str) -> None:
    thing = getattr(divergence, name)
    if hasattr(thing, "FEATURE"):
        assert len((thing.__doc__ or "").split()) > 20
        assert thing.FEATURE.reference
        assert thing.FEATURE.misfires
