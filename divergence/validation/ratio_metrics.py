"""Metrics that are one sum divided by another, with bootstrap intervals over whole rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from divergence.validation.resampled_metrics import SEED, interval
from divergence.validation.scoring import Score

ROUNDS = 2000


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
        defined = sums[sums[:, 1] > 0]
        intervals[name] = interval((defined[:, 0] / defined[:, 1]).tolist())
    return Score(len(rows), metrics, intervals)
