"""Metrics that are one sum divided by another, with bootstrap intervals over whole rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from divergence.validation.scoring import Score

ROUNDS = 2000
SEED = 20220224
_ENDS = (2.5, 97.5)


class Part(NamedTuple):
    """What one row adds to a ratio: its share above the line and below it."""

    above: float
    below: float


def ratio_score(
    rows: Sequence[Mapping[str, Part]], *, rounds: int = ROUNDS, seed: int = SEED
) -> Score:
    """Add rows up and resample them.

    Efron, B., & Tibshirani, R. (1993). An Introduction to the Bootstrap.
    """
    import numpy as np

    if not rows:
        return Score(0, {})
    metrics: dict[str, float] = {}
    intervals: dict[str, tuple[float, float]] = {}
    drawn = np.random.default_rng(seed).multinomial(
        len(rows), np.full(len(rows), 1 / len(rows)), size=rounds
    )
    for name in rows[0]:
        parts = np.array([row[name] for row in rows], dtype=float)
        above, below = parts.sum(axis=0)
        metrics[name] = float(above / below) if below else math.nan
        sums = drawn @ parts
        defined = sums[:, 1] > 0
        if defined.any():
            low, high = np.percentile(sums[defined, 0] / sums[defined, 1], _ENDS)
            intervals[name] = (float(low), float(high))
        else:
            intervals[name] = (math.nan, math.nan)
    return Score(len(rows), metrics, intervals)
