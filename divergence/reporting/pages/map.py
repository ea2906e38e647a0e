"""A map of three or more sources: distances family by family, and a tree over all of them."""

from __future__ import annotations

import math

from divergence.comparing.results import Distances
from divergence.plots.numerals import count, number
from divergence.plots.tree import Join, Tree
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.report import Block, Chart, Page

FEWEST = 3
MOST_MAPS = 8


def page(desk: Desk) -> Page | None:
    """Return the page, or None for fewer than three sources."""
    known = [
        one
        for one in desk.comparison.distances
        if len(one.sources) >= FEWEST and any(math.isfinite(v) for row in one.values for v in row)
    ]
    if not known:
        return None
    blocks: list[Block] = []
    tree = _joined(known)
    if tree.joins:
        first = min(tree.joins, key=lambda join: join.distance)
        at = sorted(first.rows)
        pair = words.list_of([tree.sources[round(row)] for row in at])
        left = len(desk.sources) - len(tree.sources)
        blocks.append(
            Chart(
                name="map-tree",
                kind="tree",
                title=f"{pair} read most alike",
                subtitle="Average linkage over the mean distance of all families. "
                f"n: {count(len(tree.sources), 'source')}.",
                data=tree,
                caution=f"{count(left, 'source')} cannot be placed: too little is defined."
                if left > 0
                else "",
                alt="; ".join(f"joined at {number(join.distance)}" for join in tree.joins)[:2000],
            )
        )
    blocks += [_map(one) for one in known[:MOST_MAPS]]
    return Page("map", words.HEADINGS["map"], tuple(blocks))


def _map(one: Distances) -> Chart:
    pairs = [
        (one.values[i][j], i, j)
        for i in range(len(one.sources))
        for j in range(i)
        if math.isfinite(one.values[i][j])
    ]
    far = max(pairs, default=(math.nan, 0, 0))
    topic = words.TOPIC.get(one.family, one.family)
    title = f"{topic.capitalize()}: "
    title += f"{words.list_of([one.sources[far[2]], one.sources[far[1]]])} are furthest apart"
    return Chart(
        name=f"map-{one.family}",
        kind="distances",
        title=title,
        subtitle=f"{words.READ_DISTANCE} n: {count(one.n_columns, 'measure')}.",
        data=one,
        alt=f"Largest distance {number(far[0])}.",
    )


def _joined(known: list[Distances]) -> Tree:
    """Join the sources by average linkage over the mean of the families' distances."""
    import numpy as np
    from scipy.cluster.hierarchy import dendrogram, linkage
    from scipy.spatial.distance import squareform

    sources = [s for s in known[0].sources if all(s in one.sources for one in known)]
    sums = np.zeros((len(sources), len(sources)))
    defined = np.zeros_like(sums)
    for one in known:
        at = [one.sources.index(source) for source in sources]
        values = np.array(one.values, dtype=float)[np.ix_(at, at)]
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
