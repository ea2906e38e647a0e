"""Families of measures by how far apart they put the sources."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.noise_floor import FamilyDivergence
from divergence.displays.display import Display, checked, must_be_compared, n_articles, source_names
from divergence.phrases import say
from divergence.plots import profile
from divergence.plots.party_names import capital, list_of, short, topic
from divergence.plots.profile import FamilyRow

OVERALL = "overall"


class ProfileDisplay(Display[tuple[FamilyRow, ...]]):
    """Divergence of each family of measures, in multiples of what chance gives."""

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, source: str | None = None, ax: Axes | None = None
    ) -> Self:
        """Draw the families of a comparison, the furthest apart first.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it.
        source : str, optional
            Whose divergences; by default a mark for every source, and beside it the name of the
            one that is furthest from what it is held against.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        ProfileDisplay
            Drawn; the family "overall", the geometric mean of the others, comes last.

        Raises
        ------
        UsageError
            If there is no such source.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.measuring.measure import measure
        >>> from divergence.types import Article
        >>> texts = [Article("1", "Post", "It may rain."), Article("2", "Times", "It rained.")]
        >>> comparison = compare(measure(texts, features=["hedging"]), rounds=20)
        >>> [row.family for row in ProfileDisplay.from_comparison(comparison).data][-1]
        'overall'
        """
        must_be_compared(comparison)
        checked("source", source, source_names(comparison))
        shown = [
            divergence
            for divergence in comparison.profile
            if source in (None, divergence.source, divergence.reference)
        ]
        families = rows(shown)
        title = headline(families)
        if source is not None:
            title = say("displays.of", source=short(source), told=title)
        return cls(families, title=title, subtitle=how_to_read(comparison, shown)).plot(ax)

    _plot = profile


def rows(shown: Sequence[FamilyDivergence]) -> tuple[FamilyRow, ...]:
    """Return a row for each family, the furthest apart first and all together last."""
    families: dict[str, list[FamilyDivergence]] = {}
    for divergence in shown:
        families.setdefault(divergence.family, []).append(divergence)
    made = [(family, _row(members)) for family, members in families.items()]
    made.sort(key=lambda pair: (pair[0] == OVERALL, -max(pair[1].known, default=-1.0)))
    return tuple(row for _, row in made)


def headline(rows: Sequence[FamilyRow]) -> str:
    """Say which families tell the sources apart."""
    parts = [row for row in rows if row.family != topic(OVERALL)]
    clear = [row.family for row in parts if any(ratio > row.high for ratio in row.known)]
    if not clear:
        return say("profile.none")
    if len(clear) == len(parts):
        return say("profile.every")
    return capital(say("profile.some", families=list_of(clear, most=3), n=len(clear)))


def how_to_read(comparison: Comparison, shown: Sequence[FamilyDivergence]) -> str:
    """Say how to read the chart, and how many articles and events it rests on."""
    n = n_articles(comparison)
    events = max((divergence.n_events for divergence in shown), default=0)
    if events > 1:
        return say("profile.how_within", articles=n, events=events)
    return say("profile.how", articles=n)


def _row(members: list[FamilyDivergence]) -> FamilyRow:
    known = [member for member in members if math.isfinite(member.ratio)]
    highs = [member.floor_high / member.floor for member in known if member.floor > 0]
    largest = max(known, key=lambda member: (member.ratio, member.source), default=None)
    return FamilyRow(
        family=topic(members[0].family),
        ratios=tuple(member.ratio for member in members),
        high=max(highs, default=math.nan),
        label=short(largest.source) if largest and len(members) > 1 else "",
    )
