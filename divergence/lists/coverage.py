"""How much of a corpus a list can see at all: a count per list for the method page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

from divergence.lexicons.word_list import WordList
from divergence.lists.matchers import matcher_of
from divergence.types import Document


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of the corpus's words that a list matches, and of the list's terms that occur.

    All are in [0, 1], ``nan`` where there is nothing to divide by.
    """

    lexicon: str
    tokens: float
    types: float
    terms: float


def coverage(lexicon: WordList, documents: Iterable[Document]) -> Coverage:
    """Count how much of a corpus a list covers.

    Matches are counted before any feature tells apart the readings of a word, so a covered word
    is not always counted. Low coverage says that a list has little to say about this corpus, not
    that its texts are neutral.
    """
    counter = CoverageCounter(lexicon)
    for document in documents:
        counter.add(document)
    return counter.coverage


class CoverageCounter:
    """Coverage of a list, document by document, for a corpus that streams past."""

    def __init__(self, lexicon: WordList) -> None:
        self._lexicon = lexicon
        self._matcher = matcher_of(lexicon)
        self._n_words = self._n_inside = 0
        self._words: set[str] = set()
        self._inside: set[str] = set()
        self._terms: set[str] = set()

    def add(self, document: Document) -> None:
        """Count one document."""
        is_word = document.is_word
        present = list(compress(document.lowered, is_word))
        self._n_words += len(present)
        self._words.update(present)
        end = 0
        for match in self._matcher.find(document):
            self._terms.add(match.entry.term)
            # A term of several categories is found for each of them, in one place.
            if match.tokens.start < end:
                continue
            end = match.tokens.end
            start = match.tokens.start
            matched_words = list(compress(document.lowered[start:end], is_word[start:end]))
            self._n_inside += len(matched_words)
            self._inside.update(matched_words)

    @property
    def coverage(self) -> Coverage:
        """Coverage of what was counted so far."""
        return Coverage(
            lexicon=self._lexicon.name,
            tokens=share(self._n_inside, self._n_words),
            types=share(len(self._inside), len(self._words)),
            terms=share(len(self._terms), len({entry.term for entry in self._lexicon.entries})),
        )


def share(part: int, whole: int) -> float:
    """Return a share; nan of nothing."""
    return part / whole if whole else float("nan")
