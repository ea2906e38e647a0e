"""How well the certainty of a sentence agrees with people's ratings.

Rows: ``text`` and ``certainty``, a number from 1 (least) to 6.

References
----------
Pei, J., & Jurgens, D. (2021). Measuring Sentence-Level and Aspect-Level (Un)certainty in Science
Communications. EMNLP.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from divergence.counting.tally import Floats
from divergence.instruments.certainty_score import HIGHEST, LOWEST, certainty
from divergence.instruments.uncertainty_cues import cue_probabilities
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed
from divergence.validation.resampled_metrics import Rows, resampled_score
from divergence.validation.scoring import Score


def score_certainty(path: Path) -> Score:
    """Score predicted certainty, from raw text."""
    rows = read_rows(path)
    ratings = [row.number("certainty", LOWEST, HIGHEST) for row in rows]
    predicted = [
        certainty(document, range(len(document.lowered)), cue_probabilities(document)).score
        for document in parsed([row.text for row in rows])
    ]
    scored = score_ratings(ratings, predicted)
    predictions = [
        {"line": row.line, "certainty": rating, "predicted": round(guess, 3)}
        for row, rating, guess in zip(rows, ratings, predicted, strict=True)
    ]
    return replace(scored, predictions=predictions)


def score_ratings(ratings: Sequence[float], predicted: Sequence[float]) -> Score:
    """Correlate ratings with predictions; see :func:`score_certainty`."""
    gold, guess = np.array(ratings), np.array(predicted)

    def metrics(rows: Rows) -> dict[str, float]:
        return {"pearson_r": _correlation(gold[rows], guess[rows])}

    return resampled_score(metrics, len(gold))


def _correlation(gold: Floats, guess: Floats) -> float:
    if len(gold) < 2 or np.ptp(gold) == 0 or np.ptp(guess) == 0:
        return math.nan
    return float(np.corrcoef(gold, guess)[0, 1])
