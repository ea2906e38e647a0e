"""What labelled accounts teach of figures: linear models with named features, one file for all.

Weights are stored as JSON by part: an intercept, the least probability at which a part says yes,
and one number a feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "figures" / "weights.json"
Candidate = TypeVar("Candidate")


@dataclass(frozen=True, slots=True)
class LearnedChoice:
    """A model that says of a candidate how likely it belongs to a figure."""

    intercept: float
    least: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Return how likely a candidate with these features belongs."""
        total = self.intercept + sum(self.weights.get(name, 0.0) for name in features)
        return 1.0 / (1.0 + math.exp(-max(min(total, 50.0), -50.0)))

    def likeliest(
        self, candidates: Sequence[Candidate], features: Callable[[Candidate], Iterable[str]]
    ) -> Candidate | None:
        """Return the likeliest candidate, the first of equals; None where none is likely enough."""
        scores = [self.probability(features(candidate)) for candidate in candidates]
        best = max(range(len(scores)), key=lambda place: scores[place], default=None)
        return candidates[best] if best is not None and scores[best] >= self.least else None


@cache
def choices() -> Mapping[str, LearnedChoice]:
    """Return the models by the name of what they choose, read once a process."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {
        name: LearnedChoice(part["intercept"], part["least"], part["weights"])
        for name, part in stored.items()
    }
