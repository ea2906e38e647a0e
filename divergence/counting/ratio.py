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
    """Divide numerators by denominators.

    Parameters
    ----------
    counts : ndarray
        Any shape whose last axis is (numerator, denominator).
    scale : ndarray or float, optional
        Factor of the ratio, broadcast over the other axes.

    Returns
    -------
    ndarray
        Without the last axis; nan where the denominator is 0.

    Examples
    --------
    >>> ratios(np.array([[3.0, 60.0], [0.0, 0.0]]), 100.0).tolist()
    [5.0, nan]
    """
    over, under = counts[..., NUMERATOR], counts[..., DENOMINATOR]
    result = np.full(over.shape, np.nan)
    np.divide(over * scale, under, out=result, where=under != 0)
    return result


def values(tally: Tally) -> Floats:
    """Return the measures of one article, by column and voice (reporter, quoted, all).

    Parameters
    ----------
    tally : Tally
        The article's counts.

    Returns
    -------
    ndarray
        Shape (columns, 3), each in its column's unit; nan where undefined.
    """
    return ratios(with_all(tally.counts.sum(axis=0)), scales(tally.columns))
