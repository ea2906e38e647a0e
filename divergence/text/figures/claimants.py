"""Claimants of figures: in whose mouth the text puts a number."""

from __future__ import annotations

from divergence.text.figures.time_windows import last_before_comparison
from divergence.types import Attribution, Document, Span


def attribution_of_figure(document: Document, sentence: Span, token: int) -> Attribution | None:
    """Return the innermost attribution around a number, or around what it is compared with."""
    attribution = _attribution_at(document, token)
    before = last_before_comparison(document, sentence, token)
    if attribution is not None or before is None:
        return attribution
    head = _attribution_at(document, before)
    tags = document.syntax.tags
    counts = head is not None and any("CD" in tags[p.start : p.end] for p in head.content)
    return head if counts else None


def _attribution_at(document: Document, token: int) -> Attribution | None:
    around = [
        attribution
        for attribution in document.attributions
        if any(part.start <= token < part.end for part in attribution.content)
    ]
    return min(
        around,
        key=lambda a: (a.speaker.name == "", sum(p.end - p.start for p in a.content)),
        default=None,
    )
