"""What a comparison needs of one article, so that annotated documents need not be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from divergence.counting.tally import Tally, tally
from divergence.digesting.actor_labels import Labels, labels_of
from divergence.digesting.assertions import Assertion, assertions
from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.digesting.sourcing import Sourcing, sourcing
from divergence.digesting.word_pairs import words_of

if TYPE_CHECKING:
    from divergence.counting.feature import Feature
    from divergence.types import Document, Figure


NO_SOURCING = Sourcing()
NO_LABELS = Labels()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a digest: where it is, its text, its lower-cased words, how it tells.

    ``pairs`` are the places of words that may form one expression with the word after them.
    """

    ref: SentenceRef
    words: tuple[str, ...]
    assertion: Assertion | None = None
    pairs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Digest:
    """One article, ready to be compared: its counts, sentences and figures, and its sourcing."""

    tally: Tally
    sentences: tuple[Sentence, ...]
    figures: tuple[LedgerFigure, ...]
    sourcing: Sourcing = NO_SOURCING
    labels: Labels = NO_LABELS


def digest(document: Document, features: Sequence[Feature]) -> Digest:
    """Measure a document and keep what a comparison needs of it."""
    from divergence.text.figures.quantities import every_quantity

    return from_parts(document, tally(document, features), every_quantity(document))


def from_parts(document: Document, counted: Tally, figures: Sequence[Figure]) -> Digest:
    """Build a digest from a tally and figures that are already known."""
    article = document.article
    sentences = []
    of_sentences = assertions(document)
    for number, span in enumerate(document.syntax.sentences):
        start, end = document.characters(span)
        ref = SentenceRef(article.id, article.source, number, start, end, document.words_of(span))
        words, pairs = words_of(document, span)
        sentences.append(Sentence(ref, words, of_sentences[number], pairs))
    return Digest(
        counted,
        tuple(sentences),
        tuple(_ledger_figure(document, f, sentences[f.sentence].ref) for f in figures),
        sourcing(document),
        labels_of(document),
    )


def figures_of(document: Document, ref: SentenceRef) -> tuple[LedgerFigure, ...]:
    """Return the figures of a document that is read as one sentence, ``ref``."""
    from divergence.text.figures.quantities import every_quantity

    return tuple(_ledger_figure(document, figure, ref) for figure in every_quantity(document))


def _ledger_figure(document: Document, figure: Figure, ref: SentenceRef) -> LedgerFigure:
    return LedgerFigure(
        at=ref,
        text=" ".join(document.text[figure.start : figure.end].split()),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        event=figure.event,
        affected_side=figure.affected_side,
        window=figure.window,
        place=figure.place,
        claimant=figure.claimant,
        claimant_side=figure.claimant_side,
        voice=figure.voice,
        subject=figure.subject,
    )
