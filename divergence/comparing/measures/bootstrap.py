"""The bootstrap: all measures, columns and voices of a source resampled by one matrix product.

Whole articles are drawn with replacement where a source has several: sentences of one article are
not independent, articles are the unit (Lijffijt et al. 2016). Where a source has one article,
circular blocks of consecutive sentences are drawn (Politis & Romano 1992): that describes how even
the article is, and says nothing about the source.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import numpy as np

from divergence.comparing.article_groups import Group
from divergence.counting.ratio import with_all
from divergence.counting.tally import Floats

COVERAGE = 0.95
# Fewer resamples than this share in which a measure is defined: no interval is given.
LEAST_DEFINED = 0.5


def generator(seed: int, *keys: str) -> np.random.Generator:
    """Return a generator that depends on the seed and the keys, and on nothing else.

    Parameters
    ----------
    seed : int
        The seed of the run.
    *keys : str
        What the numbers are drawn for.

    Returns
    -------
    numpy.random.Generator
        The same for the same arguments, on every machine.
    """
    digest = hashlib.sha256("\x00".join((str(seed), *keys)).encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))


def stream_keys(groups: Sequence[Group]) -> tuple[str, ...]:
    """Return a key for each group's random numbers, by content, with copies told apart.

    Two sources that swap names keep their numbers, so that every sign flips and nothing else; two
    copies of the same articles are drawn independently of each other.
    """
    seen: dict[str, int] = {}
    keys = []
    for group in groups:
        seen[group.key] = seen.get(group.key, 0) + 1
        keys.append(f"{group.key}:{seen[group.key]}")
    return tuple(keys)


def replicates(group: Group, *, rounds: int, seed: int, key: str = "") -> Floats:
    """Resample a source's counts.

    Parameters
    ----------
    group : Group
        The source.
    rounds : int
        Number of resamples.
    seed : int
        The seed of the run.
    key : str, optional
        The group's entry of :func:`stream_keys`.

    Returns
    -------
    ndarray
        Counts with the axes round, column, voice (reporter, quoted, all) and part; with basis
        "none" every round is the source itself.
    """
    n_units, *shape = group.units.shape
    if group.basis == "none":
        return with_all(np.broadcast_to(group.counts, (rounds, *shape)))
    random = generator(seed, "bootstrap", key or group.key)
    draw = draw_articles if group.basis == "articles" else draw_blocks
    weights = draw(random, n_units, rounds)
    return with_all((weights @ group.units.reshape(n_units, -1)).reshape(rounds, *shape))


def draw_articles(random: np.random.Generator, n: int, rounds: int) -> Floats:
    """Draw units with replacement: how often each of ``n`` is in each of ``rounds`` resamples."""
    return _occurrences(random.integers(n, size=(rounds, n)), n)


def draw_blocks(random: np.random.Generator, n: int, rounds: int) -> Floats:
    """Draw circular blocks of consecutive units with replacement, as :func:`draw_articles`."""
    length = block_length(n)
    starts = random.integers(n, size=(rounds, -(-n // length)))
    places = (starts[:, :, None] + np.arange(length)) % n
    return _occurrences(places.reshape(rounds, -1)[:, :n], n)


def block_length(n: int) -> int:
    """Length of a block of sentences, about the cube root of their number.

    Hall et al. 1995 find that order best for bias and variance, and higher roots for tails.
    """
    return max(1, round(math.cbrt(n)))


def _occurrences(places: np.ndarray, n: int) -> Floats:
    """How often each unit was drawn in each round."""
    rounds = len(places)
    flat = places + np.arange(rounds)[:, None] * n
    return np.bincount(flat.ravel(), minlength=rounds * n).reshape(rounds, n).astype(np.float64)


def percentile_interval(samples: Floats, coverage: float = COVERAGE) -> tuple[Floats, Floats]:
    """Percentile interval over the first axis, leaving undefined rounds out.

    Parameters
    ----------
    samples : ndarray
        Resampled values, rounds first; nan where a round is undefined.
    coverage : float, optional
        Nominal coverage.

    Returns
    -------
    tuple of ndarray
        Lower and upper ends; nan where fewer than half of the rounds are defined.

    Notes
    -----
    Order statistics without interpolation, so that the interval of ``-samples`` is the mirror
    image, to the bit. Percentile intervals are too narrow for a handful of units.

    References
    ----------
    Efron, B., & Tibshirani, R. (1993). An Introduction to the Bootstrap, chapter 13.

    Examples
    --------
    >>> low, high = percentile_interval(np.arange(1000.0)[:, None])
    >>> low.tolist(), high.tolist()
    ([25.0], [974.0])
    """
    ordered = np.sort(samples, axis=0)
    defined = np.count_nonzero(~np.isnan(ordered), axis=0)
    below = np.floor(defined * (1 - coverage) / 2 + 1e-9).astype(np.int64)
    above = np.maximum(defined - 1 - below, 0)
    low = np.take_along_axis(ordered, below[None], axis=0)[0]
    high = np.take_along_axis(ordered, above[None], axis=0)[0]
    enough = defined >= LEAST_DEFINED * len(samples)
    return np.where(enough, low, np.nan), np.where(enough, high, np.nan)
