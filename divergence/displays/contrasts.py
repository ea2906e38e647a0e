"""The largest differences between sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Contrast
from divergence.comparing.parties import THE_OTHERS
from divergence.counting.columns import Column
from divergence.counting.tally import VOICE_CHOICES
from divergence.displays.contrast_selection import strongest
from divergence.displays.display import Display, checked, listed, must_be_compared, n_articles
from divergence.phrases import commas, say
from divergence.plots import contrasts
from divergence.plots.contrasts import NamedContrast, clear
from divergence.plots.estimates import label
from divergence.plots.number_format import in_words
from divergence.plots.party_names import short
from divergence.types import VoiceChoice


class ContrastsDisplay(Display[tuple[NamedContrast, ...]]):
    """Differences of many measures on one axis, each in half widths of its own interval."""

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        columns: Sequence[str] | None = None,
        source: str | None = None,
        voice: VoiceChoice = "all",
        most: int = 12,
        ax: Axes | None = None,
    ) -> Self:
        """Draw the differences of a comparison.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it.
        columns : sequence of str, optional
            Names of columns, such as ``"hedging.rate"``, drawn in this order. By default the
            ``most`` that stand out: those that rest on enough text first, of these those whose
            interval leaves zero out, of these the largest; measures that describe prose, such as
            the length of sentences, are not among them.
        source : str, optional
            Whose differences: positive ones mean more in this source. By default each column
            shows the source that differs most.
        voice : {"all", "reporter", "quoted"}, optional
            Whose words count.
        most : int, optional
            How many rows where ``columns`` is left out.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        ContrastsDisplay
            Drawn.

        Raises
        ------
        UsageError
            If a column, source or voice is not known.

        Notes
        -----
        The largest of many differences were picked: some would stand out by chance alone.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.measuring.measure import measure
        >>> from divergence.types import Article
        >>> texts = [Article("1", "Post", "It may rain."), Article("2", "Times", "It rained.")]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> display = ContrastsDisplay.from_comparison(comparison, columns=["hedging.rate"])
        >>> display.data[0].contrast.source, display.ax_.get_figure() is display.figure_
        ('Post', True)
        """
        must_be_compared(comparison)
        checked("voice", voice, VOICE_CHOICES)
        chosen = strongest(
            comparison, listed("columns", columns), voice=voice, source=source, most=most
        )
        title = headline(chosen)
        if columns is not None:
            title = say("displays.differences", clear=sum(map(clear, chosen)), n=len(chosen))
        subtitle = say("differences.how", articles=n_articles(comparison))
        return cls(rows(comparison, chosen), title=title, subtitle=subtitle).plot(ax)

    _plot = contrasts


def rows(comparison: Comparison, chosen: Sequence[Contrast]) -> tuple[NamedContrast, ...]:
    """Return contrasts with the words that stand beside them."""
    named = {column.name: column for column in comparison.columns}
    return tuple(
        _row(contrast, named[contrast.column], len(comparison.events)) for contrast in chosen
    )


def headline(chosen: Sequence[Contrast]) -> str:
    """Say how many of those picked have an interval that leaves zero out."""
    return say("differences.title", n=sum(map(clear, chosen)), chosen=len(chosen))


def _row(contrast: Contrast, column: Column, n_events: int) -> NamedContrast:
    details = [in_words(column.unit)]
    if contrast.voice != "all":
        details.append(say(f"voice_label.{contrast.voice}"))
    if n_events > 1 and contrast.n_events:
        details.append(say("differences.within", n=contrast.n_events))
    detail = commas(details)
    if contrast.reference == THE_OTHERS:
        detail = say("differences.of", source=short(contrast.source), told=detail)
    return NamedContrast(contrast, label(column), column.unit, detail)
