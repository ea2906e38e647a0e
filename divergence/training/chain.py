"""Linear-chain conditional random field: likelihood and expectations over many sequences at once.

References
----------
Lafferty, J., McCallum, A., & Pereira, F. (2001). Conditional random fields. ICML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Expected:
    """Log of the sum over all label sequences, and how often each label and step is expected."""

    log_total: float
    labels: Numbers
    steps: Numbers
    first: Numbers


def expect(scores: Numbers, steps: Numbers, first: Numbers, lengths: Sequence[int]) -> Expected:
    """Sum over all label sequences by the forward-backward algorithm."""
    firsts = np.cumsum([0, *lengths[:-1]])
    order = np.argsort(-np.array(lengths), kind="stable")
    sizes, begins = np.array(lengths)[order], firsts[order]
    active = [int((sizes > step).sum()) for step in range(int(sizes[0]))]
    highest = scores.max(axis=1)
    fits, moves = np.exp(scores - highest[:, None]), np.exp(steps)
    forward, backward = np.zeros(scores.shape), np.ones(scores.shape)
    scale = np.ones(len(scores))
    for step, n in enumerate(active):
        at = begins[:n] + step
        reached = fits[at] * (forward[at - 1] @ moves if step else np.exp(first))
        scale[at] = reached.sum(axis=1)
        forward[at] = reached / scale[at][:, None]
    pairs = np.zeros(steps.shape)
    for step in range(len(active) - 2, -1, -1):
        after = begins[: active[step + 1]] + step + 1
        ahead = fits[after] * backward[after] / scale[after][:, None]
        backward[after - 1] = ahead @ moves.T
        pairs += forward[after - 1].T @ ahead
    labels = forward * backward
    total = float(np.log(scale).sum() + highest.sum())
    return Expected(total, labels, pairs * moves, labels[firsts].sum(axis=0))


def observed(
    labels: NDArray[Any], n_labels: int, lengths: Sequence[int]
) -> tuple[Numbers, Numbers]:
    """Count the steps between labels and the first labels of sequences that were labelled."""
    firsts = np.cumsum([0, *lengths[:-1]])
    later = np.ones(len(labels), bool)
    later[firsts] = False
    at = np.flatnonzero(later)
    steps, first = np.zeros((n_labels, n_labels)), np.zeros(n_labels)
    np.add.at(steps, (labels[at - 1], labels[at]), 1)
    np.add.at(first, labels[firsts], 1)
    return steps, first
