"""Which matcher a list is looked for with."""

from __future__ import annotations

from divergence.lexicons.matching import Matcher
from divergence.lists.lexicon import Lexicon
from divergence.lists.term_matching import TermMatcher


def matcher_of(lexicon: Lexicon) -> Matcher | TermMatcher:
    """Return the matcher of a list of the package, or of one's own."""
    if lexicon.match == "tagged":
        return Matcher(lexicon.entries)
    return TermMatcher(lexicon.entries, lemmas=lexicon.match == "lemma")
