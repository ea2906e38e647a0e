"""Dates that can be read one way only are read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.reading.dates import parse_date

THE_DAY = date(2023, 3, 13)


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-13",
        "2023/3/13",
        "20230313",
        "2023-03-13T08:00:00Z",
        "2023-03-13T08:00:00.123+01:00",
        "13 March 2023",
        "13th of March 2023",
        "13 Mar. 2023",
        "March 13, 2023",
        "Mar 13th 2023",
        "Monday, 13 March 2023",
        "Mon, 13 Mar 2023 10:00:00 GMT",
        "13/03/2023",
        "03/13/2023",
        "13.03.2023",
        "  march   13,  2023 ",
    ],
)
def test_one_day_in_many_ways(text: str) -> None:
    assert parse_date(text) == THE_DAY


@pytest.mark.parametrize(
    "text",
    ["", "03/04/2023", "31 February 2023", "2023-13-40", "May", "13 March", "2023", "0000-01-01"],
)
def test_what_is_no_date_or_could_be_two(text: str) -> None:
    assert parse_date(text) is None


def test_a_day_that_is_its_own_mirror_image() -> None:
    assert parse_date("04/04/2023") == date(2023, 4, 4)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 30)))
def test_every_iso_date_comes_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day} {day:%B} {day.year}") == day
    assert parse_date((day + timedelta(days=1)).isoformat()) != day


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    found = parse_date(text)
    assert found is None or isinstance(found, date)
