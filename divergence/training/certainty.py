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
from divergence.training.command_options import command, labelled_file, out_folder, print_metrics
from divergence.training.linear_fits import Bag, Recipe, fit, folds, held_out, predict
from divergence.types import Document
from divergence.validation.certainty import score_ratings
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed

# Cues are shrunk less than words, which only occur a few times each.
RECIPE = Recipe("ridge", strength=60.0, fewest=2, emphasis={"=": 4.0})
Rated = tuple[Bag, float]


def bag(document: Document) -> Bag:
    """Return the features of a whole text."""
    tokens = range(len(document.syntax.words))
    values: dict[str, float] = {}
    for _, name, value in features(document, tokens, cue_probabilities(document)):
        values[name] = values.get(name, 0.0) + value
    return values


def train(rated: Sequence[Rated]) -> Model:
    """Fit the model to sentences."""
    bags, scores = zip(*rated, strict=True)
    return Model({"sentence": fit(bags, np.array(scores), RECIPE)}, {})


def cross_validated(rated: Sequence[Rated], *, seed: int = 0) -> list[float]:
    """Score every sentence with a model that has not seen it."""

    def judge(sentence: Rated, model: Model) -> float:
        guess = float(predict(model.parts["sentence"], [sentence[0]])[0])
        return min(max(guess, LOWEST), HIGHEST)

    return held_out(rated, folds(range(len(rated)), seed=seed), train, judge)


@command
@labelled_file
@out_folder
def main(file: Path, out: Path) -> None:
    """Fit how certain sentences sound to FILE and write the weights into DIR."""
    rows = read_rows(file)
    scores = [row.number("certainty", LOWEST, HIGHEST) for row in rows]
    bags = [bag(document) for document in parsed([row.text for row in rows])]
    rated = list(zip(bags, scores, strict=True))
    target = write(train(rated), out)
    click.echo(f"{target}: {len(rows)} sentences, cross-validated:")
    print_metrics(score_ratings(scores, cross_validated(rated)))


if __name__ == "__main__":
    main()
