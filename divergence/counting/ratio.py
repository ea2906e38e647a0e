"""From counts to numbers: sum over sum, undefined where there is nothing to divide by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.counting.columns import Column
from divergence.counting.tally import DENOMINATOR, NUMERATOR, Floats, Tally
from divergence.types import VoiceChoice

VOICE_CHOICES: tuple[VoiceChoice, VoiceChoice, VoiceChoice] = ("reporter", "quoted", "all")


def with_all(counts: Floats) -> Floats:
    """Append the voice "all" to the voice axis of counts (the last axis but one)."""
    return np.concatenate([counts, counts.sum(axis=-2, keepdims=True)], axis=-2)


def scales(columns: Sequence[Column]) -> Floats:
    """Scale of every column, shaped to broadcast over voices."""
    return np.array([column.scale for column in columns], dtype=np.float64)[:, None]


def ratios(counts: Floats, scale: Floats | float = 1.0) -> Floats:
    """Divide numerators by denominators."""
    over, under = counts[..., NUMERATOR], counts[..., DENOMINATOR]
    result = np.full(over.shape, np.nan)
    np.divide(over * scale, under, out=result, where=under != 0)
    return result


def values(tally: Tally) -> Floats:
    """Return the measures of one article, by column and voice (reporter, quoted, all)."""
    return ratios(with_all(tally.counts.sum(axis=0)), scales(tally.columns))
