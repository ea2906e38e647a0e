"""Proportions: "nine in ten members" are 90 percent of them, and not ten members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from divergence.lexicons.calendar import DURATIONS
from divergence.text.figures.wordings.fractions import as_percent
from divergence.text.figures.wordings.number_expressions import Number, number_at, with_bound
from divergence.types import Document, FigureBound, Span

# What people say shares of; "two in 14 villages" is a count and a place.
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})
_SMALL = 20
_JOINTS = (
    ("in",),
    ("-", "in", "-"),
    ("in", "every"),
    ("out", "of"),
    ("out", "of", "every"),
    ("of", "every"),
)


def find_proportions(
    document: Document, sentence: Span, numbers: Sequence[Number]
) -> dict[Number, Number]:
    """Find which numbers are the whole of a proportion, and which belong to one."""
    proportions: dict[Number, Number] = {}
    words = document.lowered
    for whole in numbers:
        for joint in _JOINTS:
            part = _part(document, sentence, whole, joint)
            if part is not None:
                percent = as_percent(part.low / whole.low)
                tokens = Span(part.tokens.start, whole.tokens.end)
                said = with_bound(
                    words, Number(tokens, percent, percent, "exact", "percent"), sentence
                )
                bound: FigureBound = "about" if said.bound == "exact" else said.bound
                proportion = replace(said, bound=bound)
                members = (
                    number
                    for number in numbers
                    if said.tokens.start < number.tokens.end <= tokens.end
                )
                proportions |= dict.fromkeys(members, proportion)
    return proportions


def _part(
    document: Document, sentence: Span, whole: Number, joint: tuple[str, ...]
) -> Number | None:
    """The number before "in ten", where both make a proportion."""
    words = document.lowered
    at = whole.tokens.start - len(joint)
    if whole.low not in _WHOLES or at <= sentence.start or words[at : whole.tokens.start] != joint:
        return None
    word = words[at - 1]
    part = number_at(words, at - 1, sentence.end)
    if word == "one":
        part = Number(Span(at - 1, at), 1.0, 1.0, "exact")
    if part is None or part.tokens.end != at or not 0 < part.low < whole.low:
        return None
    after = whole.tokens.end
    tags = document.syntax.tags[after : min(after + 3, sentence.end)]
    if after < sentence.end and document.syntax.lemmas[after] in DURATIONS:
        return None
    # "Ranked 80 out of 100" is a place in a row.
    if whole.low > _SMALL and not any(tag.startswith("NN") for tag in tags):
        return None
    # "Police held two in three towns" is no proportion.
    if joint == ("in",) and word != "one" and _is_object(document, at - 1):
        return None
    return part


def _is_object(document: Document, token: int) -> bool:
    syntax = document.syntax
    if syntax.relations[token] in {"nummod", "compound"}:
        token = syntax.heads[token]
    return syntax.relations[token] == "obj"
