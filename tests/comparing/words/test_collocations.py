import math

import pytest

from divergence.comparing.words.collocations import collocations, counted_collocations


def entropy_term(count, expected):
    return count * math.log(count / expected) if count else 0.0


def test_ratio_by_hand():
    """Dunning's G squared of a fourfold table: 4 together, 5 and 6 in all, 100 words."""
    words = {"air": 5, "strike": 6, "other": 89}
    (collocation,) = counted_collocations({("air", "strike"): 4}, words)
    table = [(4, 5 * 6), (1, 5 * 94), (2, 95 * 6), (93, 95 * 94)]
    expected = 2 * sum(entropy_term(count, product / 100) for count, product in table)
    assert collocation.ratio == pytest.approx(expected, rel=1e-6)


def test_rare_pairs_and_chance_pairs_are_no_collocations():
    assert collocations([["air", "strike"], ["air", "strike"], *[["x"]] * 50]) == ()
    assert counted_collocations({("the", "war"): 3}, {"the": 50, "war": 50}) == ()


def test_words_of_two_sentences_are_no_pair():
    assert collocations([["air"], ["strike"]] * 9) == ()


def test_nothing():
    assert collocations([]) == ()
