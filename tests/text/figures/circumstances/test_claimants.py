"""Claimants of figures: in whose mouth the text puts a number."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import every_quantity


def claimants(text: str) -> list[str]:
    return [figure.claimant for figure in every_quantity(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the fire destroyed 30 homes.", ["The mayor"]),
        ("Nine people were hurt, the mayor said.", ["the mayor"]),
        ("Doctors treated 17 patients on Sunday, a spokesman said.", ["a spokesman"]),
        ("The ferry carried 30 people.", [""]),
        ("Nine people were hurt, the mayor said. The town has 4,000 residents.", ["the mayor", ""]),
    ],
)
def test_the_claimant_is_who_says_so_if_anybody(text: str, expected: list[str]) -> None:
    assert claimants(text) == expected


def test_a_document_goes_on_through_its_paragraph() -> None:
    text = (
        "According to the report, the port handled 900 ships in 2021. "
        "It also paid $3 million in fees."
    )
    assert claimants(text) == ["the report", "the report"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A closing cue with a day gives the whole clause.
        ("At least 40 boats sank in the storm, a clerk said late on Monday.", "a clerk"),
        ("In a month, 40 boats have left the port, said Ada Lin, a clerk.", "Ada Lin"),
        # A participle belongs to what it modifies.
        ("The paper printed a survey showing that 40 boats leaked.", "a survey"),
        ("Talks went on, with one rescue group reporting 40 deaths.", "one rescue group"),
        # Nobody is named, but the text says what its number rests on.
        ("The vote came after reports that the storm left 40 people dead.", "reports"),
    ],
)
def test_the_claimant_stands_where_the_text_puts_it(text: str, expected: str) -> None:
    assert expected in claimants(text)


def test_nobody_vouches_in_a_passive_without_an_agent() -> None:
    assert claimants("The rate, which sank to 40 percent, is expected to climb.") == [""]
