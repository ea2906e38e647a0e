"""Losses and casualties: whether people are meant, and not money, matches, weight or harvests."""

from __future__ import annotations

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.types import Document

UNSURE = frozenset({"loss", "casualty"})
_OF_PEOPLE = frozenset(
    "battlefield civilian combat human life man manpower military personnel troop".split()
)
_ARMED = frozenset(
    "army battalion brigade division enemy force garrison guard infantry marine military militia "
    "navy platoon police rebel regiment side soldier troop troops unit".split()
)
_OF_OTHERS = frozenset(
    "blood conversion court crop data election financial game harvest hearing home income insured "
    "investment job market match memory net operating paper playoff pretax profit quarterly "
    "revenue season straight tax trading weight yield".split()
)
_SUFFERED = frozenset("acknowledge admit incur inflict report suffer sustain take".split())
_NEAR = 4


def is_of_people(document: Document, token: int) -> bool:
    """Whether "loss" or "casualty" counts people: soldiers, lives, the army's own."""
    syntax = document.syntax
    around = {syntax.lemmas[child].lower() for child in document.children[token]}
    around |= {syntax.lemmas[near].lower() for near in range(max(0, token - 2), token)}
    if around & _OF_OTHERS:
        return False
    if syntax.lemmas[token].lower() == "casualty" or around & _OF_PEOPLE:
        return True
    sides = {mention.head for mention in document.mentions if mention.actor}
    if any(child in sides or _is_armed(document, child) for child in document.children[token]):
        return True
    verb = syntax.heads[token]
    suffered = syntax.relations[token] in {"obj", "nsubj:pass"}
    return (suffered and syntax.lemmas[verb] in _SUFFERED) and any(
        child in sides or _is_armed(document, child)
        for child in document.children[verb]
        if syntax.relations[child] in {"nsubj", "obl:agent", "obl"}
    )


def _is_armed(document: Document, token: int) -> bool:
    lemma = document.syntax.lemmas[token].lower()
    return lemma in _ARMED or (
        actor_kinds().get(lemma) == "person" and document.syntax.relations[token] == "nmod"
    )
