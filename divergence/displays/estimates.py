"""One measure of every source, with its intervals."""

from __future__ import annotations

from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.counting.columns import Column
from divergence.displays.display import (
    Display,
    column_named,
    must_be_compared,
    n_articles,
    source_names,
)
from divergence.phrases import declared, say
from divergence.plots import estimates
from divergence.plots.estimates import Panel, label
from divergence.plots.number_format import in_words
from divergence.plots.party_names import capital


class EstimatesDisplay(Display[Panel]):
    """A dot and an interval for each source and voice: reporter filled, quoted hollow."""

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
        chosen = column_named(comparison, column)
        sources = source_names(comparison)
        unit = capital(f"{in_words(chosen.unit)} ({declared(chosen.direction)})")
        how = say("measures.how", articles=n_articles(comparison), sources=len(sources))
        data = panel(comparison, chosen, sources)
        return cls(data, title=label(chosen), subtitle=f"{unit}. {how}").plot(ax)

    _plot = estimates


def panel(comparison: Comparison, column: Column, sources: tuple[str, ...]) -> Panel:
    """Return a column's estimates for some sources, by voice where it is told apart by voice."""
    own = [e for e in comparison.estimates if e.column == column.name and e.source in sources]
    by_voice = [estimate for estimate in own if estimate.voice != "all"]
    return Panel(column, sources, tuple(by_voice or own))
