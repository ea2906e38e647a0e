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
    """Return the lower-cased words of a sentence and the places where an expression may begin.

    Parameters
    ----------
    document : Document
        The annotated article.
    sentence : Span
        Token span of the sentence.

    Returns
    -------
    (tuple of str, tuple of int)
        Words are tokens with a letter: numbers and marks are compared elsewhere. A place is that
        of a noun or adjective with a noun right after it.

    References
    ----------
    Justeson, J. S., & Katz, S. M. (1995). Technical terminology: some linguistic properties and an
    algorithm for identification in text. Natural Language Engineering, 1, 9-27.

    Examples
    --------
    >>> from divergence.text.annotate import annotate
    >>> document = annotate("The private army came back.")
    >>> words_of(document, document.syntax.sentences[0])
    (('the', 'private', 'army', 'came', 'back'), (1,))
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
