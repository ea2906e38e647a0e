"""What labelled accounts teach of figures: linear models with named features, one file for all.

Weights are stored as JSON by part: an intercept, the least probability at which a part says yes,
and one number a feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "figures" / "weights.json"


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


@cache
def choices() -> Mapping[str, LearnedChoice]:
    """Return the models by the name of what they choose, read once a process."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {
        name: LearnedChoice(part["intercept"], part["least"], part["weights"])
        for name, part in stored.items()
    }
