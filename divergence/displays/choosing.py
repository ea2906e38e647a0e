"""Which contrasts of a comparison a chart shows, and from whose side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from divergence.comparing.cautions import TOO_LITTLE_TEXT
from divergence.comparing.parts import THE_OTHERS
from divergence.comparing.results import Comparison, Contrast
from divergence.displays.display import checked
from divergence.types import VoiceChoice

FEWEST_PLACES = 5


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
    places = {(e.source, e.column, e.voice): e.n_evidence for e in comparison.estimates}
    ranked = sorted(
        (one for one in seen_from(comparison, source) if one.voice == voice),
        key=lambda one: _rank(one, places),
    )
    best: dict[str, Contrast] = {}
    for one in ranked:
        best.setdefault(one.column, one)
    if columns is not None:
        return tuple(best[name] for name in dict.fromkeys(columns) if name in best)
    told = (one for one in best.values() if math.isfinite(one.difference) and one.difference != 0)
    return tuple(islice(told, most))


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


def _rank(
    one: Contrast, places: dict[tuple[str, str, VoiceChoice], int]
) -> tuple[bool, bool, float, str, str]:
    known_places = [
        places[key]
        for source in (one.source, one.reference)
        if source != THE_OTHERS and (key := (source, one.column, one.voice)) in places
    ]
    few = max(known_places, default=FEWEST_PLACES) < FEWEST_PLACES
    weak = few or any(reason in one.caution for reason in TOO_LITTLE_TEXT)
    strength = abs(one.strength) if math.isfinite(one.strength) else -1.0
    return weak, not clear(one), -strength, one.column, one.source
