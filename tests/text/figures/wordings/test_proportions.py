"""Proportions: shares said in small numbers."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import extract


def figures(text: str) -> list[tuple[float, str]]:
    return [(figure.low, figure.unit) for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("The guild claimed that nine in ten drivers backed it.", 90),
        ("One in four children was hungry.", 25),
        ("Nine out of ten homes were empty.", 90),
        ("Seven out of every 10 voters stayed away.", 70),
        ("Three in five voters stayed away.", 60),
    ],
)
def test_a_proportion_is_a_share(text: str, percent: float) -> None:
    (figure,) = extract(annotate(text))
    assert (figure.low, figure.unit, figure.bound) == (percent, "percent", "about")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Police arrested two in three villages.", [2, 3]),
        ("Lin ranked 80 out of 100.", []),
        ("Two people died in 10 days.", [2]),
        ("Two women died in three towns.", [2, 3]),
        ("Three of the ten boats sank.", [3, 10]),
    ],
)
def test_a_count_and_a_place_are_none(text: str, counted: list[float]) -> None:
    assert [low for low, _ in figures(text)] == counted


def test_a_bound_is_kept() -> None:
    (figure,) = extract(annotate("Fewer than one in three drivers backed it."))
    assert figure.bound == "less_than"
