"""What a report quotes of each article beside its numbers: sentences, evidence, who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from divergence.types import (
    AttributionKind,
    CueClass,
    Document,
    Evidence,
    Span,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that an article puts into somebody's mouth, with the verb that introduces them.

    ``speaker`` is a name or a role, also where a pronoun stands for it; "" where the text leaves
    open who speaks. ``cue`` is the lemma of the verb, "" where only quotation marks show that
    somebody speaks.
    """

    speaker: str
    side: str | None
    cue: str
    cue_class: CueClass
    kind: AttributionKind
    n_words: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Material:
    """One article as the report quotes it; ``sentences`` are character spans of ``text``."""

    article: str
    source: str
    title: str
    event: str
    date: Date | None
    text: str
    sentences: tuple[Span, ...]
    evidence: tuple[Evidence, ...]
    spoken: tuple[Spoken, ...]
    url: str = ""


def collect(document: Document, evidence: Sequence[Evidence]) -> Material:
    """Keep what a report quotes of a document, so that the document itself can go."""
    article = document.article
    return Material(
        article=article.id,
        source=article.source,
        title=article.title,
        event=article.event,
        date=article.date,
        text=article.text,
        sentences=tuple(document.characters(span) for span in document.syntax.sentences),
        evidence=tuple(evidence),
        spoken=_spoken(document),
        url=article.url,
    )


def _spoken(document: Document) -> tuple[Spoken, ...]:
    quoted = []
    for attribution in document.attributions:
        spans = [span for span in attribution.content if span.end > span.start]
        if not spans:
            continue
        words = sum(
            any(map(str.isalnum, word))
            for span in spans
            for word in document.syntax.words[span.start : span.end]
        )
        first, last = document.characters(spans[0]), document.characters(spans[-1])
        quoted.append(
            Spoken(
                speaker=attribution.speaker.name,
                side=attribution.speaker.side,
                cue=attribution.cue_lemma,
                cue_class=attribution.cue_class,
                kind=attribution.kind,
                n_words=words,
                sentence=attribution.sentence,
                start=first.start,
                end=last.end,
            )
        )
    return tuple(quoted)
