"""How well the similarity of two sentences agrees with people's ratings.

Rows: ``a`` and ``b``, two texts, and ``similarity``, a number from 0 (nothing alike) to 5 (the same
meaning).

References
----------
Agirre, E., et al. (2012). SemEval-2012 Task 6: a pilot on semantic textual similarity. *SEM.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from divergence.instruments.chosen_instruments import Instruments, SentenceReader
from divergence.validation.certainty import score_ratings
from divergence.validation.labelled_rows import read_rows
from divergence.validation.scoring import Score

LEAST_ALIKE, MOST_ALIKE = 0.0, 5.0


@dataclass(frozen=True, slots=True)
class RatedPair:
    """Two sentences, how alike people found them (0 to 5), and the line they stand in."""

    line: int
    a: str
    b: str
    rating: float


def read_pairs(path: Path) -> list[RatedPair]:
    """Read rated pairs."""
    return [
        RatedPair(
            row.line,
            row.words("a", "a sentence"),
            row.words("b", "a sentence"),
            row.number("similarity", LEAST_ALIKE, MOST_ALIKE),
        )
        for row in read_rows(path)
    ]


def score_alignment(path: Path, *, sentences: SentenceReader | None = None) -> Score:
    """Score the similarity by which sentences of different articles are linked."""
    pairs = read_pairs(path)
    reader = sentences or Instruments().sentences
    known = reader([text for pair in pairs for text in (pair.a, pair.b)])
    first = np.arange(0, 2 * len(pairs), 2)
    predicted = known.similarity(first, first + 1).tolist()
    scored = score_ratings([pair.rating for pair in pairs], predicted)
    predictions = [
        {"line": pair.line, "similarity": pair.rating, "predicted": round(guess, 3)}
        for pair, guess in zip(pairs, predicted, strict=True)
    ]
    return replace(scored, predictions=predictions)
