"""Who acts and who is acted upon, in active and passive form."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate


@pytest.mark.parametrize(
    ("text", "agents", "patients", "passive"),
    [
        ("The navy sank two ships.", ["navy"], ["ships"], False),
        ("Two ships were sunk by the navy.", ["navy"], ["ships"], True),
        ("Two ships were sunk.", [], ["ships"], True),
        ("Ana and Ben left.", ["Ana", "Ben"], [], False),
    ],
)
def test_roles(text: str, agents: list[str], patients: list[str], passive: bool) -> None:
    document = annotate(text)
    words = document.syntax.words
    (clause,) = document.clauses
    assert [words[token] for token in clause.agents] == agents
    assert [words[token] for token in clause.patients] == patients
    assert clause.passive is passive


def test_a_coordinated_verb_shares_its_subject() -> None:
    document = annotate("The army shelled the town and took the bridge.")
    words = document.syntax.words
    assert [words[clause.agents[0]] for clause in document.clauses] == ["army", "army"]


@pytest.mark.parametrize(
    ("text", "verb", "agents", "patients"),
    [
        ("If convicted, the mayor faces prison.", "convicted", [], ["mayor"]),
        ("Backed by tanks, the army took Orm.", "Backed", ["tanks"], ["army"]),
        ("Founded in 1990, the party grew.", "Founded", [], ["party"]),
    ],
)
def test_a_participle_beside_a_clause_is_passive(
    text: str, verb: str, agents: list[str], patients: list[str]
) -> None:
    document = annotate(text)
    words = document.syntax.words
    (clause,) = (one for one in document.clauses if words[one.verb] == verb)
    assert [words[token] for token in clause.agents] == agents
    assert [words[token] for token in clause.patients] == patients
