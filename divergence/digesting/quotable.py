"""What can be quoted of one article: its sentences with their places, and the figures in them."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.types import FigureBound, Voice

__all__ = ["LedgerFigure", "SentenceRef"]


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """A sentence of an article, quotable in a report."""

    article: str
    source: str
    sentence: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LedgerFigure:
    """A figure as one article gives it, with its claimant and its sentence."""

    at: SentenceRef
    text: str
    low: float
    high: float
    bound: FigureBound
    unit: str
    event: str
    affected_side: str | None
    window: str
    place: str
    claimant: str
    claimant_side: str | None
    voice: Voice
    subject: str = ""
