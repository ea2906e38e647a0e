"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from datetime import date as Date

from divergence.plots.lettering import clean, fit_apart, plain, wrap
from divergence.plots.number_format import count, day, days, interval, month, number, points
from divergence.plots.party_names import party


def test_lettering_plain() -> None:
    assert plain("a\u202eb\x00 c\n\n d") == "ab c d"


def test_lettering_clean() -> None:
    assert clean("Київ Αθήνα $5 bn") == "Київ Αθήνα $5 bn"


def test_lettering_fit_apart() -> None:
    assert fit_apart(["Northern Gazette", "Northern Herald"], 0.6, 7) == [
        "North…ette",
        "North…rald",
    ]


def test_lettering_wrap() -> None:
    assert wrap("one two", 10, 9) == ["one two"]


def test_numerals_number() -> None:
    assert number(1500) == "1,500"
    assert number(3.14159) == "3.14"
    assert number(0.342, share=True) == "34.2%"
    assert number(float("nan")) == "not defined"


def test_numerals_points() -> None:
    assert points(-0.714, share=True) == "−71.4 points"
    assert points(1.5, share=False) == "+1.50"


def test_numerals_interval() -> None:
    assert interval(0.5, 2, signed=True) == "+0.50 to +2"
    assert interval(float("nan"), 1) == ""


def test_numerals_count() -> None:
    assert count(1, "article") == "1 article"
    assert count(1200, "article") == "1,200 articles"


def test_numerals_days() -> None:
    assert days(Date(2023, 3, 13), Date(2023, 3, 14)) == "13 to 14 March 2023"
    assert days(Date(2023, 3, 13), Date(2023, 3, 13)) == "13 March 2023"
    assert days(Date(2023, 3, 13), Date(2023, 4, 1)) == "13 March to 1 April 2023"
    assert days(Date(2022, 12, 31), Date(2023, 1, 1)) == "31 December 2022 to 1 January 2023"


def test_numerals_day() -> None:
    assert day(Date(2023, 3, 13)) == "13 March 2023"


def test_numerals_month() -> None:
    assert month(Date(2023, 3, 13)) == "March 2023"


def test_party_names_party() -> None:
    assert party("Daily Bridge") == "Daily Bridge"
    assert party("the others") == "the others"
