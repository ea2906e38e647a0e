"""Sides are found by their aliases, and parties told from descriptions."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.types import Side

SIDES = (
    Side("Norland", ("Norland", "Norlander", "Norlanders", "Nordberg", "the White Palace")),
    Side("Sudmark", ("Sudmark", "Sudmarkian", "Sudmark City")),
)


def mentions(text: str) -> list[tuple[str, str, bool]]:
    document = annotate(text, sides=SIDES)
    return [
        (document.syntax.words[mention.head], mention.side, mention.actor)
        for mention in document.mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norlander forces crossed the river.", [("forces", "Norland", True)]),
        ("Nordberg’s troops crossed the river.", [("troops", "Norland", True)]),
        ("Norland's army crossed the river.", [("army", "Norland", True)]),
        ("The White Palace denied it.", [("Palace", "Norland", True)]),
        ("Norland attacked.", [("Norland", "Norland", True)]),
        ("It rained in Norland.", [("Norland", "Norland", False)]),
        ("He speaks the Norlander language.", [("Norlander", "Norland", False)]),
        ("He lives in Sudmark City.", [("City", "Sudmark", False)]),
    ],
)
def test_a_mention_stands_for_its_side_through_its_phrase(
    text: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert mentions(text) == expected


def test_an_alias_matches_only_as_written() -> None:
    assert mentions("The norlander breed of sheep grazed.") == []


def test_the_longest_alias_wins_whoever_it_belongs_to() -> None:
    front = Side("Front", ("Front", "Norland Freedom Front"))
    document = annotate("The Norland Freedom Front left Sudmark City.", sides=(*SIDES, front))
    found = [(document.words_of(each.tokens), each.side) for each in document.mentions]
    assert found == [("Norland Freedom Front", "Front"), ("Sudmark City", "Sudmark")]


def test_people_of_a_side_are_mentions_of_it() -> None:
    found = mentions("Norlander President Ada Lin arrived. Lin smiled.")
    assert found[-1] == ("Lin", "Norland", True)


def test_swapping_the_sides_swaps_the_mentions() -> None:
    text = "Norland attacked Sudmark. Troops of Norland fled."
    swapped = text.replace("Norland", "#").replace("Sudmark", "Norland").replace("#", "Sudmark")
    other = {"Norland": "Sudmark", "Sudmark": "Norland"}
    assert [(other[side], actor) for _, side, actor in mentions(text)] == [
        (side, actor) for _, side, actor in mentions(swapped)
    ]


def test_the_name_of_a_side_is_looked_for_only_as_an_alias() -> None:
    text = "A spokesman for Sudmark denied it."
    label = Side("A", ("Sudmark",))
    found = annotate(text, sides=(label, Side("The city", ("Norland",)))).mentions
    assert [(each.tokens.start, each.side) for each in found] == [(3, "A")]
    named = annotate(text, sides=(Side("Sudmark", ("Sudmarkian",)),)).mentions
    assert named == ()
