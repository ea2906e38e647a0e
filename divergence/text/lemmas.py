"""Lemmas: the treebanks' own where they were seen, spelling rules where they were not.

A word and its tag decide; no context is read. Words and rules are learned from the treebanks by
:mod:`divergence.training.syntax` and stored as JSON.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import NamedTuple

from divergence.text.word_classes import PROPER_TAGS
from divergence.weights import WEIGHTS_FOLDER

LEMMAS = WEIGHTS_FOLDER / "syntax" / "lemmas.json"
LONGEST_ENDING = 5


# What an inflected form may hide behind its ending: cut so much, add so much.
_REGULAR = {
    "ed": ((2, ""), (1, ""), (3, "")),
    "ing": ((3, ""), (3, "e"), (4, "")),
    "ies": ((3, "y"), (1, "")),
    "es": ((1, ""), (2, "")),
    "s": ((1, ""),),
}
_INFLECTED = frozenset(("VBD", "VBN", "VBG", "VBZ", "NNS"))


class LemmaTable(NamedTuple):
    """What is known of lemmas: whole words by tag, endings by tag, and verbs and nouns as such."""

    words: dict[str, dict[str, str]]
    endings: dict[str, dict[str, tuple[int, str]]]
    bases: frozenset[str]


@lru_cache(maxsize=100_000)
def lemma_of(word: str, tag: str) -> str:
    """Give the dictionary form of a word."""
    return find_lemma(_table(), word, tag)


def find_lemma(table: LemmaTable, word: str, tag: str) -> str:
    """Look a word up in a given table; see :func:`lemma_of`."""
    form = word if tag in PROPER_TAGS else word.lower()
    known = table.words.get(tag, {}).get(form)
    if known is not None:
        return known
    guess = _by_ending(table, form, tag)
    if tag not in _INFLECTED or guess in table.bases:
        return guess
    regular = next((rules for end, rules in _REGULAR.items() if form.endswith(end)), ())
    candidates = (form[: len(form) - cut] + added for cut, added in regular)
    return next((base for base in candidates if base in table.bases), guess)


def _by_ending(table: LemmaTable, form: str, tag: str) -> str:
    endings = table.endings.get(tag, {})
    for length in range(min(len(form) - 1, LONGEST_ENDING), -1, -1):
        change = endings.get(form[len(form) - length :])
        if change is not None:
            cut, added = change
            return form[: len(form) - cut] + added
    return form


@cache
def _table() -> LemmaTable:
    stored = json.loads(LEMMAS.read_text(encoding="utf-8"))
    return LemmaTable(stored["words"], stored["endings"], frozenset(stored["bases"]))
