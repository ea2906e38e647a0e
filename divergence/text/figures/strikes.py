"""Strikes: whether one is an attack; most are of workers, and some are of luck."""

from __future__ import annotations

from divergence.lexicons.calendar import DATED
from divergence.types import Document

_WEAPONS = frozenset(
    "aerial air airborne aircraft artillery bomb bomber bombing cruise drone jet mortar missile "
    "military naval nuclear plane precision preemptive retaliatory rocket shell warplane "
    "warship".split()
)
_ARMED = _WEAPONS | frozenset(
    "army fighter force gunman gunmen insurgent militant militia navy rebel soldier troops "
    "troop".split()
)
_DONE = frozenset("carry conduct launch order unleash".split())
_HARM = frozenset("damage destroy flatten hit injure kill level target wound".split())
_NO_TARGET = DATED | frozenset(
    "bill change cut day deal employer issue job law pay pension plan policy proposal reform "
    "schedule wage week".split()
)
_AT_WORK = frozenset(
    "ballot contract crew driver employee employer job member nurse pay picket staff teacher union "
    "vote wage walkout worker".split()
)
_AGREED = frozenset(
    "accord agreement balance bargain blow chord compromise deal tone truce".split()
)


def is_attack(document: Document, token: int) -> bool:
    """Whether a form of "strike" names or states an attack."""
    if document.syntax.tags[token].startswith("VB"):
        return _is_armed_strike(document, token)
    syntax = document.syntax
    lemmas, relations = syntax.lemmas, syntax.relations
    modifiers = {lemmas[c].lower() for c in document.children[token] if c < token}
    if modifiers & _WEAPONS:
        return True
    above = syntax.heads[token]
    if relations[token] == "nsubj" and lemmas[above] in _HARM:
        return True
    if relations[token] in {"obj", "nsubj:pass"} and lemmas[above] in _DONE:
        return True
    return any(_is_target(document, token, child) for child in document.children[token])


def _is_target(document: Document, token: int, child: int) -> bool:
    """Whether "on a depot" or "against the port" says what was struck."""
    syntax = document.syntax
    if child < token or syntax.lemmas[child].lower() in _NO_TARGET:
        return False
    case = {document.lowered[c] for c in document.children[child] if syntax.relations[c] == "case"}
    if case & {"on", "against"}:
        return True
    at_work = any(
        syntax.lemmas[near].lower() in _AT_WORK
        for sentence in syntax.sentences
        if sentence.start <= token < sentence.end
        for near in range(*sentence)
    )
    return "in" in case and syntax.tags[child].startswith("NNP") and not at_work


def _is_armed_strike(document: Document, verb: int) -> bool:
    """Whether somebody armed strikes something, or something is struck by a weapon."""
    syntax = document.syntax
    below = {syntax.relations[child]: child for child in document.children[verb]}
    struck = below.get("obj")
    if struck is not None and syntax.lemmas[struck].lower() in _AGREED:
        return False
    doer = below.get("obl:agent", below.get("obl") if "nsubj:pass" in below else None)
    if doer is not None:
        return syntax.lemmas[doer].lower() in _ARMED
    subject = below.get("nsubj")
    if subject is None:
        return False
    named = syntax.tags[subject].startswith("NNP") and struck is not None
    return named or syntax.lemmas[subject].lower() in _ARMED
