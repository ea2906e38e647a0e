"""A map of three or more sources: distances family by family, and a tree over all of them."""

from __future__ import annotations

import math

from divergence.comparing.measures.measure_results import Distances
from divergence.comparing.measures.source_clustering import source_tree, usable_distances
from divergence.displays.distances import furthest, nearest
from divergence.phrases import say, semicolons
from divergence.plots.number_format import number
from divergence.reporting.report import Block, Chart, Page
from divergence.reporting.report_context import Desk

MOST_MAPS = 8


def page(desk: Desk) -> Page | None:
    """Return the page, or None for fewer than three sources."""
    known = usable_distances(desk.comparison.distances)
    if not known:
        return None
    blocks: list[Block] = []
    tree = source_tree(known)
    if tree.joins:
        left = len(desk.sources) - len(tree.sources)
        blocks.append(
            Chart(
                name="map-tree",
                kind="tree",
                title=nearest(tree),
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
    below = (value for row, values in enumerate(one.values) for value in values[:row])
    highest = max(filter(math.isfinite, below), default=math.nan)
    return Chart(
        name=f"map-{one.family}",
        kind="distances",
        title=furthest(one),
        subtitle=say("map.how", measures=one.n_columns),
        data=one,
        alt=say("map.largest", distance=number(highest)),
    )
