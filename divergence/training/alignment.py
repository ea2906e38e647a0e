"""Fit the weights of sentence similarity to pairs that people have scored.

``python -m divergence.training.alignment FILE --out DIR`` reads JSON Lines with ``a``, ``b`` and
``similarity`` (0 to 5), prints the cross-validated correlation and writes ``weights.json``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from divergence.counting.tally import Floats
from divergence.instruments.embedded_similarity import EmbeddedSentences
from divergence.instruments.sentence_similarity import AGREEMENTS, Sentences
from divergence.training.command_options import command, labelled_file, out_folder
from divergence.validation.alignment import MOST_ALIKE, RatedPair, read_pairs

FOLDS = 5
RIDGE = 1e-3


def texts_of(pairs: Sequence[RatedPair]) -> list[str]:
    """Return both sentences of each pair, one after the other."""
    return [text for pair in pairs for text in (pair.a, pair.b)]


def fitted_inputs(
    pairs: Sequence[RatedPair], known: Sentences | EmbeddedSentences
) -> tuple[Floats, Floats]:
    """Return the agreements of each pair of known sentences, and its rating from 0 to 1."""
    first = np.arange(0, 2 * len(pairs), 2)
    ratings = np.array([pair.rating for pair in pairs]) / MOST_ALIKE
    return known.agreements(first, first + 1), ratings


def fit(inputs: Floats, scores: Floats) -> Floats:
    """Fit a ridge regression; the intercept comes first and is not shrunk."""
    full = np.column_stack([np.ones(len(inputs)), inputs])
    penalty = RIDGE * np.eye(full.shape[1])
    penalty[0, 0] = 0.0
    return np.asarray(np.linalg.solve(full.T @ full + penalty, full.T @ scores))


def held_out(
    inputs: Floats, scores: Floats, groups: NDArray[np.int64] | None = None, *, seed: int = 0
) -> Floats:
    """Predict every score from the other folds; rows of one group stand in one fold."""
    if groups is None:
        groups = np.arange(len(scores))
    fold = (np.random.default_rng(seed).permutation(int(groups.max()) + 1) % FOLDS)[groups]
    guesses = np.empty_like(scores)
    for number in range(FOLDS):
        held = fold == number
        weights = fit(inputs[~held], scores[~held])
        guesses[held] = weights[0] + inputs[held] @ weights[1:]
    return guesses


def correlation(guesses: Floats, scores: Floats) -> float:
    """Pearson correlation of predictions with scores."""
    return float(np.corrcoef(guesses, scores)[0, 1])


def write(fitted: Floats, names: Sequence[str], target: Path, **more: str) -> None:
    """Write an intercept and weights by name as JSON, after whatever else they need."""
    intercept, *weights = (round(weight, 4) for weight in fitted.tolist())
    stored = {**more, "intercept": intercept, "weights": dict(zip(names, weights, strict=True))}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


@command
@labelled_file
@out_folder
def main(file: Path, out: Path) -> None:
    """Fit sentence similarity to FILE and write the weights into DIR."""
    pairs = read_pairs(file)
    inputs, scores = fitted_inputs(pairs, Sentences(texts_of(pairs)))
    target = out / "weights.json"
    write(fit(inputs, scores), AGREEMENTS, target)
    r = correlation(held_out(inputs, scores), scores)
    click.echo(f"{target}: {len(pairs)} pairs, r = {r:.3f}")


if __name__ == "__main__":
    main()
