"""Whether a reader would say that somebody is given words here: a linear model over candidates.

The tagger has learned a wide notion of attribution: what somebody intends, decides, sees or backs
is one there. A reader of the news looks for what is said, thought or reported. The model weighs
what :mod:`divergence.text.attributions.judge_features` names.

``divergence.training.speech_judge`` fits it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from divergence.text.attributions.judge_features import Candidate, JudgedText, features
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "attribution" / "judge.json"


@cache
def load(path: Path = WEIGHTS) -> Mapping[str, float]:
    """Read the weights by name of feature."""
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def is_attribution(text: JudgedText, candidate: Candidate) -> bool:
    """Whether a candidate is more likely an attribution than not."""
    return candidate.by_construction or log_odds(features(text, candidate), load()) > 0


def log_odds(given: Iterable[tuple[str, float]], weights: Mapping[str, float]) -> float:
    """Log-odds that a reader would label a candidate with such features."""
    known = weights.get
    return weights["bias"] + sum([known(name, 0.0) * value for name, value in given])
