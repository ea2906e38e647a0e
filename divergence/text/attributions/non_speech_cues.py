"""Cues that may be acts and not words, such as "attacked" and "attacks on".

What is learned on politics takes "rebels attacked the town" for harsh words. For these cues a
content must read like words: have quotation marks, or a clause of its own.
"""

from __future__ import annotations

from collections.abc import Collection

from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.word_classes import FINITE_TAGS, VERB_TAGS

_ACT_VERBS = frozenset(
    "assault attack blast charge claim continue hammer hit lash pound press rip slam strike target "
    "tear threaten".split()
)


def is_non_speech(tree: Tree, word: int, content: Collection[int], marked: Collection[int]) -> bool:
    """Whether a cue is an act rather than words.

    "She attacked the plan" is taken for an act, too: without a clause or a quotation nothing is
    reported that anybody said.
    """
    syntax = tree.syntax
    if syntax.lemmas[word].lower() not in _ACT_VERBS:
        return False
    inside = set(content)
    if inside & set(marked):
        return False
    telling = FINITE_TAGS if syntax.tags[word].startswith("NN") else VERB_TAGS | {"MD"}
    return not any(
        syntax.tags[token] in telling or tree.child(token, "cop", *SUBJECTS) is not None
        for token in inside
        if syntax.heads[token] == token or syntax.heads[token] not in inside
    )
