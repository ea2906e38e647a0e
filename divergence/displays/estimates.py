"""One measure of every source, with its intervals."""

from __future__ import annotations

import math
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.counting.columns import Column
from divergence.displays.display import Display, checked, must_be_compared
from divergence.phrases import declared, say
from divergence.plots import estimates
from divergence.plots.estimates import Panel, label
from divergence.plots.number_format import in_words
from divergence.plots.party_names import capital


class EstimatesDisplay(Display[Panel]):
    """A dot and an interval for each source and voice: reporter filled, quoted hollow.

    See Also
    --------
    divergence.plots.estimates.draw : What is drawn, and how to read it.
    """

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, column: str, *, ax: Axes | None = None
    ) -> Self:
        """Draw one column of a comparison.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it.
        column : str
            Name of a column, such as ``"hedging.rate"`` or ``"agency.agent[North]"``.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        EstimatesDisplay
            Drawn. A measure that is not told apart by voice is drawn over the whole text.

        Raises
        ------
        UsageError
            If there is no such column.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.measuring.measure import measure
        >>> from divergence.types import Article
        >>> texts = [Article("1", "Post", "It may rain."), Article("2", "Times", "It rained.")]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> EstimatesDisplay.from_comparison(comparison, "hedging.rate").data.sources
        ('Post', 'Times')
        """
        must_be_compared(comparison)
        named = {one.name: one for one in comparison.columns}
        chosen = named[checked("column", column, named)]
        sources = tuple(each.source for each in comparison.sources)
        n = sum(each.n_articles for each in comparison.sources)
        unit = capital(f"{in_words(chosen.unit)} ({declared(chosen.direction)})")
        how = say("measures.how", articles=n, sources=len(sources))
        return cls(
            panel(comparison, chosen, sources),
            title=label(chosen),
            subtitle=f"{unit}. {how}",
        ).plot(ax)

    _draw = staticmethod(estimates.draw)


def panel(comparison: Comparison, column: Column, sources: tuple[str, ...]) -> Panel:
    """Return a column's estimates for some sources, by voice where it is told apart by voice."""
    own = [
        one for one in comparison.estimates if one.column == column.name and one.source in sources
    ]
    told = [one for one in own if one.voice != "all"]
    kept = told if any(math.isfinite(one.value) for one in told) else own
    return Panel(column, sources, tuple(kept))
