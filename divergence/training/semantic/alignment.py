"""Fit the similarity of two sentences, embeddings included, to pairs that people have scored.

``python -m divergence.training.semantic.alignment FILE --model FOLDER --out DIR`` reads JSON Lines
with ``a``, ``b`` and ``similarity`` (0 to 5), prints the cross-validated correlation and writes
``alignment.json``. Pairs that share a sentence, however far around, stand in one fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from divergence.instruments.chosen_instruments import LIKENESS_FILE
from divergence.instruments.embedded_similarity import ALL_AGREEMENTS, EmbeddedSentences, Likeness
from divergence.instruments.encoder import Encoder
from divergence.training.alignment import (
    correlation,
    fit,
    fitted_inputs,
    held_out,
    texts_of,
    write,
)
from divergence.training.command_options import command, encoder_name, heads_folder, labelled_file
from divergence.validation.alignment import read_pairs


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


@command
@labelled_file
@encoder_name
@heads_folder
def main(file: Path, model: str, out: Path) -> None:
    """Fit sentence similarity to FILE and write alignment.json into the folder."""
    pairs = read_pairs(file)
    encoder = Encoder(model)
    unfitted = Likeness(encoder, encoder.fingerprint, 0.0, np.zeros(len(ALL_AGREEMENTS)))
    inputs, scores = fitted_inputs(pairs, EmbeddedSentences(texts_of(pairs), unfitted))
    target = out / LIKENESS_FILE
    write(fit(inputs, scores), ALL_AGREEMENTS, target, fingerprint=encoder.fingerprint)
    guesses = held_out(inputs, scores, grouped([(pair.a, pair.b) for pair in pairs]))
    r = correlation(np.clip(guesses, 0.0, 1.0), scores)
    click.echo(f"{target}: {len(pairs):,} pairs, r = {r:.3f}")


if __name__ == "__main__":
    main()
