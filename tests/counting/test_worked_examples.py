"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

import numpy as np

from divergence.counting.columns import column_name
from divergence.counting.reasons import undefined
from divergence.counting.tally import ratios


def test_ratio_ratios() -> None:
    assert repr(ratios(np.array([[3.0, 60.0], [0.0, 0.0]]), 100.0).tolist()) == "[5.0, nan]"


def test_reasons_undefined() -> None:
    assert undefined("words", "quoted") == "nothing to divide by: no words in the quoted voice"


def test_columns_column_name() -> None:
    assert column_name("agency.agent", "North") == "agency.agent[North]"
