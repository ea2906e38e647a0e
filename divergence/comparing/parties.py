"""Whom a comparison sets apart: its sources, and all the others together.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

# What a source is held against where there are more than two.
THE_OTHERS = "the others"


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """How much text of a source was measured, and when it appeared."""

    source: str
    n_articles: int
    n_sentences: int
    n_words: int
    first: Date | None
    last: Date | None


Basis = Literal["articles", "sentences", "none"]
