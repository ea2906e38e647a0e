"""Fit the network of :mod:`divergence.text.attributions.tagging` to labelled sequences, in numpy.

The table learns by Adagrad, row by row; the layers by Adam. Rows are left out at random
(``blank``), and so are parts of every layer (``dropout``), so that nothing is learned by heart.
What is kept is not the last weights but their running mean over about a hundred steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.text.attributions.tagging import (
    FORBIDDEN,
    LABELS,
    N_BITS,
    N_LAYERS,
    Floats,
    Ids,
    Network,
    label_transitions,
    neighbors,
)
from divergence.training.chain import expect, observed

# Share of the running mean that stays at each step, and rounds before it begins.
REMEMBERED = 0.99
_ROUNDS_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Example:
    """One article: rows of the table by template and token, labels, tokens of each paragraph."""

    ids: Ids
    labels: NDArray[np.int8]
    lengths: list[int]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train; the defaults are those of the shipped model."""

    width: int = 64
    epochs: int = 8
    batch: int = 8
    rate: float = 2e-3
    table_rate: float = 0.05
    dropout: float = 0.3
    blank: float = 0.1
    seed: int = 0


class Trainer:
    """Weights in the making, with what Adam and Adagrad remember of the steps before."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.random = np.random.default_rng(settings.seed)
        width, n = settings.width, len(LABELS)
        self.table = self._normal((1 << N_BITS, width), 0.1)
        self.layers: dict[str, Floats] = {
            "b0": np.zeros(width, np.float32),
            "U": self._normal((width, n), 0.05),
            "bu": np.zeros(n, np.float32),
            "trans": np.zeros((n, n), np.float32),
            "start": np.zeros(n, np.float32),
        }
        for layer in range(N_LAYERS):
            shape = (3 * width, width)
            self.layers[f"W{layer}"] = self._normal(shape, float(np.sqrt(2 / shape[0])))
            self.layers[f"b{layer + 1}"] = np.zeros(width, np.float32)
        self.mean = {name: np.zeros_like(value) for name, value in self.layers.items()}
        self.square = {name: np.zeros_like(value) for name, value in self.layers.items()}
        self.seen = np.full(len(self.table), 1e-6, np.float32)
        self.n_steps = 0
        self.averaged: Network | None = None

    def _normal(self, shape: tuple[int, int], scale: float) -> Floats:
        return self.random.normal(0, scale, shape).astype(np.float32)

    @property
    def network(self) -> Network:
        """The running mean of the weights; before it begins, the weights as they are now."""
        return self.averaged or Network(self.table, self.layers)

    def epochs(self, examples: Sequence[Example]) -> Iterator[float]:
        """Go over the examples as often as the settings say."""
        size = self.settings.batch
        in_all = self.settings.epochs * -(-len(examples) // size)
        for number in range(self.settings.epochs):
            order = self.random.permutation(len(examples))
            total, n = 0.0, 0
            for start in range(0, len(examples), size):
                chosen = [examples[place] for place in order[start : start + size]]
                done = self.n_steps / in_all
                total += self.step(chosen, max(1 - done, 0.05) if done > 0.3 else 1.0)
                n += sum(len(example.labels) for example in chosen)
                if number >= _ROUNDS_BEFORE:
                    self._average()
            yield total / n

    def step(self, examples: Sequence[Example], speed: float) -> float:
        """Learn from a few articles; return the log-likelihood of their labels."""
        from scipy.sparse import csr_matrix

        settings = self.settings
        ids = np.concatenate([example.ids for example in examples], axis=1).T
        labels = np.concatenate([example.labels for example in examples])
        lengths = [length for example in examples for length in example.lengths]
        n, n_templates = ids.shape
        kept = self._keep(ids.size, settings.blank)
        ends = np.arange(0, ids.size + 1, n_templates)
        looked_up = csr_matrix((kept, ids.reshape(-1), ends), shape=(n, len(self.table)))
        inner = [looked_up @ self.table + self.layers["b0"]]
        masks = [self._keep((n, settings.width), settings.dropout)]
        hidden = np.maximum(inner[0], 0) * masks[0]
        windows = []
        for layer in range(N_LAYERS):
            windows.append(neighbors(hidden, lengths))
            inner.append(windows[-1] @ self.layers[f"W{layer}"] + self.layers[f"b{layer + 1}"])
            masks.append(self._keep((n, settings.width), settings.dropout))
            hidden = hidden + np.maximum(inner[-1], 0) * masks[-1]
        fits = (hidden @ self.layers["U"] + self.layers["bu"]).astype(np.float64)

        likelihood, pull, slopes = self._chain(fits, labels, lengths)
        slopes |= {"U": hidden.T @ pull, "bu": pull.sum(axis=0)}
        back = pull @ self.layers["U"].T
        for layer in range(N_LAYERS - 1, -1, -1):
            local = back * masks[layer + 1] * (inner[layer + 1] > 0)
            slopes[f"W{layer}"] = windows[layer].T @ local
            slopes[f"b{layer + 1}"] = local.sum(axis=0)
            back = back + gather(local @ self.layers[f"W{layer}"].T, lengths)
        back = back * masks[0] * (inner[0] > 0)
        slopes["b0"] = back.sum(axis=0)
        self._adam(slopes, settings.rate * speed)
        slope = (looked_up.T @ back) * np.float32(n)
        self.seen += (slope * slope).mean(axis=1)
        self.table -= np.float32(settings.table_rate * speed) * slope / np.sqrt(self.seen)[:, None]
        return likelihood

    def _average(self) -> None:
        """Move the running mean toward the weights as they are now."""
        if self.averaged is None:
            self.averaged = Network(self.table.copy(), dict(self.layers))
            return
        share = np.float32(1 - REMEMBERED)
        mean = self.averaged
        mean.table[:] += share * (self.table - mean.table)
        layers = {
            name: value + share * (self.layers[name] - value) for name, value in mean.layers.items()
        }
        self.averaged = Network(mean.table, layers)

    def _keep(self, shape: int | tuple[int, int], share: float) -> Floats:
        """Ones and zeros, the ones made larger so that sums stay as they are."""
        kept = self.random.random(shape, dtype=np.float32) >= share
        return kept.astype(np.float32) / np.float32(1 - share)

    def _chain(
        self, fits: NDArray[np.float64], labels: NDArray[np.int8], lengths: Sequence[int]
    ) -> tuple[float, Floats, dict[str, Any]]:
        follows, may_begin = label_transitions()
        moves = np.where(follows, self.layers["trans"], FORBIDDEN).astype(np.float64)
        first = np.where(may_begin, self.layers["start"], FORBIDDEN).astype(np.float64)
        expected = expect(fits, moves, first, lengths)
        steps, begun = observed(labels, len(LABELS), lengths)
        n = len(labels)
        at = np.arange(n), labels
        likelihood = float(fits[at].sum() + (moves * steps).sum() + (first * begun).sum())
        pull = expected.labels
        pull[at] -= 1
        slopes = {
            "trans": np.where(follows, expected.steps - steps, 0) / n,
            "start": np.where(may_begin, expected.first - begun, 0) / n,
        }
        return likelihood - expected.log_total, (pull / n).astype(np.float32), slopes

    def _adam(self, slopes: dict[str, Any], rate: float) -> None:
        self.n_steps += 1
        for name, value in slopes.items():
            slope = value.astype(np.float32)
            self.mean[name] = 0.9 * self.mean[name] + 0.1 * slope
            self.square[name] = 0.999 * self.square[name] + 0.001 * slope * slope
            mean = self.mean[name] / (1 - 0.9**self.n_steps)
            square = self.square[name] / (1 - 0.999**self.n_steps)
            self.layers[name] = (self.layers[name] - rate * mean / (np.sqrt(square) + 1e-8)).astype(
                np.float32
            )


def gather(slopes: Floats, lengths: Sequence[int]) -> Floats:
    """Bring the slopes of each token's neighbors home: the way back through ``neighbors``."""
    width = slopes.shape[1] // 3
    firsts = np.cumsum([0, *lengths[:-1]])
    before, own, after = (slopes[:, place * width : (place + 1) * width] for place in range(3))
    before, after = before.copy(), after.copy()
    before[firsts] = 0
    after[firsts[1:] - 1] = 0
    total = own.copy()
    total[:-1] += before[1:]
    total[1:] += after[:-1]
    return total
