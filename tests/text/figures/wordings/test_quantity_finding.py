"""Quantities in every wording that newspapers give them, and numbers that are none."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import every_quantity, extract


def found(text: str) -> list[tuple[float, float, str, str]]:
    return [(f.low, f.high, f.bound, f.unit) for f in every_quantity(annotate(text))]


def values(text: str) -> list[tuple[float, str]]:
    return [(figure.low, figure.unit) for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Groups of digits.
        ("Some 14 000 villagers left.", [(14000, "people")]),
        ("Some 14\u00a0000 villagers left.", [(14000, "people")]),
        ("Some 14\u202f000\u202f000 villagers left.", [(14e6, "people")]),
        ("Some 14’000 villagers left.", [(14000, "people")]),
        ("Some 14'000 villagers left.", [(14000, "people")]),
        ("Some 3,25,000 villagers left.", [(325000, "people")]),
        ("At Gate 14 300 passengers waited.", [(300, "people")]),
        # Scales.
        ("Some 4.5 lakh villagers left.", [(450000, "people")]),
        ("The dam cost Rs 30 crore.", [(3e8, "rupee")]),
        ("The dam cost ₹3 lakh.", [(3e5, "rupee")]),
        ("Some 1.5m farmers tuned in.", [(1.5e6, "people")]),
        ("The port cost €1.5bn and a US$5-million loan.", [(1.5e9, "euro"), (5e6, "dollar")]),
        ("The fare is $9/ride.", [(9, "dollar")]),
        ("Some 7k fans and 50K tickets.", [(7000, "people"), (50000, "ticket")]),
        # Halves.
        ("Some 3½ million people left.", [(3.5e6, "people")]),
        ("The mill has 3 1/2 tons of flour.", [(3.5, "ton")]),
        ("Three and a half thousand people left.", [(3500, "people")]),
        ("She wrote a one-and-a-half-page letter.", [(1.5, "page")]),
        # Fractions.
        ("A third of the mills closed.", [(33, "percent")]),
        ("Three quarters of voters agreed.", [(75, "percent")]),
        ("Two-thirds of the mills and one-fifth of the barns.", [(67, "percent"), (20, "percent")]),
        ("Half of the crew and half the cargo.", [(50, "percent"), (50, "percent")]),
        ("⅔ of the mills closed and 1/4 of the barns.", [(67, "percent"), (25, "percent")]),
        ("One in eight mills closed.", [(12.5, "percent")]),
        ("One in every 1,000 mills closed.", [(0.1, "percent")]),
        ("A quarter of a million barns burned.", [(250000, "barn")]),
        ("They have a 1-in-5 chance.", [(20, "percent")]),
        # Vague numbers.
        ("Dozens of farmers came.", [(12, "people")]),
        ("Tens of thousands of farmers came.", [(10000, "people")]),
        ("It took several hundred sacks.", [(200, "sack")]),
        ("Scores of farmers came.", [(20, "people")]),
        ("Hundreds marched through Velm.", [(100, "people")]),
        ("It cost millions of dollars.", [(1e6, "dollar")]),
        ("She wrote a pair of letters.", [(2, "letter")]),
        ("He has a double-digit lead.", [(10, "percent")]),
        ("She trains twice a week.", [(2, "time per week")]),
        # Rates and measures.
        ("She drove 60 miles per hour.", [(60, "mile per hour")]),
        ("The crate is 20 by 30 by 40 inches.", [(20, "inch"), (30, "inch"), (40, "inch")]),
        ("Her heart rate was 66.", [(66, "")]),
        # The last word of what is counted.
        ("They sold seven flour milling plants.", [(7, "plant")]),
        ("He met three former and acting ministers.", [(3, "people")]),
        ("She wrote a nine-page letter.", [(9, "page")]),
        ("They paid for four of Ms. Ode's trips.", [(4, "trip")]),
        ("Most of the 40 countries and nine teams left.", [(40, "country"), (9, "team")]),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council passed it 31-20.", [31, 20]),
        ("The council passed it by 31 votes to 20.", [31, 20]),
        ("The plan passed the council 31 to 20.", [31, 20]),
        ("The court ruled 5–4 against the town.", [5, 4]),
        ("The motion failed on a vote of 20 to 31.", [20, 31]),
    ],
)
def test_a_tally_is_two_numbers_of_votes(text: str, expected: list[float]) -> None:
    assert values(text) == [(number, "vote") for number in expected]
    first, second = extract(annotate(text))
    assert first.compared_with == (second.start, second.end)
    assert second.compared_with == (first.start, first.end)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The toll is now 34, up from 21.", [34, 21]),
        ("Fees rose to $34 from $21.", [34, 21]),
        ("The mill sold 34 boats, compared with 21 boats a year earlier.", [34, 21]),
    ],
)
def test_a_number_knows_what_it_is_compared_with(text: str, values: list[float]) -> None:
    first, second = extract(annotate(text))
    assert [first.low, second.low] == values
    assert first.compared_with == (second.start, second.end)


def test_two_counts_of_one_sentence_are_not_compared() -> None:
    figures = extract(annotate("Some 34 men and 21 women came."))
    assert [figure.compared_with for figure in figures] == [None, None]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The toll rose from 21 to 34.", 21, 34),
        ("The agency revised the number of injured from 21 to 34.", 21, 34),
        ("The share of dropouts fell from 34 percent to 21 percent.", 34, 21),
        ("The county went from 21 jails to 34.", 21, 34),
        ("The board cut the fee from $34 to $21.", 34, 21),
    ],
)
def test_from_one_to_another_is_no_range(text: str, before: float, after: float) -> None:
    figures = extract(annotate(text))
    assert [(f.low, f.high) for f in figures] == [(before, before), (after, after)]
    assert len({(figure.unit, figure.event) for figure in figures}) == 1
    assert [figure.compared_with for figure in figures] == [
        (figures[1].start, figures[1].end),
        (figures[0].start, figures[0].end),
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Fees range from 21 to 34 dollars.", 21, 34, "dollar"),
        ("Between 21 and 34 jails closed.", 21, 34, "jail"),
        ("Five or six jails closed.", 5, 6, "jail"),
        ("The trip takes from three to five hours.", 3, 5, "hour"),
    ],
)
def test_a_range_stays_one(text: str, low: float, high: float, unit: str) -> None:
    assert found(text) == [(low, high, "range", unit)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("At least 40 jails closed.", "at_least"),
        ("No fewer than 40 jails closed.", "at_least"),
        ("Some jails, 40 or more jails, closed.", "at_least"),
        ("More than 40 jails closed.", "more_than"),
        ("Well over 40 jails closed.", "more_than"),
        ("No more than 40 jails closed.", "at_most"),
        ("Up to 40 jails closed.", "at_most"),
        ("Fewer than 40 jails closed.", "less_than"),
        ("Just under 40 jails closed.", "less_than"),
        ("Nearly 40 jails closed.", "about"),
        ("Forty jails closed.", "exact"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    assert found(text) == [(40, 40, bound, "jail")]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("A 14-year-old girl came.", 14, 14, "exact"),
        ("The two were 14 and 15 years old.", 14, 15, "exact"),
        ("A man in his 40s came.", 40, 49, "range"),
        ("A man in his late thirties came.", 37, 39, "range"),
        ("Anyone 21 or older may come.", 21, 21, "at_least"),
        ("Children between the ages of 4 and 9 may come.", 4, 9, "range"),
        ("The age of consent is 17.", 17, 17, "exact"),
        ("Ada Lin, 52, came.", 52, 52, "exact"),
    ],
)
def test_ages_have_their_unit_and_count_nobody(
    text: str, low: float, high: float, bound: str
) -> None:
    ages = [figure for figure in found(text) if figure[3] == "age"]
    assert (ages[0][0], ages[-1][1], ages[0][2]) == (low, high, bound)
    assert "people" not in {unit for *_, unit in found(text)}
    assert extract(annotate(text)) == ()


@pytest.mark.parametrize(
    ("text", "low", "bound", "unit"),
    [
        ("She was held for 17 months.", 17, "exact", "month"),
        ("It took a year and a half.", 1.5, "exact", "year"),
        ("They came within two weeks.", 2, "at_most", "week"),
        ("They came in less than a minute.", 1, "less_than", "minute"),
        ("The nearly 19-year-old law ended.", 19, "about", "year"),
    ],
)
def test_lengths_of_time_have_their_unit(text: str, low: float, bound: str, unit: str) -> None:
    assert found(text) == [(low, low, bound, unit)]
    assert extract(annotate(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Rovers won 3-2.",
        "He held an XR-15 rifle and a .22 pistol.",
        "Slideshow (9 images)",
        "The talks began at 7 p.m.",
        "The talks began at 7:30 p.m.",
        "Call 0800 123 456 or 555-0134.",
        "He lives at 16 Fern Street.",
        "She called 911.",
        "The 2026 Velmer race began.",
        "The 1990s were wet.",
        "The Twenty-First Mill closed.",
        "A retired four-star general came.",
        "The two sides met.",
        "There is zero doubt.",
        "I 100 percent agree.",
        "1. Close the gate.",
        "The rope is 5m long.",
        "Her scores were high and third place is hers.",
        "Those are two different things.",
        "Velm Images (3)",
        "It is the second half.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One guard was killed.", [1]),
        ("Police seek one suspect.", [1]),
        ("One killed, two hurt in Velm", [1, 2]),
        ("At least one mayor objected.", [1]),
        ("More than one mill burned.", [1]),
        ("One guard told her so.", []),
        ("One of the guards left.", []),
        ("No one came, and one day he left.", []),
    ],
)
def test_one_counts_where_it_says_how_many(text: str, counted: list[float]) -> None:
    assert [low for low, _ in values(text)] == counted
