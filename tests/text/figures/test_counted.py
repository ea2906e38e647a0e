"""What bare numbers count: what the number before them counted, or what the clause says."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import extract


def counted(text: str) -> list[tuple[float, str, str]]:
    return [(figure.low, figure.unit, figure.event) for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 9 men were killed and 31 wounded.", [(9, "killed"), (31, "injured")]),
        ("The raid killed 9 and injured 31.", [(9, "killed"), (31, "injured")]),
        ("9 dead, 31 hurt in Velm fire", [(9, "killed"), (31, "injured")]),
        ("Fire kills 9, injures 31", [(9, "killed"), (31, "injured")]),
        (
            "Nine men were killed, 31 injured and two are missing.",
            [(9, "killed"), (31, "injured"), (2, "missing")],
        ),
        ("Nine sailors were killed and 31 injured in the storm.", [(9, "killed"), (31, "injured")]),
        ("The raid killed 9 people and wounded dozens.", [(9, "killed"), (12, "injured")]),
        ("The storm left nine dead and 31 missing.", [(9, "killed"), (31, "missing")]),
        ("Nine people were killed or injured.", [(9, "killed or injured")]),
        ("Of 31 miners, 9 died.", [(31, ""), (9, "killed")]),
        ("Two men were wounded and 31 are unaccounted for.", [(2, "injured"), (31, "missing")]),
        ("Casualties are estimated at 300 to 400.", [(300, "killed or injured")]),
    ],
)
def test_each_number_of_a_row_has_its_own_event(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert counted(text) == [(number, "people", event) for number, event in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army admitted 40 losses.", (40, "people", "killed or injured")),
        ("The firm reported losses of $40 million.", (4e7, "dollar", "")),
        ("The Rovers had 40 losses.", (40, "loss", "")),
        ("Crop losses came to 40 percent.", (40, "percent", "")),
        ("Some 40 people lost their lives.", (40, "people", "killed")),
        ("The fire claimed 40 lives.", (40, "people", "killed")),
    ],
)
def test_losses_are_of_people_only_where_people_are_meant(
    text: str, expected: tuple[float, str, str]
) -> None:
    assert counted(text) == [expected]


def test_numbers_of_a_change_count_what_changed() -> None:
    text = "The number of cases went from 31 in March to 90 in May."
    assert counted(text) == [(31, "case", ""), (90, "case", "")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("She gave 40 speeches. Twelve of them were abroad.", ["speech", "speech"]),
        ("She gave 40 speeches, all but two in Velm.", ["speech", "speech"]),
        ("Police held 20 men. Five remained in jail on Friday.", ["people", "people"]),
        ("The two were freed on Monday.", []),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(text: str, units: list[str]) -> None:
    assert [unit for _, unit, _ in counted(text)] == units
