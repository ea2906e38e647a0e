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
from divergence.displays.display import checked, source_names
from divergence.plots.contrasts import clear as clear
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
            contrast
            for contrast in seen_from(comparison, source)
            if contrast.voice == voice and contrast.column in names
        ),
        key=lambda contrast: rank(contrast, estimates),
    )
    best: dict[str, Contrast] = {}
    for contrast in ranked:
        best.setdefault(contrast.column, contrast)
    if columns is not None:
        return tuple(best[name] for name in dict.fromkeys(columns) if name in best)
    apart = (
        contrast
        for contrast in best.values()
        if math.isfinite(contrast.difference) and contrast.difference != 0
    )
    return tuple(islice(apart, most))


def leading(comparison: Comparison) -> tuple[Column, ...]:
    """Return the columns whose differences may stand among the largest of all topics."""
    return tuple(column for column in comparison.columns if column.leads)


def seen_from(comparison: Comparison, source: str | None) -> tuple[Contrast, ...]:
    """Return the contrasts of one source, turned round where it is the one held against."""
    checked("source", source, source_names(comparison))
    if source is None:
        return comparison.contrasts
    return tuple(
        contrast if contrast.source == source else turned(contrast)
        for contrast in comparison.contrasts
        if source in (contrast.source, contrast.reference)
    )


def turned(contrast: Contrast) -> Contrast:
    """Return the same difference seen from the other side: every sign swaps."""
    return replace(
        contrast,
        source=contrast.reference,
        reference=contrast.source,
        difference=-contrast.difference,
        low=-contrast.high,
        high=-contrast.low,
        strength=-contrast.strength,
    )


def largest(comparison: Comparison, most: int) -> tuple[str, ...]:
    """Return the sources with the most articles, in the comparison's order."""
    ranked = sorted(comparison.sources, key=lambda profile: (-profile.n_articles, profile.source))
    kept = {profile.source for profile in ranked[:most]}
    return tuple(source for source in source_names(comparison) if source in kept)


def by_place(comparison: Comparison) -> Estimates:
    """Return the estimates by source, column and voice; "the others" have none."""
    return {
        (estimate.source, estimate.column, estimate.voice): estimate
        for estimate in comparison.estimates
    }


def weak(contrast: Contrast, estimates: Estimates) -> bool:
    """Tell whether a contrast rests on too little text to come first."""
    places = [
        known.n_evidence
        for source in (contrast.source, contrast.reference)
        if (known := estimates.get((source, contrast.column, contrast.voice)))
    ]
    few = max(places, default=FEWEST_PLACES) < FEWEST_PLACES
    return few or any(caution.kind in TOO_LITTLE_TEXT for caution in contrast.cautions)


def rank(contrast: Contrast, estimates: Estimates) -> tuple[bool, bool, float, str, str, str]:
    """Order contrasts: those that rest on enough first, then clear ones, then strong ones."""
    strength = abs(contrast.strength) if math.isfinite(contrast.strength) else -1.0
    # The whole text first where strengths are equal: it rests on most evidence.
    return (
        weak(contrast, estimates),
        not clear(contrast),
        -strength,
        contrast.column,
        contrast.voice,
        contrast.source,
    )
