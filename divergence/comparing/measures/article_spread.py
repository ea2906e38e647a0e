"""What articles usually differ by, so that measures of different units can be put together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.comparing.articles_by_source import Group
from divergence.counting.tally import VOICE_CHOICES, Floats, ratios, with_all

ALL_VOICES = VOICE_CHOICES.index("all")
# With fewer articles in all, the spread is taken over runs of sentences.
ENOUGH_ARTICLES = 6
RUN = 5
# A spread of fewer defined values is not a spread.
FEWEST_VALUES = 4


def all_voices(counts: Floats) -> Floats:
    """Unscaled values of counts in all voices."""
    return ratios(with_all(counts)[..., ALL_VOICES, :])


def spread(groups: Sequence[Group]) -> Floats:
    """Standard deviation of every column over articles or runs of sentences; nan if unknown."""
    if sum(group.n_articles for group in groups) >= ENOUGH_ARTICLES:
        units = np.concatenate([group.articles for group in groups])
    else:
        tallies = [tally for group in groups for tally in group.tallies]
        units = np.concatenate([sentence_runs(tally.counts) for tally in tallies])
    values = all_voices(units)
    defined = ~np.isnan(values)
    n = defined.sum(axis=0)
    known = np.where(defined, values, 0.0)
    mean = known.sum(axis=0) / np.maximum(n, 1)
    squares = np.where(defined, (values - mean) ** 2, 0.0).sum(axis=0)
    spread = np.sqrt(squares / np.maximum(n - 1, 1))
    return np.where((n >= FEWEST_VALUES) & (spread > 1e-12), spread, np.nan)


def sentence_runs(counts: Floats) -> Floats:
    """Counts of runs of a few sentences, which stand in where whole articles are too few."""
    starts = range(0, max(len(counts), 1), RUN)
    return np.stack([counts[start : start + RUN].sum(axis=0) for start in starts])


def root_mean_square(gaps: Floats) -> Floats:
    """Root mean square over the last axis of what is defined; nan where nothing is."""
    defined = ~np.isnan(gaps)
    n = defined.sum(axis=-1)
    squares = np.where(defined, gaps, 0.0) ** 2
    mean = np.full(n.shape, np.nan)
    np.divide(squares.sum(axis=-1), n, out=mean, where=n > 0)
    return np.asarray(np.sqrt(mean))
