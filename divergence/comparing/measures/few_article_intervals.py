"""Wider intervals for a few articles: a percentile interval is too narrow for a handful of units.

Resamples of ``n`` articles vary by ``(n - 1) / n`` of what they should, and a few articles tell
little of how much articles vary.

Hesterberg, T. C. (2015). What teachers should know about the bootstrap: resampling in the
undergraduate statistics curriculum. The American Statistician, 69(4), section 3.3.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np

from divergence.comparing.measures.bootstrap import COVERAGE
from divergence.comparing.measures.rare_count_intervals import Z_95
from divergence.counting.columns import Column
from divergence.counting.tally import Floats


@cache
def widening_factor(n: int, strata: int = 1) -> float:
    """How much wider than a percentile interval the interval of a few articles has to be."""
    freedom = n - strata
    if freedom < 1:
        return 1.0
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + COVERAGE) / 2)) / Z_95 * math.sqrt(n / freedom)


def widened(
    values: Floats, lows: Floats, highs: Floats, *, factor: float, bounds: Floats
) -> tuple[Floats, Floats]:
    """Move both ends of intervals away from their values."""
    least, most = bounds.T.reshape(2, -1, *[1] * (values.ndim - 1))
    more = factor - 1
    low = lows - more * np.maximum(values - lows, 0.0)
    high = highs + more * np.maximum(highs - values, 0.0)
    return np.clip(low, least, most), np.clip(high, least, most)


def bounds(columns: Sequence[Column]) -> Floats:
    """The least and the greatest that each column can be, one pair a column."""
    return np.array([column.bounds for column in columns], dtype=np.float64)


def bounds_of_differences(columns: Sequence[Column]) -> Floats:
    """The least and the greatest difference that each column can have, one pair a column."""
    least, most = bounds(columns).T
    return np.stack([least - most, most - least], axis=1)
