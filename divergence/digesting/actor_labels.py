"""How one article labels those it names: "the mercenary group Wagner", "Wagner, a private army"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import WEEKDAYS
from divergence.lexicons.negators import CLAUSAL, DETERMINERS
from divergence.lexicons.packaged import load

if TYPE_CHECKING:
    from divergence.types import Document

_PROPER = frozenset({"NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS"})
_BESIDE = frozenset({"appos", "nmod:desc", "flat"})
_MODIFIERS = frozenset({"amod", "compound"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label that a sentence gives to a named actor."""

    actor: str
    label: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of an article with the number of their mentions, and the labels they are given."""

    names: tuple[tuple[str, int], ...] = ()
    labels: tuple[Label, ...] = ()


def labels_of(document: Document) -> Labels:
    """Find the names that an article's reporter uses and the labels beside them.

    A label is a noun that can act or a known one ("group", "militant"), beside the name or as its
    predicate: "the group" alone is not traced back to anyone.
    """
    names: Counter[str] = Counter()
    labels = []
    for begin, end in _runs(document):
        start = begin
        words = document.syntax.words
        # "On Monday President Ada Lin": the day is no part of the name.
        while start < end - 1 and words[start].lower() in WEEKDAYS:
            start += 1
        first = start
        while first < end - 1 and words[first].lower().rstrip(".") in _nouns():
            first += 1
        name = " ".join(words[first:end])
        if name.lower() in WEEKDAYS:
            continue
        names[name] += 1
        sentence = document.sentence_of[start]
        if first > start:
            labels.append(Label(name, " ".join(words[start:first]).lower(), sentence))
        labels += [Label(name, label, sentence) for label in _beside(document, start, end)]
    return Labels(tuple(sorted(names.items())), tuple(labels))


@cache
def _nouns() -> frozenset[str]:
    """Lemmas of nouns that label whom they name."""
    labels = {entry.term for entry in load("labels").entries if entry.group}
    return frozenset(actor_kinds()) | frozenset(labels)


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    """Proper nouns in a row in the reporter's words."""
    tags, voices = document.syntax.tags, document.voices
    for span in document.syntax.sentences:
        start = span.start
        for token in range(span.start, span.end + 1):
            inside = token < span.end and tags[token] in _PROPER and voices[token] == "reporter"
            if not inside:
                if token > start:
                    yield start, token
                start = token + 1


def _beside(document: Document, start: int, end: int) -> Iterator[str]:
    """Labels around the name at tokens ``start`` to ``end``, each once."""
    syntax = document.syntax
    head = next((t for t in range(start, end) if not start <= syntax.heads[t] < end), end - 1)
    above, relation = syntax.heads[head], syntax.relations[head]
    nouns = [c for c in document.children[head] if syntax.relations[c] in _BESIDE]
    if above != head and relation in _BESIDE:
        nouns.append(above)
    if above != head and relation == "compound" and above == end:
        nouns.append(above)
    if above != head and relation == "nsubj" and _is_predicate(document, above):
        nouns.append(above)
    for noun in dict.fromkeys(nouns):
        if not start <= noun < end and _labels(document, noun):
            yield _phrase(document, noun, (start, end))
    before = _first_modifier(document, start, end)
    if any(_labels(document, token) for token in range(before, start)):
        yield _written(document, before, start)


def _labels(document: Document, token: int) -> bool:
    """Whether a token is a common noun of the reporter's that can label an actor."""
    return (
        document.syntax.tags[token] in _COMMON
        and document.syntax.lemmas[token].lower() in _nouns()
        and document.voices[token] == "reporter"
    )


def _first_modifier(document: Document, first: int, end: int) -> int:
    """First of the nouns and adjectives right before a phrase that modify it."""
    syntax = document.syntax
    while (
        first > 0
        and syntax.tags[first - 1] in _COMMON | {"JJ"}
        and syntax.relations[first - 1] in _MODIFIERS
        and first <= syntax.heads[first - 1] < end
    ):
        first -= 1
    return first


def _is_predicate(document: Document, noun: int) -> bool:
    relations = [document.syntax.relations[child] for child in document.children[noun]]
    lemmas = [document.syntax.lemmas[child].lower() for child in document.children[noun]]
    return "cop" in relations and (CLAUSAL | DETERMINERS).isdisjoint(lemmas)


def _phrase(document: Document, noun: int, name: tuple[int, int]) -> str:
    """The noun with the modifiers right before it, the name itself left out."""
    first = _first_modifier(document, noun, noun + 1)
    if name[0] < noun:
        first = max(first, min(name[1], noun))
    return _written(document, first, noun + 1)


def _written(document: Document, first: int, end: int) -> str:
    """Words in lower case, but for adjectives of names ("Russian") inside a sentence."""
    tags, starts = document.syntax.tags, {span.start for span in document.syntax.sentences}
    return " ".join(
        document.syntax.words[token]
        if tags[token] == "JJ" and token not in starts
        else document.lowered[token]
        for token in range(first, end)
    )
