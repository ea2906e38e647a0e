"""What the program says of the accounts of one event, in the form that readers label them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from divergence.text.annotate import annotate_many
from divergence.text.figures.quantities import every_quantity
from divergence.types import Article, Attribution, Document, Figure, Side

Labels = Mapping[str, Any]


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
            "subject": _subject(figure),
            "time": figure.window or None,
            "place": figure.place or None,
            "claimant": figure.claimant or "reporter",
        }


def _subject(figure: Figure) -> str:
    return " ".join(filter(None, (figure.unit, figure.event)))


def predict(labels: Labels) -> dict[str, object]:
    """Read the articles of one labelled event with its sides, and say what is in them."""
    sides = [Side(name, (name, *aliases)) for name, aliases in labels["sides"].items()]
    articles = [Article(a["id"], a["source"], a["text"]) for a in labels["articles"]]
    documents = list(annotate_many(articles, sides=sides))
    return {
        "event": labels["event"],
        "speech": [row for document in documents for row in predict_speech(document)],
        "figures": [row for document in documents for row in predict_figures(document)],
    }
