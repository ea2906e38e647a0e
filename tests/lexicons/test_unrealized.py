"""Predicates whose infinitive did not come true: in one list, with what it is made of."""

from __future__ import annotations

from divergence.lexicons import negators, unrealized
from tests.lexicons.literals import strays


def test_what_refuses_and_fails_is_unrealized() -> None:
    assert unrealized.REFUSING | unrealized.FAILING < unrealized.UNREALIZED
    assert unrealized.REFUSING.isdisjoint(unrealized.FAILING)


def test_denying_is_of_clauses_and_not_of_infinitives() -> None:
    assert unrealized.UNREALIZED.isdisjoint(negators.DENYING)


def test_lemmas_are_lower_case() -> None:
    assert all(lemma.isalpha() and lemma.islower() for lemma in unrealized.UNREALIZED)


def test_what_comes_true_is_not_listed() -> None:
    assert unrealized.UNREALIZED.isdisjoint({"begin", "continue", "help", "manage", "start"})


def test_no_other_module_lists_them() -> None:
    assert strays(unrealized.UNREALIZED, "unrealized.py", fewest=6) == []
