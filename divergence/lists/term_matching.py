"""Finding the terms of a list of one's own: forms, wildcards, phrases, words cut by the tokenizer.

A term is looked for as its author wrote it. Tokens without a space between them are also read as
one word, so that "can't", "so-called" and "U.S.-led" are found however they were cut. Parts of a
word with hyphens are words too: "strike" is found in "air-strike".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from divergence.lexicons.matching import Match
from divergence.lexicons.word_list import Entry
from divergence.lists.entry_rows import fold
from divergence.types import Document, Span

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_AS_WRITTEN, _BY_LEMMA, _BY_WILDCARD = 2, 1, 0


class Unit(NamedTuple):
    """A word of a term; with ``open`` any ending may follow."""

    text: str
    open: bool


class _Pattern(NamedTuple):
    units: tuple[Unit, ...]
    term: str


class _Reading(NamedTuple):
    """A way to read the text from a token on: a word, where it ends, what it is."""

    text: str
    end: int
    kind: int


class _Found(NamedTuple):
    """Where a match ends and how close it is; the larger the better."""

    end: int
    closeness: int
    letters: int
    term: str


def units(term: str) -> tuple[Unit, ...]:
    """Return the words of a term."""
    return tuple(Unit(word.removesuffix("*"), word.endswith("*")) for word in term.split())


class TermMatcher:
    """The terms of a list, indexed by their first word; a term may stand in several categories.

    With ``lemmas`` a word without a wildcard also matches the words it is the dictionary form of.
    """

    def __init__(self, entries: Iterable[Entry], *, lemmas: bool) -> None:
        self._lemmas = lemmas
        rows: dict[str, list[Entry]] = {}
        for entry in entries:
            rows.setdefault(entry.term, []).append(entry)
        self._rows = {
            term: sorted(entries_of_term, key=lambda e: e.category)
            for term, entries_of_term in rows.items()
        }
        self._whole: dict[str, list[_Pattern]] = {}
        self._open: dict[str, list[_Pattern]] = {}
        self._longest = 0
        for term in sorted(self._rows):
            for written in sorted({term, _HYPHEN.sub(" - ", term)}):
                pattern = _Pattern(units(written), term)
                first = pattern.units[0]
                index = self._open if first.open else self._whole
                index.setdefault(first.text, []).append(pattern)
                self._longest = max(self._longest, *(len(unit.text) for unit in pattern.units))
        self._lengths = sorted({len(text) for text in self._open})
        # Most words of a text begin no term: one look tells, also where a term is cut in tokens.
        self._beginnings = frozenset(
            text[:length]
            for text in (*self._whole, *self._open)
            for length in range(1, len(text) + 1)
        )

    def find(self, document: Document) -> list[Match]:
        """Find every term, in text order, without overlaps; one match for each of its categories.

        Terms do not reach from one sentence into the next.
        """
        words = _Words(document, lemmas=self._lemmas, longest=self._longest)
        matches: list[Match] = []
        for sentence in document.syntax.sentences:
            token = sentence.start
            while token < sentence.end:
                if not self._may_begin(*words.at(token)):
                    token += 1
                    continue
                best = max(self._at(words, token, sentence.end), default=None)
                if best is not None:
                    span = Span(token, best.end)
                    matches += [Match(span, entry) for entry in self._rows[best.term]]
                token = token + 1 if best is None else best.end
        return matches

    def _may_begin(self, word: str, lemma: str) -> bool:
        if word in self._beginnings or lemma in self._whole:
            return True
        return any(word[:length] in self._open for length in self._lengths)

    def _at(self, words: _Words, token: int, stop: int) -> Iterator[_Found]:
        for reading in words.readings(token, stop):
            patterns = [self._whole.get(reading.text, ())]
            if reading.kind != _BY_LEMMA:
                patterns += [
                    self._open.get(reading.text[:length], ())
                    for length in self._lengths
                    if words.reaches(reading, length)
                ]
            for pattern in (pattern for some in patterns for pattern in some):
                first = pattern.units[0]
                kind = _BY_WILDCARD if first.open else reading.kind
                letters = sum(len(unit.text) for unit in pattern.units)
                for end, closeness in _rest(words, pattern.units[1:], reading.end, stop):
                    yield _Found(end, kind + closeness, letters, pattern.term)


def _rest(
    words: _Words, left: tuple[Unit, ...], token: int, stop: int
) -> Iterator[tuple[int, int]]:
    """Ends of the words that are still to be matched, and how close they come."""
    if not left:
        yield token, 0
        return
    if token >= stop:
        return
    unit = left[0]
    for reading in words.readings(token, stop):
        if unit.open:
            fits = (
                reading.kind == _AS_WRITTEN
                and reading.text.startswith(unit.text)
                and words.reaches(reading, len(unit.text))
            )
            kind = _BY_WILDCARD
        else:
            fits, kind = reading.text == unit.text, reading.kind
        if fits:
            for end, closeness in _rest(words, left[1:], reading.end, stop):
                yield end, kind + closeness


class _Words:
    """The words of a document in the one way in which they are compared."""

    def __init__(self, document: Document, *, lemmas: bool, longest: int) -> None:
        syntax = document.syntax
        self._words = _folded(document.lowered)
        self._lemmas = _folded(syntax.lemmas) if lemmas else self._words
        self._starts, self._ends = syntax.starts, syntax.ends
        self._longest = longest

    def at(self, token: int) -> tuple[str, str]:
        """A token as written and its lemma."""
        return self._words[token], self._lemmas[token]

    def readings(self, token: int, stop: int) -> Iterator[_Reading]:
        """Ways to read the text from a token on: as written, by lemma, with what is tied to it."""
        text = self._words[token]
        yield _Reading(text, token + 1, _AS_WRITTEN)
        if self._lemmas[token] != text:
            yield _Reading(self._lemmas[token], token + 1, _BY_LEMMA)
        after = token + 1
        while (
            after < stop
            and self._starts[after] == self._ends[after - 1]
            and len(text) < self._longest
        ):
            text += self._words[after]
            after += 1
            yield _Reading(text, after, _AS_WRITTEN)

    def reaches(self, reading: _Reading, length: int) -> bool:
        """Whether a beginning of this length goes into the last token of a reading."""
        return len(reading.text) - len(self._words[reading.end - 1]) < length <= len(reading.text)


def _folded(words: Sequence[str]) -> list[str]:
    return [word.lower() if word.isascii() else fold(word) for word in words]
