"""Names do not count: models see one sign for every name, so that no model learns to like one.

A name is a token with a proper noun's tag, one with a capital inside a sentence, or what a country
or its people are called.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from divergence.types import Document

NAME = "NAME"
_PROPER = ("NNP", "NNPS")


def is_name(document: Document, token: int) -> bool:
    """Whether a token is masked."""
    if document.syntax.tags[token] in _PROPER:
        return True
    word = document.syntax.words[token]
    if not word[0].isupper() or word == "I":
        return False
    first = token == 0 or document.sentence_of[token - 1] != document.sentence_of[token]
    # A capital right after a quotation mark may begin a sentence too.
    return word in _peoples() if first or document.syntax.words[token - 1] == '"' else True


class Masked(NamedTuple):
    """Lower-cased words and lemmas of a document, with one sign for every name."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...]


# Three models read each document in turn, sentence by sentence.
@lru_cache(maxsize=1)
def masked(document: Document) -> Masked:
    """Return the words and lemmas of a document with names masked; the last one is remembered."""
    names = [is_name(document, token) for token in range(len(document.lowered))]
    return Masked(
        tuple(NAME if n else word for n, word in zip(names, document.lowered, strict=True)),
        tuple(
            NAME if n else lemma.lower()
            for n, lemma in zip(names, document.syntax.lemmas, strict=True)
        ),
    )


@cache
def _peoples() -> frozenset[str]:
    from divergence.lexicons.countries import country_of

    return frozenset(form for form in country_of() if " " not in form)
