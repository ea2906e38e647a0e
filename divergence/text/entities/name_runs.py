"""Runs of proper nouns: where a name begins behind its titles, and what shows whose it is.

Read off the order of words more than off the parse, which seldom keeps "Security Chief Ada Lin" or
"Chair of the Council Ada Lin" together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DATED
from divergence.lexicons.titles import OF_MEN, OF_WOMEN, SHORT
from divergence.text.datelines import datelines
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Span

# "St Malin" without a period is a place.
TITLES = (
    OF_WOMEN
    | OF_MEN
    | SHORT
    | {f"{title}." for title in SHORT}
    | {"dame", "judge", "justice", "pope", "majority", "minority", "whip"}
) - {"st"}
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
PARTICLES = frozenset("al bin da de del della den der di du el ibn la le ter van von".split())
_LONGEST = 5
_MISTAGGED = frozenset({"NN", "JJ", "UH", "VB", "FW"})


class NameRun(NamedTuple):
    """Proper nouns in a row: with leading titles, without them, and whether a title led them."""

    whole: Span
    tokens: Span
    titled: bool


def name_runs(tree: Tree) -> Iterator[NameRun]:
    """Find the names of a text, in order; a dateline, a day and a group's name are left out."""
    syntax = tree.syntax
    kinds = actor_kinds()
    nobody = datelines(tree)
    for sentence in _marked_sentences(tree):
        token = sentence.start
        while token < sentence.end:
            if token in nobody or not _is_name_word(tree, token):
                token += 1
                continue
            end = _end_of_run(tree, token, sentence.end)
            titles = [n for n in range(token, end) if is_title(syntax.words[n])]
            start, titled = (titles[-1] + 1, True) if titles else (token, False)
            before = token - 1
            if before >= sentence.start and syntax.tags[before] in {"NN", "NNP"}:
                titled = titled or kinds.get(syntax.lemmas[before].lower()) == "person"
            words = syntax.words[start:end]
            group = any(kinds.get(w.lower()) in {"group", "institution"} for w in words)
            if 0 < end - start <= _LONGEST and not group and words[-1][:1].isupper():
                yield NameRun(Span(token, end), Span(start, end), titled)
            token = end


def _marked_sentences(tree: Tree) -> Iterator[Span]:
    """Sentences as marks and paragraphs end them: the parser may cut a name in two."""
    syntax = tree.syntax
    start, paragraph = 0, -1
    for span, number in zip(syntax.sentences, syntax.paragraph_of, strict=True):
        if span.start > start and (
            number != paragraph or not syntax.words[span.start - 1][-1:].isalnum()
        ):
            yield Span(start, span.start)
            start = span.start
        paragraph = number
    if start < len(syntax.words):
        yield Span(start, len(syntax.words))


def is_title(word: str) -> bool:
    """Whether a word before a name says what its bearer is: "Mr.", "Mayor"."""
    return word.lower() in TITLES or actor_kinds().get(word.lower()) == "person"


def _end_of_run(tree: Tree, first: int, limit: int) -> int:
    """Where a run ends: "of Norland | Ada Lin" are two, "Roy van Lin" and "Lin, Jr." are one."""
    syntax = tree.syntax
    end = first + 1
    while end < limit:
        word, behind = syntax.words[end].lower(), syntax.words[end + 1 : min(end + 2, limit)]
        if _is_name_word(tree, end) or _ends_name(tree, end):
            if _is_cut(tree, first, end):
                break
            end += 1
        elif word in SUFFIXES:
            end += 1
        elif (word in PARTICLES and behind and _is_name_word(tree, end + 1)) or (
            word == "," and behind and behind[0].lower() in SUFFIXES
        ):
            end += 2
        else:
            break
    return end


def _is_cut(tree: Tree, first: int, token: int) -> bool:
    """Whether a name that a preposition leads ends before a token that hangs on none of it."""
    syntax = tree.syntax
    top = tree.head_of(Span(first, token))
    if tree.child(top, "case") is None or not syntax.relations[top].startswith(("nmod", "obl")):
        return False
    inside = range(first, token)
    if token + 1 >= len(syntax.tags) or not _is_name_word(tree, token + 1):
        return False
    return syntax.heads[token] not in inside and not any(syntax.heads[n] == token for n in inside)


def _is_name_word(tree: Tree, token: int) -> bool:
    word = tree.syntax.words[token]
    if tree.syntax.tags[token] in PROPER_TAGS:
        return word.lower() not in DATED and word[:1].isalnum()
    return _opens_name(tree, token)


def _opens_name(tree: Tree, token: int) -> bool:
    """Whether a capitalised word is a name that the tagger took for a common noun."""
    syntax = tree.syntax
    if not syntax.words[token].istitle() or token + 1 >= len(syntax.tags):
        return False
    if syntax.tags[token + 1] not in PROPER_TAGS:
        return False
    compound = syntax.relations[token] == "compound" and syntax.heads[token] == token + 1
    return tree.child(token, "flat") == token + 1 or (compound and syntax.tags[token] == "NN")


def _ends_name(tree: Tree, token: int) -> bool:
    """Whether a capitalised noun behind a name is its last word: "Lena Ode"."""
    syntax = tree.syntax
    word = syntax.words[token]
    if syntax.tags[token] not in _MISTAGGED or not word.istitle() or len(word) < 2:
        return False
    if word.lower() in actor_kinds() or word.lower() in DATED:
        return False
    behind = syntax.tags[token + 1] if token + 1 < len(syntax.tags) else "."
    return not behind.startswith("NN")
