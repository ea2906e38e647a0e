import math

import pytest

from divergence.plots.number_format import count, interval, number, points


@pytest.mark.parametrize(
    ("value", "share", "written"),
    [
        (0.0, False, "0"),
        (1500.0, False, "1,500"),
        (3.14159, False, "3.14"),
        (12.345, False, "12.3"),
        (0.0123, False, "0.012"),
        (-0.5, False, "−0.50"),
        (0.342, True, "34.2%"),
        (0.0001, True, "0.01%"),
        (1e-9, False, "<0.0001"),
        (-1e-9, False, ">−0.0001"),
        (9.996, False, "10.0"),
        (99.97, False, "100"),
        (math.inf, False, "unlimited"),
    ],
)
def test_numbers_are_written_one_way(value, share, written):
    assert number(value, share=share) == written


def test_undefined_is_never_nan():
    assert number(math.nan) == "not defined"
    assert number(math.nan, share=True, signed=True) == "not defined"
    assert interval(math.nan, 1.0) == ""


def test_differences_of_shares_are_points():
    assert points(0.25, share=True) == "+25 points"
    assert points(-2.5, share=False) == "−2.50"


def test_counts_agree_with_their_noun():
    assert count(1, "source") == "1 source"
    assert count(0, "source") == "0 sources"
