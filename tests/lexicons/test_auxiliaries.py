"""Auxiliaries: each set of modal verbs within the next, and listed nowhere else."""

from __future__ import annotations

from divergence.lexicons import auxiliaries
from tests.lexicons.literals import strays


def test_each_set_is_within_the_next() -> None:
    assert auxiliaries.IRREALIS < auxiliaries.OPEN < auxiliaries.MODALS < auxiliaries.LIGHT


def test_what_is_said_to_be_so_is_not_open() -> None:
    assert auxiliaries.OPEN.isdisjoint({"can", "shall", "will"})


def test_lemmas_are_lower_case() -> None:
    assert all(lemma.isalpha() and lemma.islower() for lemma in auxiliaries.LIGHT)


def test_no_other_module_lists_modal_verbs() -> None:
    assert strays(auxiliaries.MODALS - {"may"}, "auxiliaries.py", fewest=3) == []
