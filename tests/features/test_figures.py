"""Figures with their unit, event, window, place and claimant."""

from __future__ import annotations

import pytest

from divergence.features import figures
from divergence.text.annotate import annotate
from divergence.types import Figure, Side

SIDES = (
    Side("Norland", ("Norland", "Norlander")),
    Side("Sudmark", ("Sudmark", "Sudmarkian")),
)


def extracted(text: str) -> list[Figure]:
    return list(figures.extract(annotate(text, sides=SIDES)))


def test_a_casualty_figure_with_everything() -> None:
    (figure,) = extracted(
        "According to the Norlander ministry, more than 300 Sudmarkian soldiers were killed near "
        "Oldtown in the past week."
    )
    assert (figure.low, figure.high, figure.bound) == (300, 300, "more_than")
    assert (figure.unit, figure.event, figure.affected_side) == ("people", "killed", "Sudmark")
    assert (figure.window, figure.place) == ("in the past week", "near Oldtown")
    assert (figure.claimant, figure.claimant_side) == ("the Norlander ministry", "Norland")


def test_a_figure_without_a_claimant_is_the_outlets_own() -> None:
    (figure,) = extracted("Six people were injured in Oldtown on Monday.")
    assert figure.claimant == ""
    assert (figure.event, figure.window, figure.place) == ("injured", "on Monday", "in Oldtown")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At least 40 people were injured over Oldtown.", "over Oldtown"),
        ("At least 40 people were killed along the Orm River.", "along the Orm River"),
        ("The ministry reported over 1,100 Orvan deaths since 40 people were injured.", ""),
        ("Officials said 40 people were injured in Monday clashes.", ""),
    ],
)
def test_a_place_is_no_number_and_no_day(text: str, place: str) -> None:
    assert {figure.place for figure in extracted(text)} == {place}


def test_a_range_of_killed_or_injured() -> None:
    (figure,) = extracted("Officials believe 200–300 soldiers have died or been injured.")
    assert (figure.low, figure.high, figure.event) == (200, 300, "killed or injured")


def test_a_death_toll_in_a_noun() -> None:
    (figure,) = extracted("Norlander forces suffered 40 deaths.")
    assert (figure.unit, figure.event, figure.affected_side) == ("people", "killed", "Norland")


def test_money_and_percent_have_their_units() -> None:
    assert [f.unit for f in extracted("The plan cost $5 million, up 12 percent.")] == [
        "dollar",
        "percent",
    ]
    found = extracted("The firm paid £500 to each tenant and €12 million to the town.")
    assert [(f.low, f.unit) for f in found] == [(500, "pound"), (12e6, "euro")]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed on March 6, 2019.",
        "It opened in 1998 and closed in 2004.",
        "The gates open at 6 a.m. every day.",
        "The 34-year-old was late.",
        "It lasted nine months.",
        "One of them left.",
    ],
)
def test_dates_times_ages_and_durations_are_no_figures(text: str) -> None:
    assert extracted(text) == []


def test_the_outermost_claimant_counts() -> None:
    (figure,) = extracted("Ada Lin said that the police reported that 12 men were held.")
    assert figure.claimant == "Ada Lin"


def test_what_happened_to_others_is_not_what_happened_to_the_counted() -> None:
    (figure,) = extracted("At least 40 men have died, and many more have been injured.")
    assert figure.event == "killed"
