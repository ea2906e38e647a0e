"""Which sources read alike: average linkage over the mean of their distances in all families."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from divergence.comparing.measures.measure_results import Distances

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Join:
    """A bracket: two branches at their rows, from their own heights to the common one."""

    rows: tuple[float, float]
    starts: tuple[float, float]
    distance: float


@dataclass(frozen=True, slots=True)
class Tree:
    """Sources in the order of the leaves and the joins between them."""

    sources: tuple[str, ...]
    joins: tuple[Join, ...]


def usable_distances(distances: Sequence[Distances]) -> list[Distances]:
    """Keep the families in which three or more sources have a distance."""
    return [
        family
        for family in distances
        if len(family.sources) >= FEWEST
        and any(math.isfinite(v) for row in family.values for v in row)
    ]


def source_tree(distances: Sequence[Distances]) -> Tree:
    """Join sources step by step, the nearest first."""
    from scipy.cluster.hierarchy import dendrogram, linkage
    from scipy.spatial.distance import squareform

    known = usable_distances(distances)
    if not known:
        return Tree((), ())
    sources = [s for s in known[0].sources if all(s in family.sources for family in known)]
    sums = np.zeros((len(sources), len(sources)))
    defined = np.zeros_like(sums)
    for family in known:
        at = [family.sources.index(source) for source in sources]
        values = np.array(family.values, dtype=float)[np.ix_(at, at)]
        sums += np.nan_to_num(values)
        defined += np.isfinite(values)
    # A source without any distance to another cannot be placed; the worst goes until all can.
    keep = list(range(len(sources)))
    while keep and (defined[np.ix_(keep, keep)] == 0).any():
        gaps = (defined[np.ix_(keep, keep)] == 0).sum(axis=1)
        keep.pop(int(gaps.argmax()))
    if len(keep) < FEWEST:
        return Tree((), ())
    mean = sums[np.ix_(keep, keep)] / defined[np.ix_(keep, keep)]
    np.fill_diagonal(mean, 0.0)
    links = linkage(squareform((mean + mean.T) / 2, checks=False), "average")
    drawn = dendrogram(links, no_plot=True)
    joins = tuple(
        Join(
            ((rows[0] - 5) / 10, (rows[2] - 5) / 10),
            (float(heights[0]), float(heights[3])),
            float(heights[1]),
        )
        for rows, heights in zip(drawn["icoord"], drawn["dcoord"], strict=True)
    )
    return Tree(tuple(sources[keep[leaf]] for leaf in drawn["leaves"]), joins)
