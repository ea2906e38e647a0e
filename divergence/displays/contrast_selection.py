"""Which contrasts and sources of a comparison a chart shows, and from whose side."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from divergence.comparing.cautions import TOO_LITTLE_TEXT
from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Contrast, Estimate
from divergence.counting.columns import Column
from divergence.displays.display import checked
from divergence.types import VoiceChoice

FEWEST_PLACES = 5
Estimates = Mapping[tuple[str, str, VoiceChoice], Estimate]


def strongest(
    comparison: Comparison,
    columns: Sequence[str] | None,
    *,
    voice: VoiceChoice,
    source: str | None,
    most: int,
) -> tuple[Contrast, ...]:
    """Return one contrast a column: those named, in their order, or those that stand out most.

    First come contrasts that rest on enough text, of these first the ones whose interval leaves
    zero out, of these first the largest in half widths of their interval.
    """
    for name in columns or ():
        checked("column", name, (column.name for column in comparison.columns))
    names = columns if columns is not None else [column.name for column in leading(comparison)]
    estimates = by_place(comparison)
    ranked = sorted(
        (
            one
            for one in seen_from(comparison, source)
            if one.voice == voice and one.column in names
        ),
        key=lambda one: rank(one, estimates),
    )
    best: dict[str, Contrast] = {}
    for one in ranked:
        best.setdefault(one.column, one)
    if columns is not None:
        return tuple(best[name] for name in dict.fromkeys(columns) if name in best)
    told = (one for one in best.values() if math.isfinite(one.difference) and one.difference != 0)
    return tuple(islice(told, most))


def leading(comparison: Comparison) -> tuple[Column, ...]:
    """Return the columns whose differences may stand among the largest of all topics."""
    return tuple(column for column in comparison.columns if column.leads)


def seen_from(comparison: Comparison, source: str | None) -> tuple[Contrast, ...]:
    """Return the contrasts of one source, turned round where it is the one held against."""
    if source is None:
        return comparison.contrasts
    checked("source", source, (each.source for each in comparison.sources))
    return tuple(
        one if one.source == source else turned(one)
        for one in comparison.contrasts
        if source in (one.source, one.reference)
    )


def turned(one: Contrast) -> Contrast:
    """Return the same difference seen from the other side: every sign swaps."""
    return replace(
        one,
        source=one.reference,
        reference=one.source,
        difference=-one.difference,
        low=-one.high,
        high=-one.low,
        strength=-one.strength,
    )


def clear(one: Contrast) -> bool:
    """Tell whether a contrast has an interval of some width that leaves zero out."""
    told = math.isfinite(one.low) and math.isfinite(one.strength)
    return told and (one.low > 0 or one.high < 0)


def largest(comparison: Comparison, most: int) -> tuple[str, ...]:
    """Return the sources with the most articles, in the comparison's order."""
    ranked = sorted(comparison.sources, key=lambda one: (-one.n_articles, one.source))
    kept = {each.source for each in ranked[:most]}
    return tuple(each.source for each in comparison.sources if each.source in kept)


def by_place(comparison: Comparison) -> Estimates:
    """Return the estimates by source, column and voice; "the others" have none."""
    return {(each.source, each.column, each.voice): each for each in comparison.estimates}


def weak(one: Contrast, estimates: Estimates) -> bool:
    """Tell whether a contrast rests on too little text to come first."""
    places = [
        known.n_evidence
        for source in (one.source, one.reference)
        if (known := estimates.get((source, one.column, one.voice)))
    ]
    few = max(places, default=FEWEST_PLACES) < FEWEST_PLACES
    return few or any(each.kind in TOO_LITTLE_TEXT for each in one.cautions)


def rank(one: Contrast, estimates: Estimates) -> tuple[bool, bool, float, str, str, str]:
    """Order contrasts: those that rest on enough first, then clear ones, then strong ones."""
    strength = abs(one.strength) if math.isfinite(one.strength) else -1.0
    # The whole text first where strengths are equal: it rests on most evidence.
    return weak(one, estimates), not clear(one), -strength, one.column, one.voice, one.source
