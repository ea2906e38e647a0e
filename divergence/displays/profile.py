"""Families of measures by how far apart they put the sources."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.comparison import Comparison
from divergence.comparing.noise_floor import FamilyDivergence
from divergence.displays.display import Display, checked, must_be_compared
from divergence.phrases import say
from divergence.plots import profile
from divergence.plots.party_names import capital, list_of, short, topic
from divergence.plots.profile import FamilyRow

OVERALL = "overall"


class ProfileDisplay(Display[tuple[FamilyRow, ...]]):
    """Divergence of each family of measures, in multiples of what chance gives.

    See Also
    --------
    divergence.plots.profile.draw : What is drawn, and how to read it.
    """

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
        if source is not None:
            checked("source", source, (each.source for each in comparison.sources))
        shown = [
            each for each in comparison.profile if source in (None, each.source, each.reference)
        ]
        made = rows(shown)
        title = found(made)
        if source is not None:
            title = say("displays.of", source=short(source), told=title)
        return cls(made, title=title, subtitle=how(comparison, shown)).plot(ax)

    _draw = staticmethod(profile.draw)


def rows(shown: Sequence[FamilyDivergence]) -> tuple[FamilyRow, ...]:
    """Return a row for each family, the furthest apart first and all together last."""
    members: dict[str, list[FamilyDivergence]] = {}
    for each in shown:
        members.setdefault(each.family, []).append(each)
    made = {family: _row(each) for family, each in members.items()}
    order = sorted(made, key=lambda one: (one == OVERALL, -max(known(made[one]), default=-1.0)))
    return tuple(made[family] for family in order)


def found(rows: Sequence[FamilyRow]) -> str:
    """Say which families tell the sources apart."""
    parts = [row for row in rows if row.family != topic(OVERALL)]
    clear = [row.family for row in parts if any(value > row.high for value in known(row))]
    if not clear:
        return say("profile.none")
    if len(clear) == len(parts):
        return say("profile.every")
    return capital(say("profile.some", families=list_of(clear, most=3), n=len(clear)))


def how(comparison: Comparison, shown: Sequence[FamilyDivergence]) -> str:
    """Say how to read the chart, and how many articles and events it rests on."""
    n = sum(each.n_articles for each in comparison.sources)
    events = max((each.n_events for each in shown), default=0)
    if events > 1:
        return say("profile.how_within", articles=n, events=events)
    return say("profile.how", articles=n)


def known(row: FamilyRow) -> list[float]:
    """Return the ratios that are defined."""
    return [value for value in row.ratios if math.isfinite(value)]


def _row(members: list[FamilyDivergence]) -> FamilyRow:
    told = [each for each in members if math.isfinite(each.ratio)]
    top = max(told, key=lambda each: (each.ratio, each.source), default=None)
    highs = [each.floor_high / each.floor for each in told if each.floor > 0]
    return FamilyRow(
        family=topic(members[0].family),
        ratios=tuple(each.ratio for each in members),
        high=max(highs, default=math.nan),
        label=short(top.source) if top and len(members) > 1 else "",
    )
