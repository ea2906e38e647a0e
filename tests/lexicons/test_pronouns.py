"""Pronouns: told apart by person and number, and listed nowhere else."""

from __future__ import annotations

from itertools import combinations

from divergence.lexicons import pronouns
from tests.lexicons.literals import strays


def test_persons_and_numbers_do_not_overlap() -> None:
    parts = (
        pronouns.FIRST_PERSON,
        pronouns.MASCULINE,
        pronouns.FEMININE,
        pronouns.PLURAL,
        pronouns.THING,
    )
    for one, other in combinations(parts, 2):
        assert one.isdisjoint(other)


def test_people_own_and_are_no_things() -> None:
    assert pronouns.PEOPLE.isdisjoint(pronouns.THING | pronouns.POSSESSIVES | pronouns.ARTICLES)
    assert "its" in pronouns.POSSESSIVES


def test_words_are_lower_case() -> None:
    words = pronouns.FIRST_PERSON | pronouns.SINGULAR | pronouns.PLURAL | pronouns.THING
    for word in words | pronouns.PEOPLE | pronouns.POSSESSIVES | pronouns.ARTICLES:
        assert word.isalpha()
        assert word.islower()


def test_no_other_module_lists_people() -> None:
    # The model of tone has a feature for each form that it was trained with.
    known = {"instruments/tone_features.py"}
    places = strays(pronouns.PEOPLE - {"who"}, "pronouns.py", fewest=3)
    assert {place.split(":")[0] for place in places} == known
