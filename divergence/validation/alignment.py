"""How well the similarity of two sentences agrees with people's ratings.

Rows: ``a`` and ``b``, two texts, and ``similarity``, a number from 0 (nothing alike) to 5 (the same
meaning).

References
----------
Agirre, E., et al. (2012). SemEval-2012 Task 6: a pilot on semantic textual similarity. *SEM.
"""

from __future__ import annotations

from pathlib import Path

from divergence.comparing.similarity import similarity
from divergence.validation.certainty import score_ratings
from divergence.validation.rows import Row, read_rows
from divergence.validation.scores import Score

LEAST_ALIKE, MOST_ALIKE = 0.0, 5.0


def score_alignment(path: Path) -> Score:
    """Score the similarity by which sentences of different articles are linked.

    Parameters
    ----------
    path : Path
        JSON Lines, plain or gzipped, as the module describes.

    Returns
    -------
    Score
        ``n`` pairs and ``pearson_r`` in [-1, 1], positive when right, with its 95% bootstrap
        interval over pairs; nan where ratings or similarities are all the same. With predictions,
        which run from 0 to 1.

    Raises
    ------
    LabelsError
        When the file does not have the format.
    """
    rows = read_rows(path)
    pairs = [(_sentence(row, "a"), _sentence(row, "b")) for row in rows]
    ratings = [row.number("similarity", LEAST_ALIKE, MOST_ALIKE) for row in rows]
    predicted = similarity(pairs).tolist()
    scored = score_ratings(ratings, predicted)
    predictions = [
        {"line": row.line, "similarity": rating, "predicted": round(guess, 3)}
        for row, rating, guess in zip(rows, ratings, predicted, strict=True)
    ]
    return Score(scored.n, scored.metrics, scored.intervals, predictions)


def _sentence(row: Row, name: str) -> str:
    sentence = row.field(name, str, "a sentence")
    if not sentence.strip():
        raise row.error(name, "is empty; expected a sentence")
    return str(sentence)
