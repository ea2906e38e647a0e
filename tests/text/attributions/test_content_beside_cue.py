"""Contents beside a cue that got none."""

from __future__ import annotations

import pytest

from divergence.text.attributions.content_beside_cue import content_beside_cue
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse
from divergence.types import Span

SHARED = "The road is closed, the mayor said, according to the paper."


def tree_of(text: str) -> Tree:
    return Tree.of(text, parse(text))


def texts(tree: Tree, spans: tuple[Span, ...]) -> list[str]:
    return [tree.text_of(span) for span in spans]


def test_a_content_may_have_two_cues() -> None:
    tree = tree_of(SHARED)
    found = content_beside_cue(tree, Span(7, 8), Span(5, 7), [Span(0, 4)])
    assert texts(tree, found) == ["The road is closed"]


def test_only_the_part_in_the_sentence_of_the_cue_is_taken() -> None:
    tree = tree_of("It rained. The road is closed, the paper reported.")
    found = content_beside_cue(tree, Span(10, 11), Span(8, 10), [Span(0, 7)])
    assert texts(tree, found) == ["The road is closed"]


def test_the_content_after_a_cue_counts_too() -> None:
    tree = tree_of("Lin wrote to Berg: the road is closed.")
    assert texts(tree, content_beside_cue(tree, Span(1, 2), Span(0, 1), [Span(5, 9)])) == [
        "the road is closed"
    ]


def test_without_any_content_it_is_the_clause_before_the_comma() -> None:
    tree = tree_of(SHARED)
    assert texts(tree, content_beside_cue(tree, Span(7, 8), Span(5, 7), ())) == [
        "The road is closed"
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor complained about the road.", "complained", ["about the road"]),
        ("The mayor slept.", "slept", []),
        ("said", "said", []),
    ],
)
def test_else_what_the_cue_governs(text: str, cue: str, content: list[str]) -> None:
    tree = tree_of(text)
    place = tree.syntax.words.index(cue)
    assert texts(tree, content_beside_cue(tree, Span(place, place + 1), None, ())) == content
