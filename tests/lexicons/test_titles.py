"""Titles: which ones end no sentence, whose they are, and listed nowhere else."""

from __future__ import annotations

from divergence.lexicons import titles
from tests.lexicons.literals import strays


def test_a_title_before_a_name_is_none_behind_it() -> None:
    assert titles.SHORT.isdisjoint(titles.BEHIND)


def test_titles_of_men_and_of_women_do_not_overlap() -> None:
    assert titles.OF_WOMEN.isdisjoint(titles.OF_MEN)
    assert {"mr"} <= titles.SHORT & titles.OF_MEN
    assert {"mrs", "ms"} <= titles.SHORT & titles.OF_WOMEN


def test_titles_are_lower_case_without_periods() -> None:
    for title in titles.SHORT | titles.BEHIND | titles.OF_WOMEN | titles.OF_MEN:
        assert title.isalpha()
        assert title.islower()


def test_no_other_module_lists_short_titles() -> None:
    # There they are words with capitals that are no actors by themselves. "Lt" is a language too.
    # Offices are keys there, and the measure of labelled accounts has titles of its own definition.
    known = {
        "text/entities/capitalized_words.py",
        "lexicons/offices.py",
        "validation/accounts/same_wording.py",
    }
    places = strays(titles.SHORT - {"lt", "st"}, "titles.py")
    assert {place.split(":")[0] for place in places} == known
