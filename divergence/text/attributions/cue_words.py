"""The word of a cue that says how its content is given, and what the lexicons say of it."""

from __future__ import annotations

from collections.abc import Mapping

from divergence.lexicons.attribution_cues import cues
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import VERB_TAGS
from divergence.types import CueClass, Span

_HEARSAY_CLASSES: Mapping[str, CueClass] = {"self-described": "neutral", "report": "neutral"}
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
ACCORDING = frozenset({"accord", "according", "per"})
# Adverbs by which the text itself says that somebody else says so, and adjectives before a noun.
_ADVERBS = frozenset({"allegedly", "purportedly", "reportedly", "supposedly"})
_ADJECTIVES = frozenset({"alleged", "purported", "reported", "self-described", "supposed"})


def cue_word(tree: Tree, cue: Span) -> int:
    """The word of a cue that says how the content is given: "did not say" -> "say"."""
    telling = [
        token
        for token in range(*cue)
        if tree.syntax.relations[token] not in _AUXILIARY
        and (cue_class(tree, token) != "neutral" or is_listed(tree, token))
    ]
    return telling[0] if telling else tree.head_of(cue)


def is_hearsay(tree: Tree, token: int) -> bool:
    """Whether a word hands its clause or noun to nobody in particular: "allegedly", "alleged"."""
    word = tree.syntax.words[token].lower()
    return word in _ADVERBS or (
        word in _ADJECTIVES and tree.syntax.relations[token] in {"amod", "compound"}
    )


def is_listed(tree: Tree, token: int) -> bool:
    """Whether a word is an attribution cue of the lexicon."""
    return tree.syntax.lemmas[token].lower() in _list_of(tree, token)


def cue_class(tree: Tree, token: int) -> CueClass:
    """The stance that the lexicon gives a word."""
    lemma = tree.syntax.lemmas[token].lower()
    if lemma in ACCORDING:
        return "according_to"
    if is_hearsay(tree, token):
        return _HEARSAY_CLASSES.get(lemma, "distancing")
    return _list_of(tree, token).get(lemma, "neutral")


def _list_of(tree: Tree, token: int) -> Mapping[str, CueClass]:
    tag, known = tree.syntax.tags[token], cues()
    if tag in VERB_TAGS:
        return known.verbs
    if tag.startswith("JJ"):
        return known.adjectives
    if not tag.startswith("NN"):
        return {}
    # "The company confirms" may be tagged as two nouns.
    lemma = tree.syntax.lemmas[token].lower()
    return known.nouns if lemma in known.nouns or lemma not in known.verbs else known.verbs
