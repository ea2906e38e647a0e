"""Whether two phrases have the same words, small ones aside."""

from __future__ import annotations

from divergence.lexicons.pronouns import ARTICLES

_SMALL_WORDS = ARTICLES | {"in", "over", "during", "within", "on", "at"}


def same_words(a: str, b: str) -> bool:
    """Whether two phrases have the same words, small ones aside ("in the past week")."""
    return _content(a) == _content(b)


def _content(phrase: str) -> set[str]:
    return set(phrase.lower().replace(",", "").split()) - _SMALL_WORDS
