"""Which phrases read as parts of a noun phrase; what does not is left out of a subject.

A parser's mistake gives pieces that no writer would put down ("speeches in $", "laws undermine").
They are told by their form alone: a part ends in a noun, a participle or a word that describes, has
no unit of money without its sum, and does not say the counted noun again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from divergence.lexicons.auxiliaries import LIGHT
from divergence.text.word_classes import FINITE_TAGS, PROPER_TAGS, VERB_TAGS
from divergence.types import Document

_LAST = PROPER_TAGS | VERB_TAGS | {"NN", "NNS", "JJ", "JJR", "JJS", "RB", "RP", "CD", "FW"}
_SIGNS = frozenset("$ % € £ cents dollars euros no pounds".split())
# Parts that are clauses; all others have no finite verb.
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "does", "in which", "verb", "xcomp"})
# Participles in form, prepositions in use.
_NO_PARTICIPLES = LIGHT | {"accord", "base", "compare", "concern", "follow", "include", "regard"}
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_COMPLETING = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl", "obl:agent", "compound:prt"})


def reads_well(document: Document, noun: int | None, role: str, tokens: Sequence[int]) -> bool:
    """Whether a phrase may follow a counted noun."""
    syntax = document.syntax
    if syntax.tags[tokens[-1]] not in _LAST or not _SIGNS.isdisjoint(
        document.lowered[token] for token in tokens
    ):
        return False
    if role not in _CLAUSES and any(
        syntax.tags[token] in FINITE_TAGS or syntax.tags[token].startswith("W") for token in tokens
    ):
        return False
    if role not in _CLAUSES and len(tokens) > 1 and syntax.tags[tokens[-1]] == "VBG":
        # "Speeches of showing".
        return False
    pairs = pairwise(tokens)
    if any(syntax.tags[a] == "VBD" and _is_bare_verb(document, b) for a, b in pairs):
        # "Women who said found".
        return False
    if noun is None:
        return True
    # "Votes for the 60 votes".
    return not any(
        syntax.lemmas[token].lower() == syntax.lemmas[noun].lower() and syntax.tags[token][0] == "N"
        for token in tokens
    )


def _is_bare_verb(document: Document, token: int) -> bool:
    """Whether a word is a verb that follows no auxiliary of its own."""
    helped = any(document.syntax.relations[c] in _HELPING for c in document.children[token])
    return document.syntax.tags[token] in {"VB", "VBD", "VBP", "VBZ", "VBN"} and not helped


def names_a_noun(document: Document, modifier: int) -> bool:
    """Whether a word before a noun can name it: no finite verb, as in "three laws undermine"."""
    return document.syntax.tags[modifier] not in {*FINITE_TAGS, "VB"}


def makes_a_participle(document: Document, verb: int) -> bool:
    """Whether "lost" or "held" of a verb says something of a noun; "been" and "had" do not."""
    return document.syntax.lemmas[verb].lower() not in _NO_PARTICIPLES


def is_finite(document: Document, verb: int) -> bool:
    """Whether a verb can be the verb of a clause: in a finite form, or with an auxiliary."""
    syntax = document.syntax
    helped = any(syntax.relations[c] in _HELPING for c in document.children[verb])
    return helped or syntax.tags[verb] in FINITE_TAGS


def agrees(document: Document, agent: int, verb: int) -> bool:
    """Whether a verb has the number of its subject: not "Orm have paid"."""
    syntax = document.syntax
    helping = [c for c in document.children[verb] if syntax.relations[c] in _HELPING]
    plural = any(syntax.tags[t] == "VBP" for t in (verb, *helping))
    joint = any(syntax.relations[c] == "conj" for c in document.children[agent])
    return not plural or joint or syntax.tags[agent] not in {"NN", "NNP"}


def is_complete(document: Document, verb: int) -> bool:
    """Whether a clause says more than its verb, which may want an object: "people who received"."""
    syntax = document.syntax
    below = {syntax.relations[c] for c in document.children[verb] if c > verb}
    passive = any(syntax.relations[c] == "aux:pass" for c in document.children[verb])
    nominal = syntax.tags[verb] not in VERB_TAGS
    return nominal or passive or not below.isdisjoint(_COMPLETING)
