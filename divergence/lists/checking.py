"""Looking a list over: what is in it twice, and which terms stand in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from divergence.lexicons.word_list import WordList
from divergence.lists.corpus_counts import Reach, reach
from divergence.lists.entry_rows import Note
from divergence.lists.loading import check_choices, list_name, read_list
from divergence.lists.term_matching import Unit, units
from divergence.types import Document

__all__ = ["Check"]


Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Check:
    """A list looked over.

    Attributes
    ----------
    name, file, digest : str
        The list; ``file`` is "" for a list made of words.
    format, encoding : str
        How the file was read; "" for a list that is not looked over as a file.
    match : str
        "lemma", "word" or "tagged", see :class:`~divergence.lists.lexicon.Lexicon`.
    n_terms : int
        Different terms.
    categories : tuple of str
        Its categories, sorted.
    problems : tuple of Note
        What makes it unusable; terms and corpus are then not looked at.
    notes : tuple of Note
        What was merged or left out, and terms that stand in other terms' way.
    reach : Reach or None
        What a corpus holds of it, where one was given.
    """

    name: str
    file: str
    digest: str
    match: str
    n_terms: int
    categories: tuple[str, ...]
    format: str = ""
    encoding: str = ""
    problems: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    reach: Reach | None = None

    @property
    def usable(self) -> bool:
        """Whether a feature can be made of the list."""
        return not self.problems


def check_file(
    path: Path,
    documents: Iterable[Document] | None = None,
    *,
    match: Literal["lemma", "word"] | None = None,
) -> Check:
    """Look a file over, and name everything that makes it unusable."""
    check_choices("lists", match)
    read = read_list(path)
    entries, _, notes, problems = read.gathered
    words = WordList(
        name=path.stem if problems else list_name(path.stem),
        title="",
        version="",
        date="",
        licence="",
        source=path.name,
        entries=entries,
        match=read.matching(match),
        digest=read.digest,
    )
    checked = check(words, documents, notes=notes, problems=problems)
    return replace(checked, format=read.format, encoding=read.encoding)


def check(
    words: WordList,
    documents: Iterable[Document] | None = None,
    *,
    notes: tuple[Note, ...] = (),
    problems: tuple[Note, ...] = (),
) -> Check:
    """Look a list over, with what was noticed when it was read; see :meth:`Lexicon.check`."""
    usable = not problems
    return Check(
        name=words.name,
        file=words.source,
        digest=words.digest,
        match=words.match,
        n_terms=len(words.terms),
        categories=words.categories,
        problems=problems,
        notes=(*notes, *_in_the_way(words)) if usable else notes,
        reach=reach(words, documents) if usable and documents is not None else None,
    )


def _in_the_way(word_list: WordList) -> Iterator[Note]:
    """Terms in several categories, and terms that other terms cover, whole or in part."""
    weights: dict[str, dict[str, float]] = {}
    for entry in word_list.entries:
        weights.setdefault(entry.term, {})[entry.category] = entry.weight
    by_first: dict[Unit, list[tuple[Unit, ...]]] = {}
    lengths: set[int] = set()
    written = {units(term): term for term in sorted(weights)}
    for words in written:
        by_first.setdefault(words[0], []).append(words)
        if words[0].open:
            lengths.add(len(words[0].text))
    for words, term in written.items():
        if len(weights[term]) > 1:
            categories = f"{len(weights[term])} categories: {', '.join(sorted(weights[term]))}"
            yield Note(0, "several categories", f"'{term}' counts in {categories}.")
        for start, first in enumerate(words):
            for key in _keys(first, lengths):
                for others in by_first.get(key, ()):
                    if others != words and _covers(others, words[start:]):
                        whole = len(others) == len(words)
                        yield _note(term, written[others], weights, whole=whole)


def _keys(unit: Unit, lengths: Iterable[int]) -> Iterator[Unit]:
    """First words under which a term that covers this word may stand."""
    if not unit.open:
        yield unit
    for length in sorted(lengths):
        if length <= len(unit.text):
            yield Unit(unit.text[:length], True)


def _covers(others: tuple[Unit, ...], words: tuple[Unit, ...]) -> bool:
    """Whether a term matches wherever the beginning of another one does."""
    return len(others) <= len(words) and all(
        other == word or (other.open and word.text.startswith(other.text))
        for other, word in zip(others, words, strict=False)
    )


def _note(term: str, other: str, weights: Mapping[str, Weights], *, whole: bool) -> Note:
    same = weights[term] == weights[other]
    if whole and same:
        return Note(0, "swallowed", f"'{other}' finds '{term}' too; one of the two is enough.")
    counts = f"counts as {_counted(weights[term])}, not as {_counted(weights[other])}"
    if whole:
        return Note(0, "conflict", f"'{other}' finds '{term}' too, but '{term}' {counts}.")
    more = "" if same else f"; '{term}' {counts}"
    return Note(0, "inside", f"'{other}' is not counted inside '{term}'{more}.")


def _counted(weights: Weights) -> str:
    return ", ".join(
        category if weight == 1 else f"{category} ({weight:g})"
        for category, weight in sorted(weights.items())
    )
