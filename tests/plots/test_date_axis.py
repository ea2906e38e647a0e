"""Dates on an axis: few enough to be read, on days, months or years."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.plots import date_axis, headings, style

EPOCH = date(1990, 1, 1)


def shown(first, last, most=4):
    ax = headings.new_axes(1, style.Margins(1.6), "", "", width=4)
    ax.set_xlim(first.toordinal() - 1, last.toordinal() + 1)
    date_axis.dated(ax, first, last, most=most)
    places = [date.fromordinal(round(tick)) for tick in ax.get_xticks()]
    return places, [label.get_text() for label in ax.get_xticklabels()]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2023, 3, 13), date(2023, 3, 13), ["13 March 2023"]),
        (date(2023, 3, 13), date(2023, 3, 14), ["13 March 2023", "14 March 2023"]),
        (
            date(2023, 1, 1),
            date(2023, 1, 20),
            ["1 January 2023", "8 January 2023", "15 January 2023"],
        ),
        (date(2023, 1, 20), date(2023, 4, 20), ["February 2023", "March 2023", "April 2023"]),
        (date(2010, 7, 1), date(2019, 3, 31), ["2012", "2014", "2016", "2018"]),
        (date(1850, 1, 2), date(2061, 1, 1), ["1900", "1950", "2000", "2050"]),
    ],
)
def test_the_unit_follows_the_span(first, last, labels):
    assert shown(first, last)[1] == labels


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 20_000), st.integers(0, 30_000), st.integers(3, 6))
def test_ticks_lie_in_the_span_are_few_and_never_none(start, long, most):
    first = EPOCH + timedelta(days=start)
    last = first + timedelta(days=long)
    places, labels = shown(first, last, most)
    # A year takes half the room of a day.
    assert 1 <= len(places) <= (2 * most if all(map(str.isdigit, labels)) else most)
    assert len(set(labels)) == len(labels) == len(places)
    assert all(first <= place <= last for place in places)
