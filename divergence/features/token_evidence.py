"""Turning tokens into evidence: offsets, sentence and voice are looked up in one place."""

from __future__ import annotations

from divergence.types import Document, Evidence, Span


def evidence_at(
    document: Document,
    feature: str,
    category: str,
    tokens: Span,
    *,
    side: str | None = None,
    weight: float = 1.0,
) -> Evidence:
    """Make the evidence for a non-empty token span; its first token decides sentence and voice."""
    syntax = document.syntax
    return Evidence(
        feature,
        category,
        syntax.starts[tokens.start],
        syntax.ends[tokens.end - 1],
        document.sentence_of[tokens.start],
        document.voices[tokens.start],
        side,
        weight,
    )
