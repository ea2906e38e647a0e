"""Explaining: the numbers of one file's articles with every span of text behind them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from divergence.comparing.results import Column
from divergence.config import Config
from divergence.features.feature import Per
from divergence.types import Document, Evidence, Voice

_UNDER: dict[Per, str] = {
    "words": "words",
    "sentences": "sentences",
    "evidence": "evidence",
    "side_evidence": "evidence of this side",
    "weight": "evidence",
}


@dataclass(frozen=True, slots=True)
class ExplainedNumber:
    """One measure of an article over all voices, and the two sums that it is made of.

    ``value`` is ``counted / out_of`` in its unit, and None where ``out_of`` is 0; ``reason`` then
    says why, and is "" otherwise. Where a sentence is shared between voices, the part of it that
    carries evidence counts, so that sums of sentences need not be whole.
    """

    column: str
    value: float | None
    unit: str
    counted: float
    out_of: float
    reason: str


@dataclass(frozen=True, slots=True)
class ExplainedSpan:
    """One piece of evidence with its words; offsets are characters of the article's text."""

    feature: str
    category: str
    side: str | None
    voice: Voice
    weight: float
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence that holds evidence."""

    number: int
    start: int
    text: str
    evidence: tuple[ExplainedSpan, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article: its numbers and the sentences that hold their evidence."""

    article: str
    source: str
    title: str
    numbers: tuple[ExplainedNumber, ...]
    sentences: tuple[ExplainedSentence, ...]


def explain(
    path: Path, config: Config, names: Sequence[str] | None = None
) -> tuple[Explanation, ...]:
    """Explain the numbers of every article in a file.

    Parameters
    ----------
    path : Path
        A file, or a folder.
    config : Config
        Settings; without sides, two are proposed from the text.
    names : sequence of str, optional
        Features to explain; all by default.

    Returns
    -------
    tuple of Explanation
        One for every article, in reading order.

    Raises
    ------
    InputError
        If the path does not exist or holds no usable article.
    UsageError
        If a feature is not known.
    """
    from divergence.features.registry import select
    from divergence.measuring.ratio import VOICE_CHOICES, values
    from divergence.measuring.tally import tally
    from divergence.models.instruments import choose
    from divergence.pipeline import read_beside_lists, selected_features, settle_sides, usable
    from divergence.text.annotate import annotate_many

    features = select(names, among=selected_features(config, choose(config.semantic)))
    corpus = read_beside_lists(path, config)
    articles = usable(corpus.articles, corpus.rejections, path)
    sides, _ = settle_sides(config, articles)
    explanations = []
    for document in annotate_many(articles, sides=sides):
        counted = tally(document, features)
        everyone = values(counted)[:, VOICE_CHOICES.index("all")].tolist()
        sums = counted.counts.sum(axis=(0, 2)).tolist()
        numbers = (
            _number(column, value, *pair)
            for column, value, pair in zip(counted.columns, everyone, sums, strict=True)
        )
        explanations.append(
            Explanation(
                document.article.id,
                document.article.source,
                document.article.title,
                tuple(numbers),
                _sentences(document, counted.evidence),
            )
        )
    return tuple(explanations)


def _number(column: Column, value: float, counted: float, out_of: float) -> ExplainedNumber:
    undefined = math.isnan(value)
    return ExplainedNumber(
        column.name,
        None if undefined else value,
        column.unit,
        round(counted, 6),
        round(out_of, 6),
        f"nothing to divide by: no {_UNDER[column.per]}" if undefined else "",
    )


def _sentences(document: Document, evidence: Sequence[Evidence]) -> tuple[ExplainedSentence, ...]:
    by_sentence: dict[int, list[Evidence]] = {}
    for span in evidence:
        by_sentence.setdefault(span.sentence, []).append(span)
    explained = []
    for number in sorted(by_sentence):
        start, end = document.characters(document.syntax.sentences[number])
        found = sorted(by_sentence[number], key=lambda span: (span.start, span.end, span.feature))
        explained.append(
            ExplainedSentence(
                number + 1,
                start,
                document.text[start:end],
                tuple(_span(document, span) for span in found),
            )
        )
    return tuple(explained)


def _span(document: Document, span: Evidence) -> ExplainedSpan:
    return ExplainedSpan(
        span.feature,
        span.category,
        span.side,
        span.voice,
        span.weight,
        span.start,
        span.end,
        " ".join(document.text[span.start : span.end].split()),
    )
