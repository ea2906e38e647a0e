"""For whom somebody speaks: a side's own people, bodies and letters, never its critics."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.types import Side

SIDES = (
    Side("Norland", ("Norland", "Norlander", "Norlanders", "Mayor Bo Rask", "victims")),
    Side("Democrats", ("Democrats",)),
    Side("Orm Mills", ("Orm Mills", "the company", "Ada Lin", "Vo Teka Marr")),
)


def side_of(text: str) -> str | None:
    attributions = annotate(text, sides=SIDES).attributions
    assert attributions
    return attributions[0].speaker.side


@pytest.mark.parametrize(
    "text",
    [
        "A Norland spokesman said the bridge was open.",
        "An attorney for Norland said the bridge was open.",
        "Officials from Norland said the bridge was open.",
        "An adviser to Norland said the bridge was open.",
        "Norland's ministry said the bridge was open.",
        "The lawyer for the victims said the bridge was open.",
        "A lawyer representing victims said the bridge was open.",
        "One victim said the bridge was open.",
        "A statement by Norland said the bridge was open.",
        "Two of the Norlanders said the bridge was open.",
        "Norland and other countries said the bridge was open.",
        "Rask said the bridge was open.",
    ],
)
def test_a_side_has_people_bodies_and_letters(text: str) -> None:
    assert side_of(text) == "Norland"


@pytest.mark.parametrize(
    "text",
    [
        "Critics of Norland said the bridge was open.",
        "Norland's critics said the bridge was open.",
        "An opponent of Norland said the bridge was open.",
        "The Norland opposition leader said the bridge was open.",
        "A former Norland official said the bridge was open.",
        "A Norland analyst said the bridge was open.",
        "An ambassador to Norland said the bridge was open.",
        "A lawsuit against Norland said the bridge was open.",
        "People who fight Norland said the bridge was open.",
        "Norland and Orm Mills said the bridge was open.",
        "Norland's accusers said the bridge was open.",
    ],
)
def test_who_stands_against_a_side_or_looks_on_is_not_of_it(text: str) -> None:
    assert side_of(text) is None


def test_victims_of_another_are_their_own_side() -> None:
    assert side_of("Victims of Orm Mills said the bridge was open.") == "Norland"


@pytest.mark.parametrize(
    "text",
    [
        "Rep. Ede Holm (D-Orm) said the bridge was open.",
        "A Democratic senator said the bridge was open.",
        "A Democrat said the bridge was open.",
    ],
)
def test_a_party_by_its_tag_and_its_forms(text: str) -> None:
    assert side_of(text) == "Democrats"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Mr. Marr said the bridge was open.", "Orm Mills"),
        ("Ms. Lin said the bridge was open.", "Orm Mills"),
        ("Ada Lin said the bridge was open.", "Orm Mills"),
        ("Mr. Otto Lin said the bridge was open.", None),
    ],
)
def test_an_alias_that_names_a_person_holds_for_short_forms(text: str, side: str | None) -> None:
    assert side_of(text) == side


def test_an_alias_may_have_either_apostrophe() -> None:
    sides = (Side("Hall", ("Orm’s ministry",)),)
    document = annotate("Orm's ministry said the bridge was open.", sides=sides)
    assert document.attributions[0].speaker.side == "Hall"


def test_swapped_sides_swap_their_people() -> None:
    text = "A Norland spokesman said that critics of Sudmark had left."
    two = (Side("Norland", ("Norland",)), Side("Sudmark", ("Sudmark",)))
    there = annotate(text, sides=two).attributions[0].speaker.side
    back = text.replace("Norland", "?").replace("Sudmark", "Norland").replace("?", "Sudmark")
    assert (there, annotate(back, sides=two).attributions[0].speaker.side) == ("Norland", "Sudmark")
