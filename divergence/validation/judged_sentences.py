"""Sentences with a label of two and marked parts, beside what a model and a word list say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from divergence.counting.tally import Floats
from divergence.validation.resampled_metrics import Labels, Rows, auc, f1


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """One sentence: what people labelled and marked, and what was predicted.

    ``listed`` says whether the feature that reads a list counts anything in it.
    """

    labelled: bool
    marks: frozenset[Any]
    probability: float
    predicted: bool
    predicted_marks: frozenset[Any]
    listed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Judgments:
    """Judged sentences as columns; ``marks`` counts the common, the labelled, the predicted."""

    labelled: Labels
    predicted: Labels
    listed: Labels
    probability: Floats
    marks: NDArray[np.int64]

    @classmethod
    def of(cls, sentences: Sequence[JudgedSentence]) -> Judgments:
        """Read the columns off sentences."""
        counts = [
            (len(s.marks & s.predicted_marks), len(s.marks), len(s.predicted_marks))
            for s in sentences
        ]
        return cls(
            np.array([sentence.labelled for sentence in sentences]),
            np.array([sentence.predicted for sentence in sentences]),
            np.array([sentence.listed for sentence in sentences]),
            np.array([sentence.probability for sentence in sentences]),
            np.array(counts),
        )

    def auc(self, rows: Rows) -> float:
        """Area under the ROC curve of the probabilities."""
        return auc(self.labelled[rows], self.probability[rows])

    def mark_f1(self, rows: Rows) -> float:
        """F1 of the marked parts."""
        return f1(*self.marks[rows].sum(axis=0).tolist())
