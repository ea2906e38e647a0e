"""Which contrasts count as clear, from either side."""

from __future__ import annotations

import math

import pytest

from divergence.comparing.compare import compare
from divergence.comparing.measures.measure_results import Contrast
from divergence.displays.contrast_selection import clear, leading, strongest, turned
from divergence.measuring.measure import measure
from divergence.types import Article


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0.5, 2.0, True), (-2.0, -0.5, True), (-0.5, 2.0, False), (0.0, 2.0, False)],
)
def test_a_clear_contrast_leaves_zero_out_on_either_side(
    low: float, high: float, expected: bool
) -> None:
    one = Contrast("A", "B", "f.rate", "all", (low + high) / 2, low, high, 1.0, 0.1, 0.1, ())
    assert clear(one) is expected
    assert clear(turned(one)) is expected
    assert turned(turned(one)) == one
    assert not clear(
        Contrast("A", "B", "f.rate", "all", 1.0, math.nan, math.nan, 1.0, 0.1, 0.1, ())
    )


def test_measures_of_prose_are_not_among_the_largest_but_can_be_asked_for() -> None:
    texts = [
        Article("1", "Post", "It may rain. " * 30),
        Article("2", "Times", "It rained on the long road from the old town to the sea. " * 30),
    ]
    comparison = compare(measure(texts, features=["hedging", "wording"]), rounds=20)
    names = {column.name for column in leading(comparison)}
    assert "hedging.rate" in names
    assert {"wording.sentence_length", "wording.readability", "wording.mattr"}.isdisjoint(names)
    picked = strongest(comparison, None, voice="all", source=None, most=9)
    assert {one.column for one in picked} <= names
    prose = ["wording.sentence_length"]
    (asked,) = strongest(comparison, prose, voice="all", source=None, most=9)
    assert [asked.column] == prose
