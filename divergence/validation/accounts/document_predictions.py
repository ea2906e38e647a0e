"""What the program finds in one article, in the form that readers label it in."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.text.figures.quantities import every_quantity
from divergence.types import Attribution, Document


def predict_speech(document: Document) -> Iterator[dict[str, object]]:
    """Give every attribution of a document as a reader would label it, with its spans."""
    for attribution in document.attributions:
        yield {
            "article": document.article.id,
            "cue_span": list(document.characters(attribution.cue)) if attribution.cue else None,
            "content_spans": [list(document.characters(part)) for part in attribution.content],
            "speaker": attribution.speaker.name or "unknown",
            "side": attribution.speaker.side,
            "form": attribution.kind,
            "stance": attribution.cue_class,
            **_words(document, attribution),
        }


def _words(document: Document, attribution: Attribution) -> dict[str, object]:
    spans = [document.characters(part) for part in attribution.content]
    cue = document.words_of(attribution.cue) if attribution.cue else None
    return {"cue": cue, "content": " ".join(document.text[a:b] for a, b in spans)}


def predict_figures(document: Document) -> Iterator[dict[str, object]]:
    """Give every figure of a document as a reader would label it, with its span."""
    for figure in every_quantity(document):
        yield {
            "article": document.article.id,
            "span": [figure.start, figure.end],
            "text": document.text[figure.start : figure.end],
            "low": figure.low,
            "high": figure.high,
            "bound": figure.bound.replace("_", " "),
            "unit": figure.unit,
            "subject": figure.subject,
            "time": figure.window or None,
            "place": figure.place or None,
            "claimant": figure.claimant or "reporter",
        }
