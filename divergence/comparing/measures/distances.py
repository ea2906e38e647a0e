"""How far apart sources lie, family by family, in units of what articles usually differ by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.comparing.articles_by_source import Group
from divergence.comparing.measures.article_spread import all_voices, root_mean_square, spread
from divergence.comparing.measures.measure_results import Distances
from divergence.counting.columns import Column
from divergence.counting.tally import Floats


def distances(groups: Sequence[Group], columns: Sequence[Column]) -> tuple[Distances, ...]:
    """Return one distance matrix of the sources for every family of features.

    The spread over runs of sentences is wider than that over articles, so that matrices of a few
    articles cannot be compared with those of many. Noise alone keeps distances above 0.
    """
    if not groups:
        return ()
    values = np.stack([all_voices(group.counts) for group in groups])
    scales = spread(groups)
    families = sorted({column.family for column in columns})
    return tuple(_family(family, groups, columns, values / scales) for family in families)


def _family(
    family: str, groups: Sequence[Group], columns: Sequence[Column], standard: Floats
) -> Distances:
    chosen = [number for number, column in enumerate(columns) if column.family == family]
    mine = standard[:, chosen]
    gaps = mine[:, None, :] - mine[None, :, :]
    return Distances(
        family=family,
        sources=tuple(group.source for group in groups),
        values=tuple(tuple(float(value) for value in row) for row in root_mean_square(gaps)),
        n_columns=int((~np.isnan(gaps)).any(axis=(0, 1)).sum()),
    )
