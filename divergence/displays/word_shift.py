"""Which words make two vocabularies differ, and by how much."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.word_results import WordShift
from divergence.displays.display import Display, checked, must_be_compared, source_names
from divergence.phrases import commas, say
from divergence.plots import word_shift
from divergence.plots.number_format import number
from divergence.plots.party_names import short


class WordShiftDisplay(Display[WordShift]):
    """Each word's share of the Jensen-Shannon divergence of two sources."""

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        source: str | None = None,
        reference: str | None = None,
        ax: Axes | None = None,
    ) -> Self:
        """Draw one word shift of a comparison.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it from digests; a table of
            counts holds no words.
        source, reference : str, optional
            Whose words run right, and whose left; by default the two that lie furthest above
            their noise floor.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        WordShiftDisplay
            Drawn; where the two were not compared with each other, the chart says so.

        Raises
        ------
        UsageError
            If there is no such source.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.digesting.digest import digest
        >>> from divergence.text.annotate import annotate
        >>> from divergence.types import Article
        >>> texts = [Article("1", "Post", "Rain fell."), Article("2", "Times", "Snow fell.")]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> display = WordShiftDisplay.from_comparison(comparison, source="Times")
        >>> [term.term for term in display.data.terms if term.contribution > 0]
        ['snow']
        """
        must_be_compared(comparison)
        names = (*source_names(comparison), THE_OTHERS)
        checked("source", source, names)
        checked("reference", reference, names)
        fitting = [
            shift
            for shift in (*comparison.shifts, *map(_turned, comparison.shifts))
            if source in (None, shift.source) and reference in (None, shift.reference)
        ]
        if not fitting:
            nothing = WordShift(source or "", reference or "", 0.0, 0.0, 0.0, ())
            return cls(nothing, title=say("displays.not_compared")).plot(ax)
        chosen = max(fitting, key=lambda shift: shift.divergence - shift.floor)
        return cls(chosen, title=headline(chosen), subtitle=how_to_read(chosen)).plot(ax)

    _plot = word_shift


def headline(shift: WordShift) -> str:
    """Say which word marks either source most, or that chance alone could part them."""
    if shift.divergence <= shift.floor_high:
        return say("wording.by_chance")
    terms = word_shift.shown(shift)
    own = next((term.term for term in terms if term.contribution > 0), "")
    other = next((term.term for term in terms if term.contribution < 0), "")
    source, reference = short(shift.source), short(shift.reference)
    marks = [
        say("wording.marks", term=say("list.quoted", text=short(term)), source=who)
        for term, who in ((own, source), (other, reference))
        if term
    ]
    return commas(marks) or say("wording.share", source=source, reference=reference)


def how_to_read(shift: WordShift) -> str:
    """Say what is drawn, beside what chance gives."""
    return say(
        "wording.shift_how",
        divergence=number(shift.divergence),
        chance=number(shift.floor),
        n=len(word_shift.shown(shift)),
    )


def _turned(shift: WordShift) -> WordShift:
    """Return the same divergence seen from the other side: every sign swaps."""
    return replace(
        shift,
        source=shift.reference,
        reference=shift.source,
        terms=tuple(
            replace(
                term,
                contribution=-term.contribution,
                frequency=term.frequency_reference,
                frequency_reference=term.frequency,
            )
            for term in shift.terms
        ),
    )
