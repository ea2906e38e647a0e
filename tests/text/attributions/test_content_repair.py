"""Mending: contents by word order and by the parse, where the tagger saw none."""

from __future__ import annotations

import pytest

from divergence.text.attributions.content_repair import (
    clause_before_closing_cue,
    content_by_parse,
    split_at_according_to,
)
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


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "At least 40 boats sank in the storm, a clerk for the port said late on Monday.",
            "said",
            "At least 40 boats sank in the storm",
        ),
        (
            "The ferry that sank near Orm turned before it was hit, guards say, as they search on.",
            "say",
            "The ferry that sank near Orm turned before it was hit",
        ),
        (
            "In nine days, 40 boats have left the port, said Ada Lin, a clerk.",
            "said",
            "In nine days, 40 boats have left the port",
        ),
    ],
)
def test_a_closing_cue_gives_all_before_it(text: str, cue: str, content: str) -> None:
    tree = tree_of(text)
    at = tree.syntax.words.index(cue)
    day = (Span(len(tree.syntax.words) - 2, len(tree.syntax.words) - 1),)
    spans = clause_before_closing_cue(tree, Span(at, at + 1), None, day, ())
    assert [tree.text_of(span) for span in spans] == [content]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("That is why, she argued, the port must close.", "argued"),
        ("When the storm had passed, guards said the port was closed.", "said"),
        ("When the storm had passed, the guard spoke.", "spoke"),
        ("Ada Lin, the guard said.", "said"),
        ("She asked the clerk, who said and did nothing.", "said"),
    ],
)
def test_a_cue_that_does_not_close_keeps_what_was_found(text: str, cue: str) -> None:
    tree = tree_of(text)
    at = tree.syntax.words.index(cue)
    found = (Span(0, 1),)
    assert clause_before_closing_cue(tree, Span(at, at + 1), None, found, ()) == found


def test_a_clause_that_closes_the_sentence_is_not_all_that_a_source_says() -> None:
    tree = tree_of("According to the guard, the port closed for days, arguing that it leaked.")
    parts = Parts((Span(2, 4),), (Span(0, 2),), (Span(12, 15),))
    contents = split_at_according_to(tree, parts).contents
    assert [tree.text_of(span) for span in contents] == [
        "the port closed for days, arguing that it leaked"
    ]
