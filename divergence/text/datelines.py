"""Datelines: the place, the day and the agency that open a report and stand for nobody.

"ORM, Norland (Wire) — The bridge": a word in capitals opens the paragraph, and nothing but names,
numbers and marks stands before the dash. Not to be trusted where a paragraph opens with somebody's
name in capitals and an aside between dashes.
"""

from __future__ import annotations

from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import PROPER_TAGS

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_MARKS = frozenset({",", ".", "(", ")"})
_BETWEEN = PROPER_TAGS | {"CD"}
_LONGEST = 12


def datelines(tree: Tree) -> set[int]:
    """Tokens of all datelines of a text, with their dashes."""
    return {
        token
        for number, sentence in enumerate(tree.syntax.sentences)
        for token in range(sentence.start, after_dateline(tree, number))
    }


def is_dateline(tree: Tree, token: int) -> bool:
    """Whether a token stands in a dateline."""
    return token < after_dateline(tree, tree.sentence_at(token))


def after_dateline(tree: Tree, sentence: int) -> int:
    """First token of a sentence that is in no dateline."""
    syntax = tree.syntax
    start, end = syntax.sentences[sentence]
    paragraph = syntax.paragraph_of[sentence]
    opens = sentence == 0 or syntax.paragraph_of[sentence - 1] != paragraph
    if not opens or start == end or not _is_in_capitals(syntax.words[start]):
        return start
    # A dateline may be cut off the sentence behind it.
    for token in range(start + 1, min(len(syntax.words), start + _LONGEST)):
        if syntax.words[token] in _DASHES:
            return token + 1
        if not _may_stand_in_dateline(syntax.words[token], syntax.tags[token]):
            break
    return start


def _is_in_capitals(word: str) -> bool:
    """Whether a word is all capitals, and more than an initial."""
    return len(word) > 1 and word.isalpha() and word.isupper()


def _may_stand_in_dateline(word: str, tag: str) -> bool:
    """Whether a word is a name, number or mark; capitals are often tagged as other words."""
    return tag in _BETWEEN or word in _MARKS or _is_in_capitals(word)
