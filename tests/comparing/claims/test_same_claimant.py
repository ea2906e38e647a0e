"""A claimant that is only described may be the one that another article names."""

import pytest

from divergence.comparing.claims.same_claimant import (
    figure_claimant,
    possibly_same,
    same_claimant,
    same_claimant_words,
    same_name,
)
from divergence.comparing.claims.sentence_judgment import judge_pairs, read_many
from divergence.digesting.assertions import Assertion, Claimant
from tests.comparing.claims.test_ledger import figure

NAMED = Claimant("Norland Rail", named=True)


@pytest.mark.parametrize(
    "words",
    ["The company", "its owner", "the ministry", "a spokeswoman", "A company spokesman for rail"],
)
def test_a_definite_role_or_a_spokesman_may_be_whoever_is_named(words: str) -> None:
    role = Claimant(words, named=False)
    assert possibly_same(NAMED, role)
    assert possibly_same(role, NAMED)


@pytest.mark.parametrize(
    "words", ["witnesses", "the doctors", "the police", "the health ministry", "a farmer"]
)
def test_several_or_specified_claimants_are_others(words: str) -> None:
    assert not possibly_same(NAMED, Claimant(words, named=False))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the company", "the ministry", False),
        ("the operator", "its owner", True),
        ("the ministry", "the hospital", False),
        ("the company", "fishermen", False),
        ("the company", "the health ministry", False),
    ],
)
def test_two_roles_possibly_same_where_both_say_no_more_than_their_kind(
    a: str, b: str, expected: bool
) -> None:
    roles = Claimant(a, named=False), Claimant(b, named=False)
    assert possibly_same(*roles) is possibly_same(*roles[::-1]) is expected


def test_two_names_are_two_claimants() -> None:
    assert not possibly_same(NAMED, Claimant("Ada Lin", named=True))


def found(a: str, b: str) -> list[str]:
    told = read_many([a, b])
    return [one.aspect for one in judge_pairs([(told[0], told[1])])[0].differences]


def test_sentences_differ_in_their_claimant_only_where_it_is_surely_another() -> None:
    ferries = "Two ferries ran aground in fog, {} said."
    assert found(ferries.format("Norland Rail"), ferries.format("the company")) == []
    assert found(ferries.format("the navy"), ferries.format("fishermen")) == ["claimant"]


@pytest.mark.parametrize(
    ("a", "b", "words", "name"),
    [
        ("Ada Lin", "Minister Ada Lin", True, True),
        ("Edward Orm", "Sen. Ed Orm", True, False),
        ("Norway", "the Norwegian navy", True, False),
        ("he", "he", True, False),
        ("", "", True, False),
        ("the army", "witnesses", False, False),
    ],
)
def test_phrases_may_name_one_claimant_and_names_must(
    a: str, b: str, words: bool, name: bool
) -> None:
    assert same_claimant_words(a, b) is same_claimant_words(b, a) is words
    assert same_name(a, b) is same_name(b, a) is name


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ada Roth", "Roth", True),
        ("the Ministry of Defense", "Ministry of Defense", True),
        ("he", "he", False),
        ("", "Roth", False),
        ("Ada Roth", "Ada Lenz", False),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same is same_name(b, a)


def test_a_figure_is_told_by_who_speaks_and_not_by_who_only_did_something() -> None:
    army = figure("N", 9, claimant="the army")
    speaks = Assertion("", frozenset(), claimants=(Claimant("army", named=False),))
    assert figure_claimant(army, speaks) == Claimant("the army", named=False)
    letter = Assertion("", frozenset(), claimants=(Claimant("army", named=False, actor=False),))
    assert figure_claimant(army, letter) is None
    assert figure_claimant(figure("N", 9), speaks) is None
    assert same_claimant(Claimant("the army", named=False), Claimant("army", named=False))
