"""Wider intervals for a few articles: a percentile interval is too narrow for a handful of units.

Resamples of ``n`` articles vary by ``(n - 1) / n`` of what they should, and a few articles tell
little of how much articles vary (Hesterberg 2015, section 3.3).
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
def stretch(n: int, strata: int = 1) -> float:
    """How much wider than a percentile interval the interval of a few articles has to be.

    Parameters
    ----------
    n : int
        How many articles were drawn from.
    strata : int, optional
        In how many parts they were drawn, each on its own.

    Returns
    -------
    float
        Student's quantile over the normal one, times what the deviation of the resamples lacks.
        1 where every part has a single article: nothing is known of how articles vary.

    References
    ----------
    Hesterberg, T. C. (2015). What teachers should know about the bootstrap: resampling in the
    undergraduate statistics curriculum. The American Statistician, 69(4), section 3.3.

    Examples
    --------
    >>> [round(stretch(n), 2) for n in (2, 3, 5, 10, 30, 300)]
    [9.17, 2.69, 1.58, 1.22, 1.06, 1.01]
    """
    freedom = n - strata
    if freedom < 1:
        return 1.0
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + COVERAGE) / 2)) / Z_95 * math.sqrt(n / freedom)


def widened(
    values: Floats, lows: Floats, highs: Floats, *, factor: float, bounds: Floats
) -> tuple[Floats, Floats]:
    """Move both ends of intervals away from their values.

    Parameters
    ----------
    values, lows, highs : ndarray
        Values and the ends of their intervals; the first axis is the column.
    factor : float
        As :func:`stretch` gives it.
    bounds : ndarray
        The least and the greatest that each column can be, one pair a column.

    Returns
    -------
    tuple of ndarray
        Lower and upper ends, nan where a value or its interval is.

    Examples
    --------
    >>> low, high = widened(np.array([2.0]), np.array([1.0]), np.array([5.0]), factor=3.0,
    ...                     bounds=np.array([[0.0, np.inf]]))
    >>> low.tolist(), high.tolist()
    ([0.0], [11.0])
    """
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
