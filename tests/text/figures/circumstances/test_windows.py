"""Time windows: a number that another is compared with has its own."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.circumstances.time_phrases import time_phrases
from divergence.text.figures.quantities import extract


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        (
            "The mill reported a profit of $9 million last year, up from $7 million in 2021.",
            ["last year", "in 2021"],
        ),
        ("Sales rose to 60 boats last year from 40 boats in 2021.", ["last year", "in 2021"]),
        ("Profit was $9 million, compared with $7 million in 2021.", ["", "in 2021"]),
        (
            "The town had 300 fires in 2021, against 120 fires a year earlier.",
            ["in 2021", "a year earlier"],
        ),
        ("Costs rose from $4 million in 2015 to $6 million last year.", ["in 2015", "last year"]),
        ("Prices rose from 40 to 60 dollars last year.", ["last year", "last year"]),
        ("Some 200 people from 12 towns came last year.", ["last year", "last year"]),
        ("In 2019, the port spent $3 million.", ["In 2019"]),
        ("About 900 pilgrims visit the shrine, which the king saw in 1979.", [""]),
    ],
)
def test_each_number_has_the_window_of_its_part(text: str, windows: list[str]) -> None:
    assert [figure.window for figure in extract(annotate(text))] == windows


def test_who_claims_a_number_claims_what_it_is_compared_with() -> None:
    told = "The mill reported a profit of $9 million last year, up from $7 million in 2021."
    assert [figure.claimant for figure in extract(annotate(told))] == ["The mill", "The mill"]


def windows(text: str) -> list[str]:
    return [figure.window for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said on Friday that 40 people had died in March.", ["in March"]),
        ("The strike, which began on Monday, closed 12 schools in Tarn.", [""]),
        ("Orm reported 900 new cases on Friday.", ["on Friday"]),
        ("The tower has 90 steps.", [""]),
    ],
)
def test_a_time_of_something_else_is_no_window(text: str, expected: list[str]) -> None:
    assert windows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It rained on the night of May 3, 2011, and on Monday.",
            ["on the night of May 3, 2011", "on Monday"],
        ),
        ("They met late last year and in 2007 and 2009.", ["late last year", "in 2007 and 2009"]),
        ("May said that March came to Orm.", []),
        ("Since the flood the town is poor.", ["Since the flood"]),
        ("The 2012 raid failed.", ["2012"]),
    ],
)
def test_phrases_of_time(text: str, expected: list[str]) -> None:
    document = annotate(text)
    (sentence,) = document.syntax.sentences
    assert [document.words_of(p.tokens) for p in time_phrases(document, sentence)] == expected
