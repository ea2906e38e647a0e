"""Intervals for counts that the bootstrap cannot give: where every resample looks the same."""

from __future__ import annotations

import math
from typing import NamedTuple

__all__ = ["Interval", "none_seen", "wilson"]


Z_95 = 1.959963984540054
RULE_OF_THREE = 3.0


class Interval(NamedTuple):
    """Lower and upper end."""

    low: float
    high: float


NO_INTERVAL = Interval(math.nan, math.nan)


def wilson(successes: float, trials: float) -> Interval:
    """Wilson's score interval for a share, at 95%.

    Parameters
    ----------
    successes : float
        How many of the trials, between 0 and ``trials``.
    trials : float
        How many there were.

    Returns
    -------
    Interval
        Within [0, 1]; nan when there were no trials.

    Notes
    -----
    Takes the trials as independent, which spans of one article are not.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association, 22. Brown, L. D., Cai, T. T., & DasGupta, A.
    (2001). Interval estimation for a binomial proportion. Statistical Science, 16.

    Examples
    --------
    >>> [round(end, 3) for end in wilson(0, 10)]
    [0.0, 0.278]
    """
    if trials <= 0:
        return NO_INTERVAL
    share = min(max(successes / trials, 0.0), 1.0)
    square = Z_95 * Z_95
    center = (share + square / (2 * trials)) / (1 + square / trials)
    half = Z_95 * math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    half /= 1 + square / trials
    low = 0.0 if share == 0 else max(center - half, 0.0)
    high = 1.0 if share == 1 else min(center + half, 1.0)
    return Interval(low, high)


def none_seen(denominator: float, scale: float = 1.0) -> Interval:
    """95% interval of a rate of which no case was seen: the rule of three.

    Parameters
    ----------
    denominator : float
        How many words, sentences or spans were looked at.
    scale : float, optional
        Factor of the rate.

    Returns
    -------
    Interval
        From 0 to ``3 * scale / denominator``; nan when nothing was looked at.

    References
    ----------
    Hanley, J. A., & Lippman-Hand, A. (1983). If nothing goes wrong, is everything all right?
    Journal of the American Medical Association, 249.

    Examples
    --------
    >>> none_seen(300, 100)
    Interval(low=0.0, high=1.0)
    """
    if denominator <= 0:
        return NO_INTERVAL
    return Interval(0.0, RULE_OF_THREE * scale / denominator)
