"""Whether a clause states that something happened, or denies, plans or only allows for it."""

from __future__ import annotations

from divergence.lexicons.negators import CLAUSAL, DENYING
from divergence.lexicons.unrealized import UNREALIZED
from divergence.types import Document

_CLIMB = 4
_DENIED = DENYING | {"doubt", "rule"}


def is_stated(document: Document, token: int) -> bool:
    """Whether nothing denies a word of an event, puts it under a modal or only tries it."""
    syntax = document.syntax
    current = token
    for _ in range(_CLIMB):
        if any(_unsettles(document, child) for child in document.children[current]):
            return False
        relation, above = syntax.relations[current], syntax.heads[current]
        infinitive = any(syntax.tags[child] == "TO" for child in document.children[current])
        if infinitive and relation.startswith(("advcl", "acl")):
            return False
        if relation == "xcomp" and syntax.lemmas[above] in UNREALIZED:
            return False
        if relation == "ccomp":
            return syntax.lemmas[above] not in _DENIED
        nominal = syntax.tags[current].startswith("NN") and relation in {"obj", "nsubj:pass"}
        if not (nominal or relation in {"conj", "xcomp"}) or above == current:
            return True
        current = above
    return True


def _unsettles(document: Document, child: int) -> bool:
    syntax = document.syntax
    if syntax.relations[child] == "mark" and document.lowered[child] in {"if", "unless", "whether"}:
        return True
    if syntax.relations[child] == "aux" and syntax.tags[child] == "MD":
        return True
    only = document.lowered[child + 1 : child + 2] in {("only",), ("just",)}
    return document.lowered[child] in CLAUSAL and syntax.relations[child] == "advmod" and not only
