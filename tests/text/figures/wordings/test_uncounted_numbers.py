"""Numbers that count nothing: labels of piers and gates, beside numbers that count."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import extract


def numbers(text: str) -> list[float]:
    return [figure.low for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Police said that nine people were injured at Pier 4.", [9]),
        ("Two women were hurt on Route 9 and three in Terminal 2.", [2, 3]),
        ("Six patients of Ward 4 were injured.", [6]),
        ("Five miners died in Building Seven.", [5]),
        ("Passengers of Flight 204 were told to wait at gate 7.", []),
        ("The fire closed Gates 3 and 4 and platform 11.", []),
        ("The fire closed rooms 3 to 9.", []),
        ("Some 210 boats sank between 1911 and 1915.", [210]),
        ("The Airbus 320 carried 140 passengers.", [140]),
        ("She spoke to 60 Minutes on Sunday about two schools.", [2]),
        ('Lin told "48 Hours" that the gate was shut to nine people.', [9]),
    ],
)
def test_a_number_behind_what_it_tells_apart_is_its_name(text: str, counted: list[float]) -> None:
    assert numbers(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("At Gate 12 about 40 passengers waited.", [40]),
        ("On the pier 3 people were hurt.", [3]),
        ("A crowd of 9,000 gathered.", [9000]),
        ("At the terminal 300 passengers waited.", [300]),
        ("In Velm 12 people were killed.", [12]),
        ("Police said Monday 12 people were injured.", [12]),
    ],
)
def test_a_number_before_what_it_counts_is_a_figure(text: str, counted: list[float]) -> None:
    assert numbers(text) == counted


def test_the_label_belongs_to_the_place() -> None:
    (figure,) = extract(annotate("Three people died in Building 7."))
    assert figure.place == "in Building 7"
