"""Whose words they are not: silence, nobody, who is only spoken of, and sentences before the cue.

A tagger that has learned from speeches takes the one who "is alleged to have left" for a speaker,
and a refusal to speak for speech.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from divergence.lexicons.negators import CLAUSAL, PRONOUNS
from divergence.lexicons.unrealized import FAILING, REFUSING
from divergence.text.attributions.cue_words import cue_class, cue_word, is_listed
from divergence.text.dependency_tree import Tree
from divergence.types import Span

_ANSWERING = frozenset("answer comment elaborate reply respond return".split())
# The subject of these passives speaks: "was quoted as saying".
_CITING = frozenset("cite hear overhear quote record see".split())
_CHECKING = frozenset("ascertain authenticate confirm corroborate determine verify".split())
_POSSIBLE = frozenset({"can", "could"})
_PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass"})


def is_silence(tree: Tree, word: int) -> bool:
    """Whether a cue says that somebody gave no answer, or "declined to comment"."""
    lemmas = tree.syntax.lemmas
    if lemmas[word].lower() in REFUSING:
        return any(lemmas[child].lower() in _ANSWERING for child in tree.children[word])
    below = {tree.syntax.words[child].lower() for child in tree.children[word]}
    return lemmas[word].lower() in _ANSWERING and not CLAUSAL.isdisjoint(below)


def is_denial_of_knowledge(tree: Tree, word: int) -> bool:
    """Whether a cue only says that something could not be checked: "could not verify the report".

    Who could not check it hands nothing on, whether an outlet or the police.
    """
    if tree.syntax.lemmas[word].lower() not in _CHECKING:
        return False
    if is_negated_possibility(tree, word):
        return True
    head = tree.syntax.heads[word]
    return tree.syntax.relations[word] == "xcomp" and (
        tree.syntax.lemmas[head].lower() in FAILING or is_negated_possibility(tree, head)
    )


def is_negated_possibility(tree: Tree, word: int) -> bool:
    """Whether a word stands under a negated "can", "could" or "able"."""
    lemmas = {tree.syntax.lemmas[child].lower() for child in tree.children[word]}
    words = {tree.syntax.words[child].lower() for child in tree.children[word]}
    able = not _POSSIBLE.isdisjoint(lemmas) or tree.syntax.lemmas[word].lower() == "able"
    return able and not CLAUSAL.isdisjoint(lemmas | words)


def is_assault(tree: Tree, word: int, source: Span | None) -> bool:
    """Whether several are said to attack: with arms rather than with words.

    "Rebels attacked the town" is far more common than "critics attacked the plan".
    """
    if source is None or tree.syntax.lemmas[word].lower() != "attack":
        return False
    return tree.syntax.tags[tree.head_of(source)] in {"NNS", "NNPS"}


def is_unlisted_act(tree: Tree, cue: Span, content: Sequence[Span]) -> bool:
    """Whether a cue of no list gives a bare phrase: "two officials painted the bridge"."""
    tags, words = tree.syntax.tags, tree.syntax.words
    word = cue_word(tree, cue)
    inside = [token for part in content for token in range(*part)]
    if any(tags[t].startswith(("VB", "MD")) or words[t] == '"' for t in inside):
        return False
    listed = is_listed(tree, word) or cue_class(tree, word) != "neutral"
    return not listed and words[cue.start] != ":"


def is_nobody(tree: Tree, source: Span | None) -> bool:
    """Whether nobody is said to speak: "no one", "nobody here"."""
    if source is None:
        return False
    first = tree.syntax.words[source.start].lower()
    following = tree.syntax.words[source.start + 1 : source.end]
    return first in PRONOUNS or (first == "no" and [w.lower() for w in following[:1]] == ["one"])


def is_spoken_of(tree: Tree, word: int, cue: Span, source: Span | None) -> bool:
    """Whether a source is the subject of a passive cue: "he is alleged to have left" is not his."""
    syntax = tree.syntax
    if source is None or syntax.tags[word] != "VBN" or source.start >= cue.start:
        return False
    citing = any(syntax.lemmas[token].lower() in _CITING for token in range(*cue))
    return is_passive(tree, word) and tree.child(word, "obj") is None and not citing


def is_passive(tree: Tree, word: int) -> bool:
    """Whether a verb is done to its subject: "is believed to have left"."""
    return not _PASSIVE.isdisjoint(tree.syntax.relations[child] for child in tree.children[word])


def without_earlier_sentences(
    tree: Tree, word: int, content: Sequence[Span], marked: Collection[int]
) -> tuple[Span, ...]:
    """Leave out sentences before a cue's that nobody quotes, where it has words in its own."""
    first = tree.syntax.sentences[tree.sentence_at(word)].start
    if all(part.end <= first for part in content):
        return tuple(content)
    return tuple(
        part
        for part in content
        if part.end > first or any(token in marked for token in range(*part))
    )
