"""Harm in nouns: who acts and who suffers in "the attack on Orm", "her death", "their defeat by".

Read off the dependents of a noun of harm. As in a clause, the noun stands where the verb would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from divergence.lexicons.harm import DOING, SUFFERING, TOWARD
from divergence.types import Clause, Document

_HANDS = frozenset({"hand", "hands"})


def nominal_harm(document: Document) -> Iterator[Clause]:
    """Find who acts and who suffers beside nouns of harm, in text order."""
    syntax = document.syntax
    for noun, lemma in enumerate(syntax.lemmas):
        doing = lemma in DOING
        if (not doing and lemma not in SUFFERING) or not syntax.tags[noun].startswith("NN"):
            continue
        agents: list[int] = []
        patients: list[int] = []
        for child in document.children[noun]:
            agents.extend(_by(document, child))
            relation = syntax.relations[child]
            word = _case(document, child)
            if relation in {"nmod:poss", "amod", "compound"}:
                (agents if doing else patients).append(child)
            elif relation not in {"nmod", "obl"}:
                continue
            elif word in TOWARD and doing:
                patients.append(child)
            elif word == "of":
                (agents if doing else patients).append(child)
            elif word == "by":
                agents.append(child)
            elif word == "at" and syntax.lemmas[child].lower() in _HANDS:
                agents.extend(_of(document, child))
        if agents or patients:
            yield Clause(noun, _joined(document, agents), _joined(document, patients), False)


def _case(document: Document, token: int) -> str:
    """The preposition of a noun in lower case, or ""."""
    cases = (c for c in document.children[token] if document.syntax.relations[c] == "case")
    case = next(cases, None)
    return "" if case is None else document.lowered[case]


def _by(document: Document, token: int) -> Iterator[int]:
    """Who acts, where the parse hangs it on who suffers: "the attack on Orm by rebels"."""
    for child in document.children[token]:
        if document.syntax.relations[child] == "nmod" and _case(document, child) == "by":
            yield child


def _of(document: Document, token: int) -> Iterator[int]:
    """Whose hands they are: "at the hands of Orm", "at Orm's hands"."""
    for child in document.children[token]:
        if document.syntax.relations[child] in {"nmod", "nmod:poss"}:
            yield child


def _joined(document: Document, tokens: Sequence[int]) -> tuple[int, ...]:
    """Tokens with what is coordinated with them."""
    partners = [
        child
        for token in tokens
        for child in document.children[token]
        if document.syntax.relations[child] == "conj"
    ]
    return (*tokens, *partners)
