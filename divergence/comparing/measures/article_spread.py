"""What articles usually differ by, so that measures of different units can be put together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.comparing.article_groups import Group
from divergence.counting.ratio import ratios, with_all
from divergence.counting.tally import Floats

# With fewer articles in all, the spread is taken over runs of sentences.
ENOUGH_ARTICLES = 6
RUN = 5
# A spread of fewer defined values is not a spread.
FEWEST_VALUES = 4


def all_voices(counts: Floats) -> Floats:
    """Unscaled values of counts in all voices."""
    return ratios(with_all(counts)[..., 2, :])


def spread(groups: Sequence[Group]) -> Floats:
    """Standard deviation of every column over articles or runs of sentences; nan if unknown."""
    if sum(group.n_articles for group in groups) >= ENOUGH_ARTICLES:
        units = np.concatenate([group.articles for group in groups])
    else:
        tallies = [tally.counts for group in groups for tally in group.tallies]
        units = np.stack(
            [
                counts[start : start + RUN].sum(axis=0)
                for counts in tallies
                for start in range(0, max(len(counts), 1), RUN)
            ]
        )
    values = all_voices(units)
    defined = ~np.isnan(values)
    n = defined.sum(axis=0)
    known = np.where(defined, values, 0.0)
    mean = known.sum(axis=0) / np.maximum(n, 1)
    squares = np.where(defined, (values - mean) ** 2, 0.0).sum(axis=0)
    spread = np.sqrt(squares / np.maximum(n - 1, 1))
    return np.where((n >= FEWEST_VALUES) & (spread > 1e-12), spread, np.nan)
