"""Train the model of an article's frames.

``python -m divergence.training.frames FILE --out DIR`` reads JSON Lines with ``text`` and
``frames``, prints the cross-validated macro-F1 and writes ``weights.json.gz``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from divergence.models.framing import FRAMES, frame_scores, rates
from divergence.models.linear import Linear, Model, write
from divergence.training.linear import FOLDS, Floats, folds
from divergence.validation.frames import labelled_frames, macro_f1
from divergence.validation.parsed import parsed
from divergence.validation.rows import read_rows

STRENGTH = 0.03
Labels = NDArray[np.bool_]


def train(inputs: Floats, labels: Labels) -> Model:
    """Fit one regression a frame, and choose its threshold on scores of held-out rows."""
    parts, numbers = {}, {}
    dealt = folds(range(len(inputs)), seed=1)
    for column, frame in enumerate(FRAMES):
        known = labels[:, column]
        held_out = np.empty(len(inputs))
        for number in range(FOLDS):
            held = dealt == number
            intercept, weights = _fit(inputs[~held], known[~held])
            held_out[held] = intercept + inputs[held] @ weights
        intercept, weights = _fit(inputs, known)
        parts[frame] = Linear(intercept, dict(zip(FRAMES, weights.tolist(), strict=True)))
        numbers[frame] = _threshold(known, held_out)
    return Model(parts, numbers)


def predicted(inputs: Floats, model: Model) -> Labels:
    """Say which rows tell which frames."""
    scores = [frame_scores(dict(zip(FRAMES, row, strict=True)), model) for row in inputs.tolist()]
    return np.array([[each[frame] >= model.numbers[frame] for frame in FRAMES] for each in scores])


def cross_validated(inputs: Floats, labels: Labels, *, seed: int = 0) -> float:
    """Macro-F1 of predictions made without the row, its threshold included."""
    dealt = folds(range(len(inputs)), seed=seed)
    guesses = np.zeros_like(labels)
    for number in range(FOLDS):
        held = dealt == number
        guesses[held] = predicted(inputs[held], train(inputs[~held], labels[~held]))
    return macro_f1(labels, guesses)


def _fit(inputs: Floats, known: Labels) -> tuple[float, Floats]:
    from sklearn.linear_model import LogisticRegression

    center, spread = inputs.mean(axis=0), np.maximum(inputs.std(axis=0), 1e-9)
    regression = LogisticRegression(
        C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0
    )
    regression.fit((inputs - center) / spread, known)
    weights = regression.coef_[0] / spread
    return float(regression.intercept_[0] - center @ weights), np.asarray(weights)


def _threshold(known: Labels, scores: Floats) -> float:
    """Return the score from which on a frame is told, for the best F1."""
    tried = sorted(set(np.round(scores, 4).tolist()))
    right = [2 * (known & (scores >= t)).sum() / (known.sum() + (scores >= t).sum()) for t in tried]
    return float(tried[int(np.argmax(right))])


def read_inputs(texts: Sequence[str]) -> Floats:
    """Return the rates of frame terms in texts, one row each."""
    found = [rates(document) for document in parsed(texts)]
    return np.array([[each.get(frame, 0.0) for frame in FRAMES] for each in found])


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder."
)
def main(file: Path, out: Path) -> None:
    """Fit frames to FILE and write the weights into DIR."""
    rows = read_rows(file)
    labels = labelled_frames(rows)
    inputs = read_inputs([row.text for row in rows])
    scores = [cross_validated(inputs, labels, seed=seed) for seed in range(5)]
    target = write(train(inputs, labels), out)
    click.echo(f"{target}: {len(rows)} articles, {FOLDS}-fold macro-F1 by seed:")
    click.echo("  " + " ".join(f"{score:.3f}" for score in scores))


if __name__ == "__main__":
    main()
