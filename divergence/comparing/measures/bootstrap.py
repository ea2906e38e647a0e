"""The bootstrap: all measures, columns and voices of a source resampled by one matrix product.

Whole articles are drawn with replacement where a source has several: sentences of one article are
not independent, articles are the unit (Lijffijt et al. 2016). Where a source has one article,
circular blocks of consecutive sentences are drawn (Politis & Romano 1992): that describes how even
the article is, and says nothing about the source.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.comparing.articles_by_source import Group
from divergence.comparing.random_draws import draw_articles, draw_blocks, drawn_sums, generator
from divergence.counting.tally import Floats, with_all

COVERAGE = 0.95
# Fewer resamples than this share in which a measure is defined: no interval is given.
LEAST_DEFINED = 0.5


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
    """Resample a source's counts by round, column, voice (reporter, quoted, all) and part.

    ``key`` is the group's entry of :func:`stream_keys`. With basis "none" every round is the source
    itself.
    """
    if group.basis == "none":
        return with_all(np.broadcast_to(group.counts, (rounds, *group.counts.shape)))
    random = generator(seed, "bootstrap", key or group.key)
    draw = draw_articles if group.basis == "articles" else draw_blocks
    return with_all(drawn_sums(draw(random, len(group.units), rounds), group.units))


def percentile_interval(samples: Floats, coverage: float = COVERAGE) -> tuple[Floats, Floats]:
    """Percentile interval over the first axis, leaving undefined rounds out.

    Order statistics without interpolation, so that the interval of ``-samples`` is the mirror
    image, to the bit. Percentile intervals are too narrow for a handful of units.

    Efron, B., & Tibshirani, R. (1993). An Introduction to the Bootstrap, chapter 13.
    """
    ordered = np.sort(samples, axis=0)
    defined = np.count_nonzero(~np.isnan(ordered), axis=0)
    below = np.floor(defined * (1 - coverage) / 2 + 1e-9).astype(np.int64)
    above = np.maximum(defined - 1 - below, 0)
    low = np.take_along_axis(ordered, below[None], axis=0)[0]
    high = np.take_along_axis(ordered, above[None], axis=0)[0]
    enough = defined >= LEAST_DEFINED * len(samples)
    return np.where(enough, low, np.nan), np.where(enough, high, np.nan)
