"""Finding the terms of a list in a document: one pass, by lemma and word, longest phrase first.

A term of one word matches a token by lemma or by lower-cased word; a phrase matches words side
by side, each by lemma or word. Hyphens are looked for both inside a word and as words of their
own, because tokenisers differ. Where an entry names a part of speech, the token must have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from divergence.lexicons.word_list import Entry
from divergence.types import Document, Span

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_TAGS = {
    "verb": frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}),
    "noun": frozenset({"NN", "NNS", "NNP", "NNPS"}),
    "adjective": frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN"}),
    "adverb": frozenset({"RB", "RBR", "RBS", "JJ", "IN"}),
    "modal": frozenset({"MD"}),
}
_ATTRIBUTIVE = frozenset({"amod", "compound"})
_PREDICATIVE = frozenset({"xcomp", "root", "conj", "ccomp"})
_Pattern = tuple[tuple[str, ...], Entry]


class Match(NamedTuple):
    """A term in a document: its tokens and the row of the list."""

    tokens: Span
    entry: Entry


class Matcher:
    """The terms of one or more lists, indexed by their first word.

    Of two rows with the same term and different parts of speech the one that fits the token is
    taken.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        index: dict[str, list[_Pattern]] = {}
        for entry in entries:
            for words in sorted({tuple(entry.term.split()), _unhyphenated(entry.term)}):
                index.setdefault(words[0], []).append((words[1:], entry))
        self._index = {
            first: tuple(sorted(patterns, key=lambda pattern: -len(pattern[0])))
            for first, patterns in index.items()
        }
        # Most first words of phrases are "in" or "not": the second word tells at once.
        self._seconds = {
            first: frozenset(rest[0] for rest, _ in patterns)
            for first, patterns in self._index.items()
            if all(rest for rest, _ in patterns)
        }

    def find(self, document: Document) -> list[Match]:
        """Find every term, in text order, without overlaps."""
        words, lemmas, places = document.lowered, document.syntax.lemmas, document.tokens_of_form
        first_words = places.keys() & self._index.keys()
        matches: list[Match] = []
        end = 0
        for token in sorted({token for form in first_words for token in places[form]}):
            if token >= end:
                match = self._at(document, token, words[token], lemmas[token])
                if match is not None:
                    matches.append(match)
                    end = match.tokens.end
        return matches

    def _at(self, document: Document, token: int, word: str, lemma: str) -> Match | None:
        best: Match | None = None
        for first in (word, lemma) if word != lemma else (word,):
            seconds = self._seconds.get(first)
            if seconds is not None and not _is_next(document, token, seconds):
                continue
            for rest, entry in self._index.get(first, ()):
                stop = token + 1 + len(rest)
                if best is not None and stop <= best.tokens.end:
                    break
                if _continues(document, token + 1, rest) and _has_pos(document, token, stop, entry):
                    best = Match(Span(token, stop), entry)
                    break
        return best


def _is_next(document: Document, token: int, expected: frozenset[str]) -> bool:
    after = token + 1
    return after < len(document.lowered) and (
        document.lowered[after] in expected or document.syntax.lemmas[after] in expected
    )


def _unhyphenated(term: str) -> tuple[str, ...]:
    return tuple(_HYPHEN.sub(" - ", term).split())


def _continues(document: Document, start: int, rest: tuple[str, ...]) -> bool:
    words, lemmas = document.lowered, document.syntax.lemmas
    if start + len(rest) > len(words):
        return False
    for place, expected in enumerate(rest, start):
        if words[place] != expected and lemmas[place] != expected:
            return False
    return True


def _has_pos(document: Document, start: int, stop: int, entry: Entry) -> bool:
    if entry.pos in ("", "phrase"):
        return True
    token = start if entry.pos in ("verb", "modal") else stop - 1
    tag = document.syntax.tags[token]
    if tag not in _TAGS[entry.pos]:
        return False
    if entry.pos != "adjective" or tag.startswith("JJ"):
        return True
    return entry.term.endswith(document.lowered[token]) and _is_adjectival(document, token)


def _is_adjectival(document: Document, token: int) -> bool:
    """Whether a participle or a word tagged as a noun modifies a noun.

    A participle may also be predicated without an auxiliary.
    """
    relations = document.syntax.relations
    return relations[token] in _ATTRIBUTIVE or (
        relations[token] in _PREDICATIVE
        and document.syntax.tags[token] != "NN"
        and not any(relations[child].startswith("aux") for child in document.children[token])
    )
