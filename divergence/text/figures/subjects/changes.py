"""Verbs of change, each with its noun: "prices fell 3 percent" tells of a fall in prices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from divergence.text.dependency_tree import SUBJECTS
from divergence.text.figures.subjects.money_verbs import MONEY_VERBS
from divergence.text.figures.subjects.noun_phrases import preposition
from divergence.types import Document

_RISE = (
    "add advance climb double expand gain grow increase jump leap raise rally rise skyrocket soar "
    "spike surge swell triple up"
)
_FALL = (
    "cut decline decrease dip dive down drop fall lose lower plummet plunge reduce shrink sink "
    "slash slide slip slump tumble"
)
# Of these somebody makes the change: it is in their object.
_TRANSITIVE = frozenset("add cut expand gain lose lower raise reduce slash".split())
# "Rose to 4 percent": the rate itself, and not how much it rose.
_LEVELS = frozenset({"to", "at", "from", "above", "below", "between", "past"})


@cache
def change_verbs() -> Mapping[str, str]:
    """Return "rise" or "fall" by the verbs, and the adverbs, that say so."""
    return {**dict.fromkeys(_RISE.split(), "rise"), **dict.fromkeys(_FALL.split(), "fall")}


def changed(document: Document, top: int, governor: int) -> int | None:
    """Return what rises or falls by a number: the object of a verb of change, or its subject."""
    syntax = document.syntax
    if syntax.tags[top] == "$" and syntax.lemmas[governor].lower() in MONEY_VERBS:
        # "Lost $4 million": a sum and no change.
        return None
    below = document.children[governor]
    objects = [c for c in below if syntax.relations[c] == "obj" and c != top]
    subjects = [c for c in below if syntax.relations[c] in SUBJECTS and c != top]
    passive = any(syntax.relations[c] in {"aux:pass", "nsubj:pass"} for c in below)
    if syntax.lemmas[governor].lower() in _TRANSITIVE and not passive and not objects:
        subjects = [c for c in subjects if syntax.relations[top] == "obj"]
    return next(iter(objects or subjects), None)


def change_told(document: Document, top: int, governor: int) -> str:
    """Say whether a number is how much something rises or falls, or ""."""
    syntax = document.syntax
    if preposition(document, top) in _LEVELS:
        return ""
    return change_verbs().get(syntax.lemmas[governor].lower(), "")
