"""Agency and passives, counted by hand, and symmetric in the sides."""

from __future__ import annotations

import math

import pytest

from divergence.features import agency, passives
from divergence.measuring.measure import value
from divergence.types import Side

SIDES = (
    Side("Norland", ("Norland", "Norlander")),
    Side("Sudmark", ("Sudmark", "Sudmarkian")),
)
TEXT = (
    "Norlander troops shelled the town. Norland's army attacked Sudmarkian forces. "
    "Ten Sudmarkian soldiers were killed. The Norlander general was captured by rebels."
)


def test_shares_of_roles() -> None:
    # Norland acts twice (shelled, attacked) and is acted upon once (captured).
    assert agency.agent_share(TEXT, "Norland", sides=SIDES) == 2 / 3
    # Sudmark is acted upon twice (attacked, killed).
    assert agency.agent_share(TEXT, "Sudmark", sides=SIDES) == 0.0


def test_speaking_is_no_action() -> None:
    text = "Norlander officials said that the pass was open."
    assert math.isnan(agency.agent_share(text, "Norland", sides=SIDES))


def test_passives() -> None:
    assert passives.share(TEXT) == 0.5
    assert passives.agentless_share(TEXT) == 0.5
    assert value(TEXT, "passives.unnamed", side="Sudmark", sides=SIDES) == 0.5
    assert value(TEXT, "passives.unnamed", side="Norland", sides=SIDES) == 0.0


def test_no_passive_is_undefined() -> None:
    assert math.isnan(passives.agentless_share("The navy sank the ship."))


def test_who_dies_or_suffers_does_not_act() -> None:
    text = "Five Sudmarkian soldiers died. Norlander troops suffered heavy losses."
    assert agency.agent_share(text, "Sudmark", sides=SIDES) == 0.0
    assert agency.agent_share(text, "Norland", sides=SIDES) == 0.0
    assert agency.agent_share("Norland drowned the valley.", "Norland", sides=SIDES) == 1.0


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("More than 220 Norlander servicemen were slain.", ["patient"]),
        ("The Norlander soldiers were wounded and unable to continue.", ["patient"]),
        ("The Norlander troops are ready to attack.", []),
        ("Norlander servicemen slain on Monday were mourned.", ["patient"]),
        ("Norlander troops got killed.", ["patient"]),
        ("Norlander troops came under fire.", ["patient"]),
        ("Norlander troops fell victim to an ambush.", ["patient"]),
        ("Norlander forces lost 12 men.", ["patient"]),
        ("Norland lost the case.", ["agent"]),
        ("Norlander troops took heavy casualties.", ["patient"]),
        ("The attack on Norland failed.", ["patient"]),
        ("Norland's defeat was complete.", ["patient"]),
        ("The killing of two Norlander soldiers shocked all.", ["patient"]),
        ("A Norlander officer's death went unpunished.", ["patient"]),
        ("Norland's attack on the harbor began.", ["agent"]),
        ("The harbor fell to an attack by Norland.", ["agent"]),
    ],
)
def test_harm_counts_for_who_suffers_in_every_form(text: str, roles: list[str]) -> None:
    found = [e.category for e in agency.find(text, sides=SIDES) if e.side == "Norland"]
    assert found == roles


def test_both_parties_of_a_noun_of_harm() -> None:
    text = "The attack on Norland by Sudmark failed."
    found = {(e.category, e.side) for e in agency.find(text, sides=SIDES)}
    assert found == {("agent", "Sudmark"), ("patient", "Norland")}


def test_a_side_is_traced_through_other_phrases_for_its_people() -> None:
    text = "President Ada Lin of Norland arrived on Monday. She was wounded. Her guards fled."
    found = [e.category for e in agency.find(text, sides=SIDES)]
    assert found == ["agent", "patient", "agent"]


def test_harm_swaps_with_the_names_of_the_sides() -> None:
    text = "Norland's attack on Sudmark began. Ten Sudmarkian soldiers were slain by Norland."
    other = {"Norland": "Sudmark", "Sudmark": "Norland"}
    back = " ".join(
        word.replace("Sudmarkian", "?").replace("Norland", "Sudmark").replace("?", "Norlander")
        if "Norland" in word or "Sudmarkian" in word
        else word.replace("Sudmark", "Norland")
        for word in text.split()
    )
    there = [(e.category, e.side) for e in agency.find(text, sides=SIDES)]
    assert len(there) == 4
    assert [(c, other[side or ""]) for c, side in there] == [
        (e.category, e.side) for e in agency.find(back, sides=SIDES)
    ]
