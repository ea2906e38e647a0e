"""Fit the weights of sentence similarity to pairs that people have scored.

``python -m divergence.training.alignment FILE --out DIR`` reads JSON Lines with ``a``, ``b`` and
``similarity`` (0 to 5), prints the cross-validated correlation and writes ``weights.json``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np

from divergence.counting.tally import Floats
from divergence.instruments.sentence_similarity import AGREEMENTS, Sentences

FOLDS = 5
RIDGE = 1e-3
HIGHEST = 5.0


def agreements(rows: Sequence[dict[str, Any]]) -> Floats:
    """Return the agreements of each row's two sentences."""
    known = Sentences([row[side] for row in rows for side in ("a", "b")])
    first = np.arange(0, 2 * len(rows), 2)
    return known.agreements(first, first + 1)


def fit(inputs: Floats, scores: Floats) -> Floats:
    """Fit a ridge regression; the intercept comes first and is not shrunk."""
    full = np.column_stack([np.ones(len(inputs)), inputs])
    penalty = RIDGE * np.eye(full.shape[1])
    penalty[0, 0] = 0.0
    return np.asarray(np.linalg.solve(full.T @ full + penalty, full.T @ scores))


def cross_validated(inputs: Floats, scores: Floats, *, seed: int = 0) -> float:
    """Pearson correlation of scores with predictions made without them."""
    fold = np.random.default_rng(seed).permutation(len(scores)) % FOLDS
    guesses = np.empty_like(scores)
    for number in range(FOLDS):
        held = fold == number
        weights = fit(inputs[~held], scores[~held])
        guesses[held] = weights[0] + inputs[held] @ weights[1:]
    return float(np.corrcoef(guesses, scores)[0, 1])


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder."
)
def main(file: Path, out: Path) -> None:
    """Fit sentence similarity to FILE and write the weights into DIR."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    inputs = agreements(rows)
    scores = np.array([row["similarity"] for row in rows]) / HIGHEST
    fitted = fit(inputs, scores)
    out.mkdir(parents=True, exist_ok=True)
    stored = {
        "intercept": round(float(fitted[0]), 4),
        "weights": {
            name: round(float(weight), 4)
            for name, weight in zip(AGREEMENTS, fitted[1:], strict=True)
        },
    }
    target = out / "weights.json"
    target.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{target}: {len(rows)} pairs, r = {cross_validated(inputs, scores):.3f}")


if __name__ == "__main__":
    main()
