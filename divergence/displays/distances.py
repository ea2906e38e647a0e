"""How far apart sources lie: a matrix of one family, and a tree over all of them."""

from __future__ import annotations

import math
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Distances
from divergence.comparing.measures.source_clustering import Tree, source_tree
from divergence.displays.display import Display, checked, must_be_compared
from divergence.phrases import say
from divergence.plots import dendrogram, distances
from divergence.plots.party_names import capital, list_of, topic


class DistancesDisplay(Display[Distances]):
    """A square for every pair of sources, darker where they lie further apart."""

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, family: str, *, ax: Axes | None = None
    ) -> Self:
        """Draw the distances in one family of measures.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it.
        family : str
            Name of a family, such as "certainty" or "voices".
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        DistancesDisplay
            Drawn, in standard deviations over articles.

        Raises
        ------
        UsageError
            If no measure of this family was compared.

        Notes
        -----
        Noise alone keeps distances above 0; those of few articles are not to be compared with
        those of many.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.measuring.measure import measure
        >>> from divergence.types import Article
        >>> verbs = {"A": ("may", "might"), "B": ("may", "will"), "C": ("did", "will")}
        >>> texts = [Article(a + b, a, f"It {b} rain.") for a, two in verbs.items() for b in two]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> DistancesDisplay.from_comparison(comparison, "certainty").data.sources
        ('A', 'B', 'C')
        """
        must_be_compared(comparison)
        families = {distances.family: distances for distances in comparison.distances}
        chosen = families[checked("family", family, families)]
        subtitle = say("map.how", measures=chosen.n_columns)
        return cls(chosen, title=furthest(chosen), subtitle=subtitle).plot(ax)

    _plot = distances
    _width = distances.WIDE


def furthest(distances: Distances) -> str:
    """Say which two sources lie furthest apart."""
    pairs = [
        (distances.values[i][j], i, j)
        for i in range(len(distances.sources))
        for j in range(i)
        if math.isfinite(distances.values[i][j])
    ]
    about = capital(topic(distances.family))
    if not pairs:
        return about
    _, first, second = max(pairs)
    return say(
        "map.apart",
        topic=about,
        pair=list_of([distances.sources[second], distances.sources[first]]),
    )


class TreeDisplay(Display[Tree]):
    """Sources joined step by step, those that read alike first.

    See Also
    --------
    divergence.comparing.measures.source_clustering.source_tree : How they are joined.
    """

    @classmethod
    def from_comparison(cls, comparison: Comparison, *, ax: Axes | None = None) -> Self:
        """Draw the tree of three or more sources.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        TreeDisplay
            Drawn; with fewer than three sources the chart says so.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.measuring.measure import measure
        >>> from divergence.types import Article
        >>> verbs = {"A": ("may", "might"), "B": ("may", "will"), "C": ("did", "will")}
        >>> texts = [Article(a + b, a, f"It {b} rain.") for a, two in verbs.items() for b in two]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> len(TreeDisplay.from_comparison(comparison).data.joins)
        2
        """
        must_be_compared(comparison)
        tree = source_tree(comparison.distances)
        subtitle = say("map.tree_how", sources=len(tree.sources)) if tree.joins else ""
        return cls(tree, title=nearest(tree), subtitle=subtitle).plot(ax)

    _plot = dendrogram


def nearest(tree: Tree) -> str:
    """Say which two sources read most alike."""
    if not tree.joins:
        return ""
    first = min(tree.joins, key=lambda join: join.distance)
    pair = list_of([tree.sources[round(row)] for row in sorted(first.rows)])
    return say("map.alike", pair=pair)
