"""Which matcher a list is looked for with."""

from __future__ import annotations

from divergence.lexicons.matching import Matcher
from divergence.lexicons.word_list import WordList
from divergence.lists.term_matching import TermMatcher


def matcher_of(words: WordList) -> Matcher | TermMatcher:
    """Return the matcher of a list of the package, or of one's own."""
    if words.match == "tagged":
        return Matcher(words.entries)
    return TermMatcher(words.entries, lemmas=words.match == "lemma")
