"""What a word list is: rows of terms, and what a reader needs in order to judge them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Matching = Literal["tagged", "lemma", "word"]
PartOfSpeech = Literal["", "verb", "noun", "adjective", "adverb", "modal", "phrase"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list: a lemma or a phrase of lower-case words, and what it counts as.

    ``pos`` restricts where the term is looked for ("" means anywhere); ``group`` names what the
    term belongs to beside its category, for example the set of rival terms for one referent.
    """

    term: str
    category: str
    pos: PartOfSpeech = ""
    group: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True, repr=False)
class WordList:
    """A list; :class:`~divergence.lists.lexicon.Lexicon` says what its fields hold."""

    name: str
    title: str
    version: str
    date: str
    licence: str
    source: str
    entries: tuple[Entry, ...]
    match: Matching = "tagged"
    digest: str = field(default="", kw_only=True)

    def __repr__(self) -> str:
        """Name and size: the entries of a long list would fill the screen."""
        n = len(self.terms)
        return f"<{type(self).__name__} {self.name}: {n:,} {'term' if n == 1 else 'terms'}>"

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories of the list, sorted."""
        return tuple(sorted({entry.category for entry in self.entries}))

    @property
    def terms(self) -> tuple[str, ...]:
        """Different terms of the list, sorted."""
        return tuple(sorted({entry.term for entry in self.entries}))

    def of(self, *categories: str) -> tuple[Entry, ...]:
        """Entries of the given categories, in file order."""
        return tuple(entry for entry in self.entries if entry.category in categories)
