"""Which contrasts count as clear, from either side."""

from __future__ import annotations

import math

import pytest

from divergence.comparing.results import Contrast
from divergence.displays.choosing import clear, turned


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
