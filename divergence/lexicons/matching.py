"""Finding the terms of a list in a document: one pass, by lemma and word, longest phrase first.

A term of one word matches a token by lemma or by lower-cased word; a phrase matches words side
by side, each by lemma or word. Hyphens are looked for both inside a word and as words of their
own, because tokenisers differ. Where an entry names a part of speech, the token must have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from divergence.lexicons.lexicon import Entry
from divergence.types import Document, Span

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_TAGS = {
    "verb": frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}),
    "noun": frozenset({"NN", "NNS", "NNP", "NNPS"}),
    "adjective": frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"}),
    "adverb": frozenset({"RB", "RBR", "RBS", "JJ", "IN"}),
    "modal": frozenset({"MD"}),
}
_MODIFIERS = frozenset({"amod", "compound", "xcomp", "root", "conj", "acl", "ccomp"})


class Match(NamedTuple):
    """A term in a document: its tokens and the row of the list."""

    tokens: Span
    entry: Entry


class Matcher:
    """The terms of one or more lists, indexed by their first word.

    Parameters
    ----------
    entries : iterable of Entry
        Rows to look for; of two rows with the same term and different parts of speech the one
        that fits the token is taken.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        index: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in entries:
            for words in sorted({tuple(entry.term.split()), _unhyphenated(entry.term)}):
                index.setdefault(words[0], []).append((words[1:], entry))
        self._index = {
            first: tuple(sorted(found, key=lambda pair: -len(pair[0])))
            for first, found in index.items()
        }

    def find(self, document: Document) -> list[Match]:
        """Find every term, in text order, without overlaps."""
        index = self._index
        found: list[Match] = []
        end = 0
        candidates = [
            token
            for token, (lemma, word) in enumerate(
                zip(document.syntax.lemmas, document.lowered, strict=True)
            )
            if word in index or lemma in index
        ]
        for token in candidates:
            if token >= end and (match := self._at(document, token)) is not None:
                found.append(match)
                end = match.tokens.end
        return found

    def _at(self, document: Document, token: int) -> Match | None:
        word, lemma = document.lowered[token], document.syntax.lemmas[token]
        best: Match | None = None
        for first in (word, lemma) if word != lemma else (word,):
            for rest, entry in self._index.get(first, ()):
                stop = token + 1 + len(rest)
                if best is not None and stop <= best.tokens.end:
                    break
                if _continues(document, token + 1, rest) and _has_pos(document, token, stop, entry):
                    best = Match(Span(token, stop), entry)
                    break
        return best


def _unhyphenated(term: str) -> tuple[str, ...]:
    return tuple(_HYPHEN.sub(" - ", term).split())


def _continues(document: Document, start: int, rest: tuple[str, ...]) -> bool:
    if not rest:
        return True
    stop = start + len(rest)
    return stop <= len(document.lowered) and all(
        expected in (word, lemma)
        for expected, word, lemma in zip(
            rest, document.lowered[start:stop], document.syntax.lemmas[start:stop], strict=True
        )
    )


def _has_pos(document: Document, start: int, stop: int, entry: Entry) -> bool:
    if entry.pos in ("", "phrase"):
        return True
    token = start if entry.pos in ("verb", "modal") else stop - 1
    tag = document.syntax.tags[token]
    if tag not in _TAGS[entry.pos]:
        return False
    # A participle is an adjective where it modifies or is predicated, not where it is a clause.
    if entry.pos == "adjective" and tag in ("VBN", "VBG"):
        return document.syntax.relations[token].partition(":")[0] in _MODIFIERS
    return True
