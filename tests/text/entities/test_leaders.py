"""People who lead or speak for somebody are of that side."""

from __future__ import annotations

import pytest

from divergence.text.entities.candidate_actors import find_actors
from divergence.text.entities.leaders import with_leaders
from divergence.text.entities.side_proposal import propose_sides
from divergence.types import Article

FILLER = " On Friday Bo Rask waited. Later Rask left. On Monday Norland Rail waited."


def names(text: str) -> set[str]:
    articles = [Article("1", "Tarn Times", text)]
    return {actor.name for actor in with_leaders(find_actors(articles), articles)}


@pytest.mark.parametrize(
    "phrase",
    [
        "Norland Rail's chief executive, Bo Rask, resigned.",
        "Norland Rail’s president Bo Rask resigned.",
        "The Norland Rail spokesman Bo Rask resigned.",
        "Bo Rask, the chief executive of Norland Rail, resigned.",
        "Bo Rask, Norland Rail's deputy chairman, resigned.",
        "The director of Norland Rail, Bo Rask, resigned.",
        "Norland Rail closed the line. Its chairman, Bo Rask, resigned.",
    ],
)
def test_a_leader_is_counted_as_the_body_led(phrase: str) -> None:
    assert names(phrase + FILLER) == {"Norland Rail"}


@pytest.mark.parametrize(
    "phrase",
    [
        "Norland Rail's former chief executive, Bo Rask, resigned.",
        "Norland Rail's critic, Bo Rask, resigned.",
        "Bo Rask met the chief executive of Norland Rail.",
        "Norland Rail's chief executive left. Bo Rask stayed.",
    ],
)
def test_whom_no_text_calls_a_leader_stays_apart(phrase: str) -> None:
    assert names(phrase + FILLER) == {"Bo Rask", "Norland Rail"}


def test_who_leads_two_bodies_is_of_neither() -> None:
    text = (
        "Norland Rail's chairman, Bo Rask, resigned. Tarn Ferries' chairman, Bo Rask, resigned. "
        "On Friday Tarn Ferries waited. Rask left. On Monday Norland Rail waited."
    )
    assert names(text) == {"Bo Rask", "Norland Rail", "Tarn Ferries"}


def test_two_sides_are_not_a_firm_and_its_own_chief() -> None:
    text = (
        "On Monday Norland Rail and the Drivers Guild met. Norland Rail's chief executive, Bo "
        "Rask, said that the Drivers Guild was wrong. Rask said Norland Rail would wait. Kai Ohm, "
        "chairwoman of the Drivers Guild, said Norland Rail had lied. Ohm told Rask that the "
        "Drivers Guild would stop Norland Rail. Rask thanked Ohm, and Bo Rask left Kai Ohm."
    )
    sides = {side.name: set(side.aliases) for side in propose_sides([Article("1", "x", text)])}
    assert set(sides) == {"Norland Rail", "Drivers Guild"}
    assert {"Bo Rask", "Rask"} <= sides["Norland Rail"]
    assert {"Kai Ohm", "Ohm"} <= sides["Drivers Guild"]
