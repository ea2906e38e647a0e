"""Whether it is the same number of the same thing, as two texts word it."""

import pytest

from divergence.comparing.claims.same_number import (
    both_right,
    of_a_size,
    other_side,
    other_unit,
    reconcilable,
    same_happening,
    same_quantity,
)
from tests.comparing.claims.test_ledger import figure


@pytest.mark.parametrize(
    ("low", "bound", "other", "bound_of_other", "expected"),
    [
        (300, "at_least", 312, "exact", True),
        (300, "at_least", 450, "exact", False),
        (40, "about", 42, "exact", True),
        (40, "exact", 42, "exact", False),
        (50, "at_most", 120, "exact", False),
        (50, "at_most", 45, "exact", True),
        (50, "at_most", 55, "exact", False),
        (300, "more_than", 312, "exact", True),
        (300, "more_than", 300, "exact", True),
        (300, "more_than", 300, "at_least", True),
        (300, "more_than", 300, "at_most", False),
        (300, "more_than", 300, "less_than", False),
        (300, "at_least", 300, "less_than", False),
        (50, "less_than", 45, "exact", True),
        (50, "less_than", 120, "exact", False),
    ],
)
def test_numbers_as_worded(low, bound, other, bound_of_other, expected):
    a, b = figure("N", low, bound=bound), figure("S", other, bound=bound_of_other)
    assert reconcilable(a, b) is reconcilable(b, a) is expected


def test_units_convert_and_money_does_not():
    assert same_quantity(figure("N", 5, unit="mile"), figure("S", 8, unit="kilometer"))
    assert other_unit(figure("N", 9, unit="acre"), figure("S", 9, unit="hectare"))
    assert not same_quantity(figure("N", 9, unit="dollar"), figure("S", 9, unit="euro"))
    assert not same_quantity(figure("N", 9, unit="mile"), figure("S", 9, unit="mile"))


def test_numbers_in_units_that_come_to_the_same_can_both_be_right():
    assert both_right(figure("N", 5, unit="mile"), figure("S", 8, unit="kilometer"))
    assert both_right(figure("N", 9, unit="mile"), figure("S", 9, unit="mile"))
    assert not both_right(figure("N", 9, unit="acre"), figure("S", 9, unit="hectare"))


@pytest.mark.parametrize(
    ("event", "other", "expected"),
    [
        ("killed", "killed or injured", True),
        ("killed", "", True),
        ("killed", "injured", False),
        ("killed or injured", "killed or missing", False),
    ],
)
def test_what_happened(event, other, expected):
    a, b = figure("N", 9, event=event), figure("S", 9, event=other)
    assert same_happening(a, b) is same_happening(b, a) is expected


def test_sides_and_sizes():
    norland, sudia = (figure("N", 9, affected_side=side) for side in ("Norland", "Sudia"))
    assert other_side(norland, sudia)
    assert not other_side(norland, figure("S", 9))
    assert of_a_size(figure("N", 10), figure("S", 30))
    assert not of_a_size(figure("N", 10), figure("S", 31))
