"""What is said to have happened to those who are counted, and what is not said."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import extract


def happened(text: str) -> list[tuple[float, str]]:
    return [(figure.low, figure.event) for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The union said 91 percent of its 520 members had voted to strike.",
            [(91, "voted"), (520, "")],
        ),
        ("Some 400 nurses went on strike on Monday.", [(400, "")]),
        ("The rail strike of 2,000 workers ended.", [(2000, "")]),
        ("The two firms struck 12 deals.", [(2, ""), (12, "")]),
        ("Three strikes on the depot were reported.", [(3, "attack")]),
        ("The army carried out 40 strikes.", [(40, "attack")]),
        ("Twelve air strikes hit the port.", [(12, "attack")]),
        ("Norland struck 40 targets.", [(40, "attack")]),
    ],
)
def test_a_strike_is_an_attack_only_where_something_says_so(
    text: str, found: list[tuple[float, str]]
) -> None:
    assert happened(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Crews evacuated 700 passengers.", [(700, "displaced")]),
        ("Five people cannot evacuate 700 passengers.", [(5, ""), (700, "")]),
        ("Ten gunmen killed a guard.", [(10, "")]),
        ("A blast killed 15 guards.", [(15, "killed")]),
        ("About 300 people fled.", [(300, "displaced")]),
        ("Three of the 60 passengers were killed.", [(3, "killed"), (60, "")]),
        ("A group of 15 men were arrested.", [(15, "arrested")]),
        ("The blast killed three guards and injured seven.", [(3, "killed"), (7, "injured")]),
    ],
)
def test_an_event_is_of_those_who_suffer_it(text: str, found: list[tuple[float, str]]) -> None:
    assert happened(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Up to 40 people could have been killed.", [(40, "")]),
        ("As many as 40 could die.", [(40, "")]),
        ("Fifteen people were not injured.", [(15, "")]),
        ("Police denied that 15 people were killed.", [(15, "")]),
        ("The ministry plans to evacuate 700 villagers.", [(700, "")]),
        ("Rescuers managed to evacuate 50 people.", [(50, "displaced")]),
        ("Some 3,000 villagers were forced to flee.", [(3000, "displaced")]),
    ],
)
def test_a_clause_that_denies_or_only_plans_states_no_event(
    text: str, found: list[tuple[float, str]]
) -> None:
    assert happened(text) == found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Eleven people are missing in Korrin.", "missing"),
        ("The wave left a dozen people missing.", "missing"),
        ("About 20 miners were still unaccounted for.", "missing"),
        ("Eleven people were missing the last train.", ""),
        ("Ferries stopped, leaving 800 travellers without a way home.", "stranded"),
        ("Some 90 tourists were stranded on the island.", "stranded"),
        ("Some 90 tourists found a way home.", ""),
        ("Nearly 500 homes stood under water.", "flooded"),
        ("About 70 barns were flooded.", "flooded"),
        ("The flood destroyed 70 barns.", "destroyed"),
        ("Some 4,000 people flooded the square.", ""),
    ],
)
def test_missing_stranded_and_flooded(text: str, event: str) -> None:
    assert [name for _, name in happened(text)] == [event]
