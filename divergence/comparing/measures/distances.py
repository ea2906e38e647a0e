"""How far apart sources lie, family by family, in units of what articles usually differ by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.comparing.article_groups import Group
from divergence.comparing.measures.article_spread import all_voices, spread
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
    defined = ~np.isnan(gaps)
    n = defined.sum(axis=-1)
    squares = np.where(defined, gaps, 0.0) ** 2
    matrix = np.full(n.shape, np.nan)
    np.divide(squares.sum(axis=-1), n, out=matrix, where=n > 0)
    return Distances(
        family=family,
        sources=tuple(group.source for group in groups),
        values=tuple(tuple(float(value) for value in row) for row in np.sqrt(matrix)),
        n_columns=int(defined.any(axis=(0, 1)).sum()),
    )
