"""Deeds: cues that may be acts and not words, such as "attacked" and "attacks on".

What is learned on politics takes "rebels attacked the town" for harsh words. For these cues a
content must read like words: have quotation marks, or a clause of its own.
"""

from __future__ import annotations

from collections.abc import Collection

from divergence.text.dependency_tree import SUBJECTS, Tree

_DEEDS = frozenset(
    "assault attack blast charge claim continue hammer hit lash pound press rip slam strike target "
    "tear threaten".split()
)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_VERBAL = frozenset({"VB", "VBG", "VBN", *_FINITE})


def is_deed(tree: Tree, word: int, content: Collection[int], marked: Collection[int]) -> bool:
    """Whether a cue is an act rather than words.

    "She attacked the plan" is taken for a deed, too: without a clause or a quotation nothing is
    reported that anybody said.
    """
    syntax = tree.syntax
    if syntax.lemmas[word].lower() not in _DEEDS:
        return False
    inside = set(content)
    if inside & set(marked):
        return False
    telling = _FINITE if syntax.tags[word].startswith("NN") else _VERBAL
    return not any(
        syntax.tags[token] in telling or tree.child(token, "cop", *SUBJECTS) is not None
        for token in inside
        if syntax.heads[token] == token or syntax.heads[token] not in inside
    )
