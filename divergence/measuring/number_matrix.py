"""Numbers of many texts as one plain array: little to send between processes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.counting.columns import Column, columns
from divergence.counting.feature import Feature
from divergence.counting.tally import VOICE_CHOICES, Floats, values
from divergence.errors import UsageError
from divergence.lists.chosen_features import select
from divergence.lists.lexicon import Lexicon
from divergence.measuring.measure import tallies
from divergence.types import Article, Document, Side, VoiceChoice

Text = str | Article | Document


def names(layout: Sequence[Column], voices: Sequence[VoiceChoice]) -> list[str]:
    """Name every number of a row as a table's header names it: ``hedging.rate|reporter``."""
    return [
        column.name if voice == "all" else f"{column.name}|{voice}"
        for column in layout
        for voice in voices
    ]


def matrix(
    texts: Sequence[Text | None],
    features: Sequence[str | Feature | Lexicon],
    sides: Sequence[Side],
    voices: Sequence[VoiceChoice],
) -> Floats:
    """Measure texts into one row of numbers each."""
    chosen = select(features)
    layout = columns(chosen, sides)
    places = [VOICE_CHOICES.index(voice) for voice in voices]
    result = np.full((len(texts), len(layout) * len(places)), np.nan)
    rows = [row for row, text in enumerate(texts) if text is not None]
    present = (text for text in texts if text is not None)
    for row, counted in zip(rows, tallies(present, chosen, sides), strict=True):
        if counted.columns != layout:
            raise UsageError(
                f"{counted.article.id}: annotated with other sides than those given here;"
                " annotate all texts with these sides, or give plain texts"
            )
        result[row] = values(counted)[:, places].ravel()
    return result
