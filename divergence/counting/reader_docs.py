"""The documentation of a reader, in numpydoc's shape, written from its measure's declaration."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from divergence.counting.declaration import Measure

_WIDTH = 90
_SIDES = """\
side : str
    Name of the side.
sides : sequence of Side, optional
    The sides to look for; a Document brings its own."""


def describe(name: str, measure: Measure, *, misfires: str, reference: str) -> str:
    """Write the docstring of the reader that goes by the name."""
    mistrust = f"When not to trust it: {misfires}"
    sections = {
        "Parameters": "\n".join(_parameters(measure)),
        "Returns": "float\n" + _indented(_returned(measure)),
        "Raises": "UsageError\n" + _indented(_raised(measure)),
        "Notes": "\n\n".join(map(_filled, filter(None, (measure.note, mistrust)))),
        "References": _filled(f"{reference}."),
        "Examples": "\n".join(_example(name, measure)),
    }
    return "\n\n".join(
        (
            _summary(measure),
            _filled(f"A higher number means: {measure.direction.removeprefix('higher: ')}."),
            *(
                f"{heading}\n{'-' * len(heading)}\n{text}"
                for heading, text in sections.items()
                if text
            ),
        )
    )


def _summary(measure: Measure) -> str:
    joined = " " if measure.unit.startswith("per ") else ": "
    return f"{measure.title}{joined}{measure.unit}."


def _parameters(measure: Measure) -> Iterator[str]:
    yield "text : str, Article or Document\n    What to measure."
    if measure.per_side:
        yield _SIDES
    shared = ""
    if measure.per == "sentences":
        shared = "; a sentence in two voices counts for each by its share of words"
    yield 'voice : {"all", "reporter", "quoted"}\n' + _indented(f"Whose words to read{shared}.")


def _returned(measure: Measure) -> str:
    unit = f"{measure.unit[:1].upper()}{measure.unit[1:]}"
    return f"{unit}: {measure.range}; nan where {measure.where_undefined}."


def _raised(measure: Measure) -> str:
    asked = "the side or the voice" if measure.per_side else "the voice"
    return f"If {asked} is not known, or the text is of another type."


def _example(name: str, measure: Measure) -> Iterator[str]:
    if measure.example is None:
        return
    text, number = measure.example
    yield f">>> text = {text!r}"
    call = f"{name}(text)"
    if measure.per_side:
        yield ">>> from divergence import Side"
        yield '>>> north = Side("North", ("North", "Northern"))'
        call = f'{name}(text, "North", sides=[north])'
    yield f">>> round({call}, 2)"
    yield "nan" if number is None else repr(number)


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH)


def _indented(text: str) -> str:
    return textwrap.indent(textwrap.fill(text, _WIDTH - 4), "    ")
