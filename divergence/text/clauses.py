"""Clauses: for every verb, who acts and who is acted upon, in active and passive form."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import VERB_TAGS
from divergence.types import Clause

_NO_CLAUSE = frozenset({"aux", "aux:pass", "cop", "case", "fixed", "mark", "compound", "amod"})
PASSIVE_MARKS = frozenset({"nsubj:pass", "csubj:pass", "aux:pass"})


def find_clauses(tree: Tree) -> tuple[Clause, ...]:
    """Find the clauses of a text that have somebody acting or acted upon."""
    return tuple(_clauses(tree))


def _clauses(tree: Tree) -> Iterator[Clause]:
    syntax = tree.syntax
    for verb, (tag, relation) in enumerate(zip(syntax.tags, syntax.relations, strict=True)):
        if tag not in VERB_TAGS or relation in _NO_CLAUSE:
            continue
        passive = _is_passive(tree, verb)
        above = tree.subject(verb)
        if passive and above is None and relation == "acl":
            above = syntax.heads[verb]
        if passive:
            agents, patients = tree.child(verb, "obl:agent"), above
        else:
            agents, patients = above, tree.child(verb, "obj")
        if agents is not None or patients is not None:
            yield Clause(
                verb, _with_partners(tree, agents), _with_partners(tree, patients), passive
            )


def _is_passive(tree: Tree, verb: int) -> bool:
    syntax = tree.syntax
    # A verb with an object and no passive auxiliary is active, whatever its subject is labelled.
    if tree.child(verb, "obj") is not None and tree.child(verb, "aux:pass") is None:
        return False
    if any(syntax.relations[child] in PASSIVE_MARKS for child in tree.children[verb]):
        return True
    if syntax.tags[verb] != "VBN":
        return False
    if syntax.relations[verb] == "acl":
        return True
    # "If convicted, she ...": a participle beside the main clause, of the main clause's subject.
    if syntax.relations[verb] == "advcl":
        return tree.child(verb, "aux", "nsubj") is None
    first = syntax.heads[verb]
    shares = syntax.relations[verb] == "conj" and tree.child(verb, "aux", "nsubj") is None
    return shares and any(syntax.relations[c] in PASSIVE_MARKS for c in tree.children[first])


def _with_partners(tree: Tree, token: int | None) -> tuple[int, ...]:
    if token is None:
        return ()
    partners = (c for c in tree.children[token] if tree.syntax.relations[c] == "conj")
    return (token, *partners)
