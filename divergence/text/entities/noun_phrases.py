"""Noun phrases: which tokens can head a mention, and how far its phrase reaches.

Read off the parse alone. Whether a phrase stands for anything, and for what kind of thing, is
decided by :mod:`divergence.text.entities.mentions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from divergence.lexicons.pronouns import POSSESSIVES
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import MentionForm, Span, Syntax

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "$"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
# Numbers, adjectives and demonstratives head a phrase only in the place of a noun.
_IN_NOUN_PLACE = frozenset({"CD", "DT", "JJ", "JJS", "VBN", "VBG", "XX", "GW", "SYM", "ADD"})
_NOUN_PLACES = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "obl:unmarked"}
    | {"nmod", "nmod:poss", "nmod:unmarked", "root", "conj", "appos", "vocative", "dislocated"}
    | {"parataxis", "list", "xcomp"}
)
_VERBAL = frozenset({"VBN", "VBG"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nmod:poss"})
_PLACE_ADVERBS = frozenset({"here", "there"})
_INSIDE = frozenset({"flat", "fixed", "goeswith", "det", "case", "punct", "cc", "reparandum"})
# What hangs on a head and is no part of its phrase.
_OUTSIDE = frozenset(
    {"case", "mark", "cop", "cc", "cc:preconj", "conj", "punct", "discourse", "appos", "aux"}
    | {"aux:pass", "parataxis", "dep", "list", "reparandum", "vocative", "expl", "csubj", "nsubj"}
    | {"nsubj:pass", "nsubj:outer", "advcl", "dislocated", "orphan"}
)
_PREDICATING = frozenset({"cop", "nsubj", "nsubj:pass"})
_POSSESSING = frozenset({"compound", "nmod:poss"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp"})
_NAME_PARTS = frozenset({"flat", "compound", "goeswith"})
_QUANTIFIERS = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "$", "PDT"})


# What a name may be tagged as by mistake.
_MISTAKEN = frozenset({"NN", "NNS", "JJ", "FW", "VB", "VBZ", "VBN", "VBG", "RB", "UH"})


class NounPhrase(NamedTuple):
    """A phrase by its head.

    ``whole`` has everything that hangs on the head; ``tokens`` stops before clauses and asides and
    leaves a possessive ending off; ``name`` are the head and the words that make one name with it.
    """

    head: int
    tokens: Span
    whole: Span
    name: Span
    form: MentionForm


def noun_phrases(tree: Tree) -> tuple[NounPhrase, ...]:
    """Find every phrase that could stand for something, nested ones too, by order of heads."""
    proper = name_tokens(tree.syntax)
    return tuple(
        noun_phrase(tree, token, proper)
        for token, tag in enumerate(tree.syntax.tags)
        if _can_head(tree, token, tag, proper)
    )


def name_tokens(syntax: Syntax) -> frozenset[int]:
    """Tokens that are names: by their tag, or because the word is tagged so elsewhere in the text.

    The first word of a sentence and a name in -s are often mistaken for an adjective or a plural.
    """
    words, tags = syntax.words, syntax.tags
    tagged = {token for token, tag in enumerate(tags) if tag in PROPER_TAGS}
    times = Counter(words[token] for token in tagged)
    mistaken: dict[str, list[int]] = {}
    for token, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag in _MISTAKEN and word[0].isupper() and times[word] > 1:
            mistaken.setdefault(word, []).append(token)
    written = frozenset(words) if mistaken else frozenset()
    for word, tokens in mistaken.items():
        # "American" is a name in names alone.
        describing = sum(syntax.relations[token] == "amod" for token in tokens)
        if 2 * describing < len(tokens) + times[word] and word.lower() not in written:
            tagged.update(tokens)
    return frozenset(tagged)


def noun_phrase(tree: Tree, head: int, proper: frozenset[int] = frozenset()) -> NounPhrase:
    """Return the phrase that a noun or pronoun heads.

    ``proper`` are names of the text besides those with the tag of a name; see :func:`name_tokens`.
    """
    syntax = tree.syntax
    children = tree.children[head]
    relations = syntax.relations
    if not children:
        own = Span(head, head + 1)
        return NounPhrase(head, own, own, own, _form(tree, head, proper))
    predicate = not _PREDICATING.isdisjoint([relations[child] for child in children])
    first = last = whole_last = name_last = head
    stopped = False
    for child in children:
        relation = relations[child]
        if child < head:
            outside = relation in _OUTSIDE or relation.startswith(("obl", "advmod"))
            if not outside or _modifies_number(tree, child, head):
                first = min(first, _reach(tree, child)[0])
            continue
        if relation == "case" and syntax.tags[child] == "POS":
            whole_last = max(whole_last, child)
            continue
        close = relation == "appos" and _is_restrictive(tree, child, head)
        if not close and (
            relation in _OUTSIDE or (predicate and relation.startswith(("obl", "advmod", "ccomp")))
        ):
            continue
        low, high = _reach(tree, child)
        whole_last = max(whole_last, high)
        stopped = stopped or relation in _CLAUSES or _is_set_off(tree, low)
        if not stopped:
            last = max(last, high)
        if relation in _NAME_PARTS:
            name_last = max(name_last, high)
    name_first = _name_start(tree, proper, first, head)
    first = min(first, name_first)
    tokens = whole = _trimmed(tree, Span(first, last + 1))
    if whole_last != last:
        whole = _trimmed(tree, Span(first, whole_last + 1))
    return NounPhrase(
        head,
        tokens,
        whole,
        Span(name_first, name_last + 1),
        _form(tree, head, proper),
    )


def _name_start(tree: Tree, proper: frozenset[int], first: int, head: int) -> int:
    """First of the names that run up to a head."""
    start = head
    while start and _is_split(tree, start - 1, proper):
        start -= 1
    while start > first and (start - 1 in proper or tree.syntax.tags[start - 1] in PROPER_TAGS):
        start -= 1
    return start


def _is_split(tree: Tree, token: int, proper: frozenset[int]) -> bool:
    """Whether the parse took a possessor's given name for another possessor."""
    relations, heads = tree.syntax.relations, tree.syntax.heads
    behind = token + 1
    return (
        relations[token] in _POSSESSING
        and behind < len(relations)
        and relations[behind] == "nmod:poss"
        and heads[token] == heads[behind]
        and all(t in proper or tree.syntax.tags[t] in PROPER_TAGS for t in (token, behind))
    )


def _can_head(tree: Tree, token: int, tag: str, proper: frozenset[int]) -> bool:
    """Whether a token may be the head of a mention, by its tag and its place."""
    if tag in _PRONOUNS:
        return True
    relation = tree.syntax.relations[token]
    if relation in _INSIDE or (relation in _POSSESSING and _is_split(tree, token, proper)):
        return False
    if tag in _NOUNS or token in proper:
        return True
    if tag in _IN_NOUN_PLACE:
        if tag in _VERBAL and any(
            tree.syntax.relations[child] in _ARGUMENTS for child in tree.children[token]
        ):
            return False
        return relation in _NOUN_PLACES or (tag == "CD" and relation in {"dep", "compound"})
    return tag == "RB" and tree.syntax.words[token].lower() in _PLACE_ADVERBS


def _form(tree: Tree, head: int, proper: frozenset[int]) -> MentionForm:
    tag, word = tree.syntax.tags[head], tree.syntax.words[head].lower()
    if tag in _PRONOUNS or tag in {"DT", "WP", "RB"} or word in POSSESSIVES:
        return "pronoun"
    return "name" if tag in PROPER_TAGS or head in proper else "noun"


def _modifies_number(tree: Tree, child: int, head: int) -> bool:
    """Whether an adverb before a head counts with its number ("nearly" in "nearly two")."""
    return (
        tree.syntax.relations[child] == "advmod"
        and child + 1 < head
        and tree.syntax.tags[child + 1] in _QUANTIFIERS
        and not any(tree.syntax.relations[c] == "cop" for c in tree.children[head])
    )


def _is_restrictive(tree: Tree, apposed: int, head: int) -> bool:
    """Whether a name goes on a bare noun, as after a title ("painter Ada Lin").

    After "the painter" or "her father" the name is a mention beside it.
    """
    low, _ = _reach(tree, apposed)
    return (
        low == head + 1
        and tree.syntax.tags[apposed] in PROPER_TAGS
        and tree.child(head, "det", "nmod:poss") is None
    )


def _is_set_off(tree: Tree, low: int) -> bool:
    """Whether a comma, dash or bracket stands before a word or is it."""
    words = tree.syntax.words
    return words[low] in _OPENING or (low > 0 and words[low - 1] in _SETTING_OFF)


def _reach(tree: Tree, token: int) -> tuple[int, int]:
    """First and last token at or below a token."""
    low = high = token
    if not tree.children[token]:
        return low, high
    waiting = list(tree.children[token])
    while waiting:
        current = waiting.pop()
        if current < low:
            low = current
        elif current > high:
            high = current
        waiting.extend(tree.children[current])
    return low, high


def _trimmed(tree: Tree, span: Span) -> Span:
    """Leave marks off the edges, but for a currency sign or a period that is part of a word."""
    start, end = span
    tags, words = tree.syntax.tags, tree.syntax.words
    if tags[start] not in _MARKS and tags[end - 1] not in _MARKS:
        return span
    while start < end - 1 and tags[start] in _MARKS and not _closes(words, start, end):
        start += 1
    while end - 1 > start and tags[end - 1] in _MARKS and not _opened(words, start, end):
        end -= 1
    return Span(start, end)


def _closes(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the mark at the start has its other half inside the span."""
    other = _PAIRS.get(words[start])
    return other is not None and other in words[start + 1 : end]


def _opened(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the mark at the end has its other half inside the span."""
    last = words[end - 1]
    return any(other == last and mark in words[start : end - 1] for mark, other in _PAIRS.items())


_OPENING = frozenset({",", "(", "—", "["})
_SETTING_OFF = _OPENING | {"–", "-", ":"}
_PAIRS = {"(": ")", "[": "]", '"': '"', "“": "”"}
_MARKS = frozenset({",", ".", ":", "``", "''", '"', "-LRB-", "-RRB-", "(", ")", "NFP", "HYPH"})
