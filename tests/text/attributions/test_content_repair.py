"""Mending: contents by word order and by the parse, where the tagger saw none."""

from __future__ import annotations

import pytest

from divergence.text.attributions.content_repair import content_by_parse, split_at_according_to
from divergence.text.attributions.tagging import Parts
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse
from divergence.types import Span

NOTHING = Parts((), (), ())


def tree_of(text: str) -> Tree:
    return Tree.of(text, parse(text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the guard, the ice was thin.", "the guard", "the ice was thin"),
        (
            "According to Ada Lin, the minister, the bridge was open.",
            "Ada Lin, the minister",
            "the bridge was open",
        ),
    ],
)
def test_a_sentence_that_opens_with_its_source(text: str, source: str, content: str) -> None:
    tree = tree_of(text)
    parts = split_at_according_to(tree, NOTHING)
    assert [tree.text_of(span) for span in parts.sources] == [source]
    assert [tree.text_of(span) for span in parts.cues] == ["According to"]
    assert [tree.text_of(span) for span in parts.contents] == [content]


def test_a_sentence_that_ends_with_its_source() -> None:
    tree = tree_of("It rained. The ice was thin, according to the guard.")
    parts = split_at_according_to(tree, NOTHING)
    assert [tree.text_of(span) for span in parts.sources] == ["the guard"]
    assert [tree.text_of(span) for span in parts.contents] == ["The ice was thin"]


def test_what_the_tagger_found_stays() -> None:
    tree = tree_of("According to the guard, the ice was thin.")
    found = Parts((Span(2, 4),), (Span(0, 2),), (Span(5, 9),))
    assert split_at_according_to(tree, found) == found


def test_a_content_that_swallowed_the_source_is_divided() -> None:
    tree = tree_of("According to the guard, the ice was thin. It rained.")
    found = split_at_according_to(tree, Parts((), (Span(0, 2),), (Span(2, 12),)))
    assert [tree.text_of(span) for span in found.sources] == ["the guard"]
    assert [tree.text_of(span) for span in found.contents] == ["the ice was thin", "It rained"]


@pytest.mark.parametrize(
    "text", ["According to", "According to plan.", "According to, .", "It rained."]
)
def test_an_opening_without_a_clause_is_left_alone(text: str) -> None:
    assert split_at_according_to(tree_of(text), NOTHING) == NOTHING


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor said that the bridge was open.", "said", "that the bridge was open"),
        ("The mayor confirmed the accident.", "confirmed", "the accident"),
        ("The mayor slept.", "slept", ""),
        # Parsers take the clause for what the reporters are like.
        (
            "The mayor told reporters that nine people had drowned and that four were missing.",
            "told",
            "that nine people had drowned and that four were missing",
        ),
        ("The mayor told a story.", "told", "a story"),
    ],
)
def test_content_by_the_parse(text: str, cue: str, content: str) -> None:
    tree = tree_of(text)
    place = tree.syntax.words.index(cue)
    found = content_by_parse(tree, Span(place, place + 1), {0, 1})
    assert " ".join(tree.text_of(span) for span in found) == content
