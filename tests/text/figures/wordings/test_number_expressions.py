"""Number expressions, their ranges and bounds."""

from __future__ import annotations

import pytest

from divergence.text.figures.wordings.number_expressions import find_numbers
from divergence.types import Span


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("1,100 men", 1100, 1100, "exact"),
        ("four people", 4, 4, "exact"),
        ("twenty - five", 25, 25, "exact"),
        ("two hundred and six", 206, 206, "exact"),
        ("three thousand", 3000, 3000, "exact"),
        ("1.5 million", 1.5e6, 1.5e6, "exact"),
        ("a dozen", 12, 12, "about"),
        ("two dozen", 24, 24, "about"),
        ("at least a dozen", 12, 12, "at_least"),
        ("half a dozen", 6, 6, "about"),
        ("half a million", 5e5, 5e5, "about"),
        ("a hundred", 100, 100, "about"),
        ("a hundred and six", 106, 106, "exact"),
        ("£500", 500, 500, "exact"),
        ("€12 million", 12e6, 12e6, "exact"),
        ("more than £2bn", 2e9, 2e9, "more_than"),
        ("$ 1.5m", 1.5e6, 1.5e6, "exact"),
        ("40k people", 40000, 40000, "exact"),
        ("between £20 and £30", 20, 30, "range"),
        ("between $ 20 and $ 30", 20, 30, "range"),
        ("$ 20 - $ 30", 20, 30, "range"),
        ("20,000 – 30,000", 20000, 30000, "range"),
        ("20,000 to 30,000", 20000, 30000, "range"),
        ("between 20 and 30", 20, 30, "range"),
        ("20 to 30 million", 2e7, 3e7, "range"),
        ("0 to 5,000", 0, 5000, "range"),
        ("more than 220", 220, 220, "more_than"),
        ("at least seven", 7, 7, "at_least"),
        ("up to 40", 40, 40, "at_most"),
        ("about 300", 300, 300, "about"),
        ("over $ 5 billion", 5e9, 5e9, "more_than"),
    ],
)
def test_expressions(text: str, low: float, high: float, bound: str) -> None:
    words = text.lower().split()
    (number,) = find_numbers(words, Span(0, len(words)))
    assert (number.low, number.high, number.bound) == (low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "one of them",
        "9" * 400,
        "dozens of men",
        "no one",
        "",
        "to and from",
        "half of them",
        "£",
        "5m",
    ],
)
def test_what_is_no_number(text: str) -> None:
    words = text.split()
    assert find_numbers(words, Span(0, len(words))) == []


def test_a_year_and_an_amount_are_no_range() -> None:
    words = "from 1987 to $ 4 million".split()
    assert [number.low for number in find_numbers(words, Span(0, 6))] == [1987, 4e6]


def test_falling_pairs_are_two_numbers() -> None:
    words = "fell 30 to 20".split()
    assert [number.low for number in find_numbers(words, Span(0, 4))] == [30, 20]
