"""Whether it is the same time: of two sentences, and of two phrases as worded."""

import pytest

from divergence.comparing.claims.same_time import same_figure_time, same_time, same_time_words
from divergence.digesting.assertions import Assertion
from divergence.digesting.time_phrases import read_times
from tests.comparing.claims.test_ledger import figure


@pytest.mark.parametrize(
    ("time", "other", "expected"),
    [
        ("in the past day", "over the past 24 hours", True),
        ("in the past few days", "in the past three days", True),
        ("in the past few days", "in the past week", False),
        ("in the past four days", "in the past week", False),
        ("in the next week", "in the past week", False),
        ("on Monday", "by Monday", True),
    ],
)
def test_times(time, other, expected):
    (a,), (b,) = read_times(time), read_times(other)
    assert same_time(a, b) is same_time(b, a) is expected


@pytest.mark.parametrize(
    ("time", "other", "expected"),
    [
        ("in the past day", "over the past 24 hours", True),
        ("in the past week", "during the past week", True),
        # Listed as another precision in the ledger, and no conflict.
        ("in the past few days", "in the past three days", False),
        ("on Monday", "on Friday", False),
    ],
)
def test_times_as_worded(time, other, expected):
    assert same_time_words(time, other) is same_time_words(other, time) is expected


def test_figures_have_a_time_where_both_give_one_of_a_kind():
    silent = Assertion("", frozenset())
    monday, friday = (figure("N", 9, window=f"on {day}") for day in ("Monday", "Friday"))
    assert same_figure_time(monday, friday, silent, silent) is False
    assert same_figure_time(monday, monday, silent, silent) is True
    # The time may stand at another word of the other sentence.
    told = Assertion("", frozenset(), times=read_times("on Monday"))
    assert same_figure_time(monday, friday, silent, told) is True
    assert same_figure_time(monday, figure("S", 9, window="in 2021"), silent, silent) is None
    assert same_figure_time(monday, figure("S", 9), silent, silent) is None
