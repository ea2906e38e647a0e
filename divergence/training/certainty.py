"""Train the model of how certain a sentence sounds.

``python -m divergence.training.certainty FILE --out DIR`` reads JSON Lines with ``text`` and
``certainty`` (1 to 6), writes ``weights.json.gz`` and prints the cross-validated correlation. It
reads cues with the model of hedging that ships with the package: train that first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from divergence.instruments.certainty_score import HIGHEST, LOWEST, features
from divergence.instruments.linear import Model, write
from divergence.instruments.uncertainty_cues import cue_probabilities
from divergence.training.linear_fits import FOLDS, Bag, Floats, Recipe, fit, folds, predict
from divergence.types import Document
from divergence.validation.certainty import score_ratings
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed

# Cues are shrunk less than words, which only occur a few times each.
RECIPE = Recipe("ridge", strength=60.0, fewest=2, emphasis={"=": 4.0})


def bag(document: Document) -> Bag:
    """Return the features of a whole text."""
    tokens = range(len(document.syntax.words))
    found: dict[str, float] = {}
    for _, name, value in features(document, tokens, cue_probabilities(document)):
        found[name] = found.get(name, 0.0) + value
    return found


def train(bags: Sequence[Bag], scores: Floats) -> Model:
    """Fit the model to sentences."""
    return Model({"sentence": fit(bags, scores, RECIPE)}, {})


def cross_validated(bags: Sequence[Bag], scores: Floats, *, seed: int = 0) -> Floats:
    """Score every sentence with a model that has not seen it."""
    dealt = folds(range(len(bags)), seed=seed)
    guesses = np.empty(len(bags))
    for number in range(FOLDS):
        kept = np.flatnonzero(dealt != number).tolist()
        part = train([bags[row] for row in kept], scores[kept]).parts["sentence"]
        held = np.flatnonzero(dealt == number).tolist()
        guesses[held] = predict(part, [bags[row] for row in held])
    return np.clip(guesses, LOWEST, HIGHEST)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder."
)
def main(file: Path, out: Path) -> None:
    """Fit how certain sentences sound to FILE and write the weights into DIR."""
    rows = read_rows(file)
    scores = np.array([row.number("certainty", LOWEST, HIGHEST) for row in rows])
    bags = [bag(document) for document in parsed([row.text for row in rows])]
    target = write(train(bags, scores), out)
    scored = score_ratings(scores.tolist(), cross_validated(bags, scores).tolist())
    low, high = scored.intervals["pearson_r"]
    click.echo(f"{target}: {len(rows)} sentences, cross-validated:")
    click.echo(f"  pearson_r {scored.metrics['pearson_r']:.3f} [{low:.3f}, {high:.3f}]")


if __name__ == "__main__":
    main()
