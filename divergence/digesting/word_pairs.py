"""Words of a sentence, and which neighbors among them may form one expression."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from divergence.types import Document, Span

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_FIRST = _NOUNS | {"JJ"}


def words_of(document: Document, sentence: Span) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words of a sentence in lower case, and where an expression may begin.

    Two nouns, or an adjective and a noun: Justeson and Katz 1995.
    """
    tags, words = document.syntax.tags, document.lowered
    tokens = [token for token in range(*sentence) if _counts(words[token])]
    pairs = [
        place
        for place, (token, after) in enumerate(pairwise(tokens))
        if after == token + 1 and tags[token] in _FIRST and tags[after] in _NOUNS
    ]
    return tuple(sys.intern(words[token]) for token in tokens), tuple(pairs)


def _counts(word: str) -> bool:
    return word.isalpha() or any(map(str.isalpha, word))
