"""Runs of sentences, and the mean size of gaps of which some are not defined."""

import math

import numpy as np
import pytest

from divergence.comparing.measures.article_spread import root_mean_square, sentence_runs


def test_sentences_are_summed_in_runs_of_five_and_the_rest():
    assert sentence_runs(np.arange(12.0)[:, None]).tolist() == [[10], [35], [21]]


def test_undefined_gaps_are_left_out_of_the_mean():
    gaps = np.array([[3.0, -4.0, math.nan], [math.nan, math.nan, math.nan]])
    some, none = root_mean_square(gaps)
    assert some == pytest.approx(math.sqrt(12.5))
    assert math.isnan(none)
