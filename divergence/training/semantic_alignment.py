"""Fit the similarity of two sentences, embeddings included, to pairs that people have scored.

``python -m divergence.training.semantic_alignment FILE --model FOLDER --out DIR`` reads JSON Lines
with ``a``, ``b`` and ``similarity`` (0 to 5), prints the cross-validated correlation and writes
``alignment.json``. Pairs that share a sentence, however far around, stand in one fold.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from divergence.counting.tally import Floats
from divergence.instruments.chosen_instruments import LIKENESS_FILE, SHIPPED
from divergence.instruments.embedded_similarity import ALL_AGREEMENTS, EmbeddedSentences, Likeness
from divergence.instruments.encoder import Encoder
from divergence.training.alignment import FOLDS, HIGHEST, fit
from divergence.validation.alignment import RatedPair, read_pairs


def cross_validated(pairs: Sequence[RatedPair], inputs: Floats, *, seed: int = 0) -> float:
    """Pearson correlation of ratings with predictions made without their sentences."""
    group = grouped([(pair.a, pair.b) for pair in pairs])
    scores = np.array([pair.rating for pair in pairs]) / HIGHEST
    fold = (np.random.default_rng(seed).permutation(int(group.max()) + 1) % FOLDS)[group]
    guesses = np.empty_like(scores)
    for number in range(FOLDS):
        held = fold == number
        weights = fit(inputs[~held], scores[~held])
        guesses[held] = np.clip(weights[0] + inputs[held] @ weights[1:], 0.0, 1.0)
    return float(np.corrcoef(guesses, scores)[0, 1])


def grouped(pairs: Sequence[tuple[str, str]]) -> NDArray[np.int64]:
    """Return a group number for each pair; pairs with a sentence in common share it."""
    leader: dict[str, str] = {}

    def top(text: str) -> str:
        while leader.setdefault(text, text) != text:
            text = leader[text]
        return text

    for a, b in pairs:
        leader[top(b)] = top(a)
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(top(a), len(numbers)) for a, _ in pairs], dtype=np.int64)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", required=True, help="Encoder: a folder, or a name on the model hub.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=SHIPPED)
def main(file: Path, model: str, out: Path) -> None:
    """Fit sentence similarity to FILE and write alignment.json into the folder."""
    pairs = read_pairs(file)
    encoder = Encoder(model)
    unfitted = Likeness(encoder, encoder.fingerprint, 0.0, np.zeros(len(ALL_AGREEMENTS)))
    known = EmbeddedSentences([text for pair in pairs for text in (pair.a, pair.b)], unfitted)
    first = np.arange(0, 2 * len(pairs), 2)
    inputs = known.agreements(first, first + 1)
    fitted = fit(inputs, np.array([pair.rating for pair in pairs]) / HIGHEST)
    weights = dict(zip(ALL_AGREEMENTS, (round(float(w), 4) for w in fitted[1:]), strict=True))
    stored = {
        "fingerprint": encoder.fingerprint,
        "intercept": round(float(fitted[0]), 4),
        "weights": weights,
    }
    out.mkdir(parents=True, exist_ok=True)
    target = out / LIKENESS_FILE
    target.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{target}: {len(pairs):,} pairs, r = {cross_validated(pairs, inputs):.3f}")


if __name__ == "__main__":
    main()
