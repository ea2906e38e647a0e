"""A tally: both counts of every measure, per sentence and per voice of one article.

Tallies add up. The counts of an article are the sum over its sentences, those of a source the sum
over its articles, and every number that the package reports is one sum divided by another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from divergence.counting.columns import Column, Plan, plan
from divergence.counting.feature import Feature
from divergence.types import Article, Document, Evidence, VoiceChoice

VOICE_CHOICES: tuple[VoiceChoice, VoiceChoice, VoiceChoice] = ("reporter", "quoted", "all")
Floats = NDArray[np.float64]
NUMERATOR, DENOMINATOR = 0, 1


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an article is, without its text."""

    id: str
    source: str
    title: str = ""
    event: str = ""
    date: Date | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    path: str = ""

    @classmethod
    def of(cls, article: Article) -> Self:
        """Return who an article is."""
        return cls(
            article.id,
            article.source,
            article.title,
            article.event,
            article.date,
            article.metadata,
            article.path,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The counts of one article.

    ``counts`` has the axes sentence, column, voice (reporter, quoted) and part (numerator,
    denominator). ``n_evidence`` counts the spans behind each numerator, per column and voice.
    ``n_words`` are the words of the article in both voices. ``text_digest`` is the SHA-256 of its
    text: what is drawn at random for an article follows from it, whatever else is measured.
    """

    article: Identity
    columns: tuple[Column, ...]
    counts: Floats
    n_evidence: NDArray[np.int64]
    evidence: tuple[Evidence, ...]
    n_words: int
    text_digest: str

    @property
    def n_sentences(self) -> int:
        """Number of sentences, those without a word included."""
        return int(self.counts.shape[0])


def tally(document: Document, features: Sequence[Feature]) -> Tally:
    """Count everything that the features find in one document.

    A word is a token that contains a letter or a digit, and belongs to the voice of that token. A
    sentence is shared between the voices in proportion to their words; one without any word counts
    for neither.

    A denominator of evidence is counted over all sides for ``per="evidence"`` and
    ``per="weight"``, over the column's own side for ``per="side_evidence"``.
    """
    chosen = tuple(features)
    layout = plan(chosen, tuple(side.name for side in document.sides))
    by_feature = [feature.find(document) for feature in chosen]
    words = _words(document)
    counts, n_evidence = _count(by_feature, layout, words.shape[0])
    _fill(counts, layout.columns, words)
    article = document.article
    return Tally(
        article=Identity.of(article),
        columns=layout.columns,
        counts=counts,
        n_evidence=n_evidence,
        evidence=tuple(span for spans in by_feature for span in spans),
        n_words=int(words.sum()),
        text_digest=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _words(document: Document) -> Floats:
    """Words per sentence and voice."""
    tokens = document.syntax.words
    sentences = document.syntax.sentences
    lengths = np.array([span.end - span.start for span in sentences], dtype=np.int64)
    voices = np.fromiter((voice == "quoted" for voice in document.voices), np.int64, len(tokens))
    cells = np.repeat(np.arange(len(sentences)), lengths) * 2 + voices
    weights = np.array(document.is_word, np.float64)
    words = np.bincount(cells, weights, minlength=2 * len(sentences)).reshape(-1, 2)
    return words.astype(np.float64)


def _count(
    by_feature: Sequence[Sequence[Evidence]], layout: Plan, n_sentences: int
) -> tuple[Floats, NDArray[np.int64]]:
    """Add up evidence, one flat index for each addition."""
    n_columns = len(layout.columns)
    over: list[int] = []
    weights: list[float] = []
    under: list[int] = []
    amounts: list[float] = []
    for number, spans in enumerate(by_feature):
        for span in spans:
            targets = layout.targets(number, span.category, span.side)
            cell = span.sentence * n_columns * 2 + (span.voice == "quoted")
            for column in targets.numerator:
                over.append(cell + 2 * column)
                weights.append(span.weight)
            for column in targets.counted:
                under.append(cell + 2 * column)
                amounts.append(1.0)
            for column in targets.weighed:
                under.append(cell + 2 * column)
                amounts.append(span.weight)
    size = n_sentences * n_columns * 2
    places = np.array(over, dtype=np.int64)
    counts = np.empty((n_sentences, n_columns, 2, 2))
    shape = (n_sentences, n_columns, 2)
    counts[..., NUMERATOR] = np.bincount(places, weights, minlength=size).reshape(shape)
    counts[..., DENOMINATOR] = np.bincount(
        np.array(under, dtype=np.int64), amounts, minlength=size
    ).reshape(shape)
    n_spans = np.bincount(places, minlength=size).reshape(shape)
    # Where sentences are counted, several words of one are one place.
    by_sentence = [column.per == "sentences" for column in layout.columns]
    n_spans[:, by_sentence] = n_spans[:, by_sentence] > 0
    return counts, n_spans.sum(axis=0)


def _fill(counts: Floats, columns: Sequence[Column], words: Floats) -> None:
    """Write the denominators that the text itself gives: words and sentences."""
    total = words.sum(axis=1, keepdims=True)
    shares = np.divide(words, total, out=np.zeros_like(words), where=total > 0)
    for per, amount in (("words", words), ("sentences", shares)):
        chosen = [number for number, column in enumerate(columns) if column.per == per]
        counts[:, chosen, :, DENOMINATOR] = amount


def with_all(counts: Floats) -> Floats:
    """Append the voice "all" to the voice axis of counts (the last axis but one)."""
    return np.concatenate([counts, counts.sum(axis=-2, keepdims=True)], axis=-2)


def scales(columns: Sequence[Column]) -> Floats:
    """Scale of every column, shaped to broadcast over voices."""
    return np.array([column.scale for column in columns], dtype=np.float64)[:, None]


def ratios(counts: Floats, scale: Floats | float = 1.0) -> Floats:
    """Divide numerators by denominators."""
    over, under = counts[..., NUMERATOR], counts[..., DENOMINATOR]
    result = np.full(over.shape, np.nan)
    np.divide(over * scale, under, out=result, where=under != 0)
    return result


def values(tally: Tally) -> Floats:
    """Return the measures of one article, by column and voice (reporter, quoted, all)."""
    return ratios(with_all(tally.counts.sum(axis=0)), scales(tally.columns))
