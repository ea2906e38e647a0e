"""Linking: contents find their cue, cues their source, in one paragraph."""

from __future__ import annotations

from divergence.text.attributions.linking import LinkedParts, link
from divergence.text.attributions.tagging import Parts
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse
from divergence.types import Span, Syntax


def place(syntax: Syntax, words: str) -> Span:
    """Tokens of the first place where the words stand."""
    wanted = tuple(words.split())
    n = len(wanted)
    start = next(i for i in range(len(syntax.words)) if syntax.words[i : i + n] == wanted)
    return Span(start, start + n)


def linked(
    text: str, sources: list[str], cues: list[str], contents: list[str]
) -> tuple[Syntax, tuple[LinkedParts, ...]]:
    syntax = parse(text)
    found = [tuple(sorted(place(syntax, w) for w in words)) for words in (sources, cues, contents)]
    return syntax, link(Tree.of(text, syntax), Parts(*found))


def test_two_speakers_in_one_sentence() -> None:
    syntax, found = linked(
        "The mayor said that the bridge was open, but the guard warned that the ice was thin.",
        ["The mayor", "the guard"],
        ["said", "warned"],
        ["that the bridge was open", "that the ice was thin"],
    )
    said = [
        tuple(" ".join(syntax.words[slice(*span)]) for span in (one.source, one.cue, *one.content))
        for one in found
        if one.source and one.cue
    ]
    assert said == [
        ("The mayor", "said", "that the bridge was open"),
        ("the guard", "warned", "that the ice was thin"),
    ]


def test_content_on_both_sides_of_its_cue() -> None:
    _, found = linked(
        "“The dam is old,” the mayor said. “We asked for money in spring.”",
        ["the mayor"],
        ["said"],
        ["The dam is old", "We asked for money in spring"],
    )
    assert len(found) == 1
    assert len(found[0].content) == 2


def test_a_cue_may_stay_without_content() -> None:
    _, found = linked("The mayor said so.", ["The mayor"], ["said"], [])
    assert [one.content for one in found] == [()]


def test_nothing_is_linked_across_paragraphs() -> None:
    _, found = linked(
        "The mayor said this.\n\nThe bridge was open.",
        ["The mayor"],
        ["said"],
        ["The bridge was open"],
    )
    assert [(one.cue is None, len(one.content)) for one in found] == [(False, 0), (True, 1)]
