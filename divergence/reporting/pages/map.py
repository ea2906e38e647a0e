"""A map of three or more sources: distances family by family, and a tree over all of them."""

from __future__ import annotations

import math

from divergence.comparing.joining import joined, placed
from divergence.comparing.results import Distances
from divergence.phrases import say, semicolons
from divergence.plots.numerals import number
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.report import Block, Chart, Page

MOST_MAPS = 8


def page(desk: Desk) -> Page | None:
    """Return the page, or None for fewer than three sources."""
    known = placed(desk.comparison.distances)
    if not known:
        return None
    blocks: list[Block] = []
    tree = joined(known)
    if tree.joins:
        first = min(tree.joins, key=lambda join: join.distance)
        at = sorted(first.rows)
        pair = words.list_of([tree.sources[round(row)] for row in at])
        left = len(desk.sources) - len(tree.sources)
        blocks.append(
            Chart(
                name="map-tree",
                kind="tree",
                title=say("map.alike", pair=pair),
                subtitle=say("map.tree_how", sources=len(tree.sources)),
                data=tree,
                caution=say("map.not_placed", sources=left) if left > 0 else "",
                alt=semicolons(
                    [say("map.joined", distance=number(join.distance)) for join in tree.joins]
                )[:2000],
            )
        )
    blocks += [_map(one) for one in known[:MOST_MAPS]]
    return Page("map", say("heading.map"), tuple(blocks))


def _map(one: Distances) -> Chart:
    pairs = [
        (one.values[i][j], i, j)
        for i in range(len(one.sources))
        for j in range(i)
        if math.isfinite(one.values[i][j])
    ]
    far = max(pairs, default=(math.nan, 0, 0))
    pair = words.list_of([one.sources[far[2]], one.sources[far[1]]])
    return Chart(
        name=f"map-{one.family}",
        kind="distances",
        title=say("map.apart", topic=words.capital(words.topic(one.family)), pair=pair),
        subtitle=say("map.how", measures=one.n_columns),
        data=one,
        alt=say("map.largest", distance=number(far[0])),
    )
