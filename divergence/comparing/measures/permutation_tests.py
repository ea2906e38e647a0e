"""Permutation tests over articles, and the correction for asking many questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.counting.tally import Floats

__all__ = ["benjamini_hochberg", "permutation_p"]


def permutation_p(observed: Floats, shuffled: Floats) -> Floats:
    """Two-sided permutation p-values.

    Parameters
    ----------
    observed : ndarray
        Differences as they are.
    shuffled : ndarray
        Differences after dealing anew, rounds first; nan where undefined.

    Returns
    -------
    ndarray
        In (0, 1], the observed deal counted among the rounds; nan where the observed difference
        or every shuffled one is undefined.

    References
    ----------
    Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology, 9.
    """
    defined = ~np.isnan(shuffled)
    size = np.abs(np.where(defined, shuffled, 0.0))
    least = np.abs(observed) * (1 - 1e-12)
    as_large = np.count_nonzero(defined & (size >= least), axis=0)
    rounds = np.count_nonzero(defined, axis=0)
    known = ~np.isnan(observed) & (rounds > 0)
    return np.where(known, (1 + as_large) / (1 + rounds), np.nan)


def benjamini_hochberg(p: Sequence[float]) -> list[float]:
    """Benjamini-Hochberg adjusted p-values.

    Parameters
    ----------
    p : sequence of float
        p-values of one family of questions; nan for questions that could not be asked.

    Returns
    -------
    list of float
        In the same order, in [0, 1]; nan stays nan and does not count.

    References
    ----------
    Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the
    Royal Statistical Society B, 57.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, 0.03, float("nan")])
    [0.03, 0.04, 0.04, nan]
    """
    values = np.asarray(p, dtype=np.float64)
    asked = np.flatnonzero(~np.isnan(values))
    result = np.full(len(values), np.nan)
    order = asked[np.argsort(values[asked], kind="stable")]
    steps = values[order] * len(order) / np.arange(1, len(order) + 1)
    result[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return [float(value) for value in result]
