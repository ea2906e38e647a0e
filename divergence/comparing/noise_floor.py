"""How far two parties lie apart in one family of features, beside what chance alone would give."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.cautions import Caution, Doubted
from divergence.comparing.parties import Basis
from divergence.counting.tally import Floats
from divergence.phrases.saying import Saying

__all__ = ["FamilyDivergence"]


# The noise floor is a mean: it needs fewer rounds than an interval's ends.
FLOOR_ROUNDS = 500
LEAST_SPREAD = 1e-9

Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FamilyDivergence(Doubted):
    """How far a source and its reference lie apart in one family, beside its noise floor.

    ``divergence`` is in ``unit``. ``floor`` is what two parts of the same sizes differ by after
    the articles of both were dealt anew within each event (runs of sentences where there are too
    few articles), ``floor_high`` its 95th percentile, ``ratio`` the divergence over the floor: near
    1 the family tells the two no further apart than two halves of one source. ``p`` is the share of
    deals with as large a divergence, ``q`` its Benjamini-Hochberg value over the families. The
    family "overall" is the geometric mean of the other ratios and has nothing else.
    """

    source: str
    reference: str
    family: str
    divergence: float
    unit: Saying
    floor: float
    floor_high: float
    ratio: float
    p: float
    q: float
    n_columns: int
    n_events: int
    basis: Basis
    cautions: tuple[Caution, ...]


def unknown_divergence(
    names: Names, family: str, unit: Saying, *reasons: Caution
) -> FamilyDivergence:
    """Return the divergence of a family of which nothing is known, and why."""
    return FamilyDivergence(
        source=names[0],
        reference=names[1],
        family=family,
        divergence=math.nan,
        unit=unit,
        floor=math.nan,
        floor_high=math.nan,
        ratio=math.nan,
        p=math.nan,
        q=math.nan,
        n_columns=0,
        n_events=0,
        basis="none",
        cautions=reasons,
    )


def beside_floor(divergence: FamilyDivergence, distance: float, floors: Floats) -> FamilyDivergence:
    """Put a distance beside those of random deals; ``p`` is taken where whole articles were dealt.

    Deals that are all alike are no floor.
    """
    ordered = np.sort(floors[~np.isnan(floors)])
    if math.isnan(distance) or not len(ordered) or ordered[-1] - ordered[0] < LEAST_SPREAD:
        same = () if math.isnan(distance) else (cautions.SAME_DEALS,)
        return replace(divergence, divergence=distance, cautions=divergence.cautions or same)
    as_large = int(np.count_nonzero(ordered >= distance * (1 - LEAST_SPREAD)))
    floor = float(ordered.mean())
    return replace(
        divergence,
        divergence=distance,
        floor=floor,
        floor_high=float(ordered[math.ceil(0.95 * len(ordered)) - 1]),
        ratio=distance / floor,
        p=(1 + as_large) / (1 + len(ordered)) if divergence.basis == "articles" else math.nan,
    )
