"""Negators: whole, told apart by their grammar, and listed nowhere else."""

from __future__ import annotations

from itertools import combinations

from divergence.lexicons import negators
from tests.lexicons.literals import strays

PARTS = (
    negators.PARTICLES,
    negators.ADVERBS,
    negators.CONJUNCTIONS,
    negators.DETERMINERS,
    negators.PREPOSITIONS,
    negators.PRONOUNS,
    negators.NEARLY,
    negators.DENYING,
)


def test_no_word_belongs_to_two_parts() -> None:
    for one, other in combinations(PARTS, 2):
        assert one.isdisjoint(other)


def test_unions_widen_and_leave_out_what_they_say() -> None:
    assert negators.CLAUSAL < negators.OF_A_WORD < negators.NEGATORS
    assert negators.CLAUSAL < negators.BESIDE_A_VERB < negators.NEGATORS
    assert "no" not in negators.CLAUSAL
    assert "nobody" not in negators.OF_A_WORD
    assert "without" not in negators.BESIDE_A_VERB
    assert negators.NEGATORS.isdisjoint(negators.NEARLY | negators.DENYING)


def test_words_are_lower_case_and_single() -> None:
    for word in frozenset[str]().union(*PARTS):
        assert word == word.lower().strip()
        assert " " not in word


def test_both_apostrophes_deny() -> None:
    assert {word.replace("’", "'") for word in negators.PARTICLES} <= negators.PARTICLES
    assert {"n't", "n’t"} <= negators.PARTICLES


def test_no_other_module_lists_negators() -> None:
    # "None" is a setting, "no" and "without" open fixed phrases ("no way home", "no fewer than").
    core = negators.NEGATORS - {"no", "none", "without"}
    assert strays(core, "negators.py") == []
