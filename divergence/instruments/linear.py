"""Linear models: named features, one weight each, and a score that says what caused it.

A model is one JSON file, ``weights.json.gz``: an intercept, the weights of its features by their
names, and numbers such as thresholds. Loading it runs no code.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from divergence.weights import WEIGHTS_FOLDER

FILE_NAME = "weights.json.gz"
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Linear:
    """An intercept and the weights of features; a feature without a weight counts nothing."""

    intercept: float
    weights: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """Return the intercept plus the weights of features that are there or not."""
        known = self.weights
        total = self.intercept
        for name in features:
            if name in known:
                total += known[name]
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """What the file of one task holds.

    ``parts`` are linear models by name, ``numbers`` thresholds and the like, ``words`` the words
    that the model looks at with their category, where it does not look at all of them.
    """

    parts: Mapping[str, Linear]
    numbers: Mapping[str, float]
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A score of a stretch of text and what each of its tokens added to it."""

    score: float
    contributions: Mapping[int, float]


@cache
def load(task: str) -> Model:
    """Return the model of a task that ships with the package, read once a process."""
    return read(WEIGHTS_FOLDER / task / FILE_NAME)


def read(path: Path) -> Model:
    """Read a model from its file."""
    stored = json.loads(gzip.decompress(path.read_bytes()))
    return Model(
        parts={
            name: Linear(part["intercept"], part["weights"])
            for name, part in stored["parts"].items()
        },
        numbers=stored["numbers"],
        words=stored["words"],
    )


def write(model: Model, folder: Path) -> Path:
    """Write a model, the same bytes for the same numbers; weights that round to 0 are left out."""
    stored: dict[str, Any] = {
        "numbers": {name: round(model.numbers[name], 4) for name in sorted(model.numbers)},
        "words": {word: model.words[word] for word in sorted(model.words)},
        "parts": {
            name: {
                "intercept": round(part.intercept, _DECIMALS),
                "weights": {
                    feature: rounded
                    for feature, weight in sorted(part.weights.items())
                    if (rounded := round(weight, _DECIMALS))
                },
            }
            for name, part in sorted(model.parts.items())
        },
    }
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILE_NAME
    text = json.dumps(stored, ensure_ascii=False, indent=0, separators=(",", ":"))
    target.write_bytes(gzip.compress(f"{text}\n".encode(), mtime=0))
    return target


def logistic(score: float) -> float:
    """Return the probability that belongs to a log-odds score."""
    if score < 0:
        return math.exp(score) / (1.0 + math.exp(score)) if score > -700 else 0.0
    return 1.0 / (1.0 + math.exp(-score))
