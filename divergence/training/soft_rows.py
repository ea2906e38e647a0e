"""Rows with a teacher's probabilities in place of a label, and regressions that learn from both.

A row is one JSON object: ``text``, ``start`` and ``end`` of the target in it, and ``probs``:
probabilities of negative, neutral and positive. Such files are written by
``python -m divergence.training.soft_labels``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.instruments.target_tone import LABELS
from divergence.validation.labelled_rows import Row, read_rows
from divergence.validation.sentiment import TargetRow

STRENGTH, JOINT_STRENGTH = 0.4, 0.3
STEPS, CLOSE_ENOUGH, REMEMBERED = 60, 1e-5, 6
_SUM_TOLERANCE = 0.01
_LEAST_MASS = 1e-6
Floats = NDArray[np.float64]
Single = NDArray[np.float32]
Matrix = Any


@dataclass(frozen=True, slots=True, eq=False)
class SoftRows:
    """Rows (their label is the most probable one) and their probabilities, one row each."""

    rows: list[TargetRow]
    shares: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Coefficients, one row a label, and intercepts."""

    coefficients: Floats
    intercepts: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """Inputs of a regression: named features, of which a row has few, and means, which all have."""

    named: Matrix
    means: Floats

    def take(self, rows: NDArray[np.int64]) -> Inputs:
        """Keep some rows."""
        return Inputs(self.named[rows], self.means[rows])

    def scores(self, lines: Lines) -> Floats:
        """Score each label for each row."""
        n_named = self.named.shape[1]
        named, means = lines.coefficients[:, :n_named], lines.coefficients[:, n_named:]
        return np.asarray(self.named @ named.T + self.means @ means.T + lines.intercepts)


def read_soft(path: Path) -> SoftRows:
    """Read rows with probabilities."""
    rows: list[TargetRow] = []
    shares: list[list[float]] = []
    for row in read_rows(path):
        chances = _probabilities(row)
        rows.append(_target(row, LABELS[chances.index(max(chances))]))
        shares.append(chances)
    return SoftRows(rows, np.array(shares))


def read_unlabelled(path: Path) -> list[TargetRow]:
    """Read rows without label; they are called neutral."""
    return [_target(row, "neutral") for row in read_rows(path)]


def fit_shares(inputs: Inputs, shares: Floats, weights: Floats) -> Lines:
    """Fit the mean of two kinds of regression, each label weighing as much as any other.

    One sets each label against the others, one weighs all labels at once; both are linear, and so
    is their mean.
    """
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    mass = np.maximum((weights[:, None] * shares).sum(axis=0), _LEAST_MASS)
    total = mass.sum() + _LEAST_MASS
    yes, no = total / 2 / mass, total / 2 / (total - mass)
    balance = shares * yes + (1 - shares) * no
    each = (weights[:, None] * balance).astype(np.float32)
    marks = shares.astype(np.float32)
    turned = (shares * yes / balance).astype(np.float32)
    joint = (weights * (shares @ (total / len(LABELS) / mass)))[:, None].astype(np.float32)

    def one_a_label(scores: Single) -> tuple[float, Single]:
        lost = each * (np.logaddexp(np.float32(0), scores) - turned * scores)
        return float(lost.sum(dtype=np.float64)), each * (1 / (1 + np.exp(-scores)) - turned)

    def all_at_once(scores: Single) -> tuple[float, Single]:
        most = scores.max(axis=1, keepdims=True)
        powers = np.exp(scores - most)
        sums = powers.sum(axis=1, keepdims=True)
        lost = joint * marks * (most + np.log(sums) - scores)
        return float(lost.sum(dtype=np.float64)), joint * (powers / sums - marks)

    with threadpool_limits(1):
        both = (
            _minimum(inputs, one_a_label, STRENGTH) + _minimum(inputs, all_at_once, JOINT_STRENGTH)
        ) / 2
    return Lines(both[:-1].T, both[-1])


def _minimum(
    inputs: Inputs, loss: Callable[[Single], tuple[float, Single]], strength: float
) -> Floats:
    """Return coefficients by label, the last row the intercepts, which no penalty holds down."""
    from scipy.optimize import minimize

    named = inputs.named.astype(np.float32).tocsr()
    means = inputs.means.astype(np.float32)
    turned = named.T.tocsr()
    n_named, n_labels = named.shape[1], len(LABELS)
    factor = np.float32(strength)

    def slope(point: Floats) -> tuple[float, Floats]:
        at = point.astype(np.float32).reshape(-1, n_labels)
        lines = at[:-1]
        lost, pull = loss(named @ lines[:n_named] + means @ lines[n_named:] + at[-1])
        pull = pull.astype(np.float32)
        back = factor * np.vstack([turned @ pull, means.T @ pull]) + lines
        slopes = np.vstack([back, factor * pull.sum(axis=0)]).astype(np.float64)
        penalty = 0.5 * float((lines * lines).sum(dtype=np.float64))
        return strength * lost + penalty, slopes.ravel()

    start = np.zeros((n_named + means.shape[1] + 1) * n_labels)
    options = {"maxiter": STEPS, "ftol": CLOSE_ENOUGH, "maxcor": REMEMBERED}
    found = minimize(slope, start, jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x, dtype=np.float64).reshape(-1, n_labels)


def _target(row: Row, label: str) -> TargetRow:
    text = row.text
    start = row.whole("start", "where the target starts")
    end = row.whole("end", "where the target ends")
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise row.error(
            "start", f"is {start} with end {end}; expected a word between 0 and {len(text)}"
        )
    return TargetRow(text, start, end, label)


def _probabilities(row: Row) -> list[float]:
    expected = "three probabilities that add up to 1"
    values = row.field("probs", list, expected)
    real = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    fits = len(values) == len(real) == len(LABELS) and all(0 <= value <= 1 for value in real)
    if not fits or not math.isclose(sum(real), 1, abs_tol=_SUM_TOLERANCE):
        raise row.error("probs", f"is {str(values)[:40]}; expected {expected}")
    return [float(value) / sum(real) for value in real]
