"""Documents built by hand: words, sentences and voices, no parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.types import Article, Document, Evidence, Side, Span, Syntax, Voice

Marks = Callable[[Document], list[Evidence]]


def made_document(
    sentences: Sequence[str],
    *,
    quoted: frozenset[int] = frozenset(),
    sides: Sequence[str] = (),
    article: str = "a1",
    source: str = "Post",
) -> Document:
    """Sentences of words divided by spaces; ``quoted`` are token numbers."""
    text = " ".join(sentences)
    words = text.split()
    starts, at = [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    bounds = [0]
    for sentence in sentences:
        bounds.append(bounds[-1] + len(sentence.split()))
    voices: tuple[Voice, ...] = tuple(
        "quoted" if token in quoted else "reporter" for token in range(len(words))
    )
    blank = ("",) * len(words)
    syntax = Syntax(
        words=tuple(words),
        lemmas=tuple(words),
        tags=blank,
        relations=blank,
        heads=tuple(range(len(words))),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        sentences=tuple(Span(*pair) for pair in pairwise(bounds) if pair[0] < pair[1]),
        paragraph_of=(0,) * len(sentences),
    )
    named = tuple(Side(name, (name,)) for name in sides)
    return Document(Article(article, source, text), syntax, named, (), (), (), voices)


def made_feature(find: Marks, *measures: Measure, name: str = "made") -> Feature:
    return Feature(name, 1, "certainty", "Counts.", "Nobody 2020", "Never.", find, measures)


def word_finder(**category_of: str) -> Marks:
    """Evidence for every listed word: "category", "category/side" or "category/side/weight"."""

    def find(document: Document) -> list[Evidence]:
        found = []
        for token, word in enumerate(document.lowered):
            if word in category_of:
                category, side, weight = (*category_of[word].split("/"), "", "")[:3]
                span = document.characters(Span(token, token + 1))
                found.append(
                    Evidence(
                        "made",
                        category,
                        *span,
                        document.sentence_of[token],
                        document.voices[token],
                        side or None,
                        float(weight or 1),
                    )
                )
        return found

    return find


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    return made_document


@pytest.fixture(scope="session")
def feature() -> Callable[..., Feature]:
    return made_feature


@pytest.fixture(scope="session")
def finder() -> Callable[..., Marks]:
    return word_finder
