"""Metrics that are no ratio of sums, such as an area under a curve, with bootstrap intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from divergence.validation.scoring import Score

ROUNDS = 500
SEED = 20220224
_ENDS = (2.5, 97.5)

Rows = NDArray[np.int64]
Labels = NDArray[np.bool_]
Metrics = Callable[[Rows], Mapping[str, float]]


def resampled_score(metrics: Metrics, n: int, *, rounds: int = ROUNDS, seed: int = SEED) -> Score:
    """Compute metrics of all rows and of resamples of the rows.

    Efron, B., & Tibshirani, R. (1993). An Introduction to the Bootstrap.
    """
    whole = metrics(np.arange(n))
    random = np.random.default_rng(seed)
    drawn = [metrics(random.integers(n, size=n)) for _ in range(rounds if n else 0)]
    return Score(
        n, dict(whole), {name: interval([values[name] for values in drawn]) for name in whole}
    )


def f1(right: float, labelled: float, predicted: float) -> float:
    """F1 from counts; nan where nothing is labelled and nothing predicted."""
    return 2 * right / (labelled + predicted) if labelled + predicted else math.nan


def label_f1(gold: Labels, predicted: Labels) -> float:
    """F1 of a label that a row has or has not."""
    return f1(float((gold & predicted).sum()), float(gold.sum()), float(predicted.sum()))


def auc(labels: Labels, scores: NDArray[np.float64]) -> float:
    """Area under the ROC curve; nan where only one label occurs."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(labels, scores)) if 0 < labels.sum() < len(labels) else math.nan


def defined_mean(values: Sequence[float]) -> float:
    """Mean of the values that are defined."""
    defined = [value for value in values if not math.isnan(value)]
    return sum(defined) / len(defined) if defined else math.nan


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Ends of the 95% interval of the resampled values that are defined."""
    defined = [value for value in values if not math.isnan(value)]
    if not defined:
        return math.nan, math.nan
    low, high = np.percentile(defined, _ENDS)
    return float(low), float(high)
