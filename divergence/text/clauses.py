"""Clauses: for every verb, who acts and who is acted upon, in active and passive form."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.lexicons.harm import HARMED
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.word_classes import VERB_TAGS
from divergence.types import Clause

_TO_BE = frozenset({"be", "get", "become", "lie", "leave"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_NO_CLAUSE = frozenset({"aux", "aux:pass", "cop", "case", "fixed", "mark", "compound", "amod"})
PASSIVE_MARKS = frozenset({"nsubj:pass", "csubj:pass", "aux:pass"})


def find_clauses(tree: Tree) -> tuple[Clause, ...]:
    """Find the clauses of a text that have somebody acting or acted upon."""
    return tuple(_clauses(tree))


def _clauses(tree: Tree) -> Iterator[Clause]:
    syntax = tree.syntax
    for verb, (tag, relation) in enumerate(zip(syntax.tags, syntax.relations, strict=True)):
        harmed = tag not in VERB_TAGS and _is_harmed(tree, verb)
        if not (tag in VERB_TAGS or harmed) or relation in _NO_CLAUSE:
            continue
        passive = harmed or _is_passive(tree, verb)
        above = _subject(tree, verb)
        if passive and above is None and relation == "acl":
            above = syntax.heads[verb]
        if passive:
            agents, patients = _agent(tree, verb), above
        else:
            agents, patients = above, tree.child(verb, "obj")
        if agents is not None or patients is not None:
            yield Clause(
                verb, _with_partners(tree, agents), _with_partners(tree, patients), passive
            )


def _agent(tree: Tree, verb: int) -> int | None:
    """Who did it: "by rebels"; behind an adjective the parser does not mark it."""
    agent = tree.child(verb, "obl:agent")
    if agent is not None or tree.syntax.tags[verb] in VERB_TAGS:
        return agent
    behind = (c for c in tree.children[verb] if tree.syntax.relations[c] in {"obl", "nmod"})
    for child in behind:
        case = tree.child(child, "case")
        if case is not None and tree.syntax.words[case].lower() == "by":
            return child
    return None


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb; of "left three men wounded" the object is that of the participle.

    What somebody is unable, ready or likely to do, nobody does.
    """
    syntax = tree.syntax
    relation, above = syntax.relations[verb], syntax.heads[verb]
    if relation in {"xcomp", "advcl"} and tree.child(verb, *SUBJECTS) is None:
        if syntax.tags[above] == "JJ" and syntax.tags[verb] == "VB":
            return None
        if relation == "xcomp" and syntax.tags[verb] in {*_PARTICIPLES, "JJ"}:
            whom = tree.child(above, "obj")
            if whom is not None:
                return whom
    return tree.subject(verb)


def _is_harmed(tree: Tree, token: int) -> bool:
    """Whether an adjective or noun is a participle of harm: "were slain", "was left wounded"."""
    syntax = tree.syntax
    if syntax.words[token].lower() not in HARMED:
        return False
    relation = syntax.relations[token]
    if relation == "acl" or tree.child(token, *SUBJECTS) == token - 1:
        return True
    if relation == "xcomp":
        return syntax.lemmas[syntax.heads[token]].lower() in _TO_BE
    cop = tree.child(token, "cop", "aux", "aux:pass")
    return cop is not None and syntax.lemmas[cop].lower() in _TO_BE


def _is_passive(tree: Tree, verb: int) -> bool:
    syntax = tree.syntax
    # A verb with an object and no passive auxiliary is active, whatever its subject is labelled.
    if tree.child(verb, "obj") is not None and tree.child(verb, "aux:pass") is None:
        return False
    if any(syntax.relations[child] in PASSIVE_MARKS for child in tree.children[verb]):
        return True
    # A past tense taken for a participle's: "220 men were slew", "men killed by rebels".
    helped = tree.child(verb, "aux", "cop")
    if syntax.tags[verb] == "VBD" and (
        (helped is not None and syntax.lemmas[helped].lower() in {"be", "get"})
        or (syntax.relations[verb] == "acl" and tree.child(verb, *SUBJECTS) is None)
    ):
        return True
    if syntax.tags[verb] != "VBN":
        return False
    if syntax.relations[verb] in {"acl", "xcomp"}:
        return tree.child(verb, "aux") is None
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
