"""Agency and passives, counted by hand, and symmetric in the sides."""

from __future__ import annotations

import math

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
