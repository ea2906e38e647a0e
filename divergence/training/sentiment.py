"""Train the model of tone toward a party, with names masked.

``python -m divergence.training.sentiment TRAIN --vectors FOLDER --out DIR`` reads JSON Lines with
``text``, ``start``, ``end``, ``target`` and ``label``, and a folder with ``model.safetensors`` and
``vocab.txt`` of a transformer whose input embeddings say which words are alike. It prints the
cross-validated macro-F1 and writes ``weights.npz``. The embeddings are folded into the weights of
words, so that none is shipped: a word that the labelled rows never show gets the weight of its
like.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from divergence.counting.tally import Floats
from divergence.instruments.target_tone import LABELS, VALENCE, WEIGHTS, ToneModel, write
from divergence.instruments.tone_features import Bags, valences
from divergence.text.party_passages import MASKS
from divergence.training.command_options import (
    EXISTING_FOLDER,
    FOLDER,
    command,
    labelled_file,
)
from divergence.training.embeddings import Embeddings
from divergence.validation.sentiment import TargetRow, documents_of, read_targets, row_bags

FOLDS = 5
LEAST = 2
STRENGTH, JOINT_STRENGTH = 0.7, 0.5
EMPHASIS = {
    "word": 1.0,
    "pair": 0.7,
    "lemmas": 0.6,
    "close": 0.8,
    "around": 0.8,
    "path": 0.6,
    "near": 0.6,
    "owner": 0.6,
    "clause": 0.6,
    "party": 0.7,
    VALENCE: 0.3,
}
ALIKE = (
    ("word", ""),
    ("around", "<"),
    ("around", ">"),
    ("close", "<"),
    ("close", ">"),
    ("owner", "+"),
    ("owner", "-"),
)
ALIKE_EMPHASIS = 0.03
_VALENCE_UNIT = 3.0
Key = tuple[str, str]
K = TypeVar("K")
Matrix = Any


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Coefficients, one row a label, and intercepts."""

    coefficients: Floats
    intercepts: Floats


@dataclass(frozen=True, slots=True)
class Space:
    """Columns of features with their factors, and vectors of words that say which are alike."""

    places: Mapping[Key, int]
    factors: Floats
    words: Mapping[str, int]
    vectors: Floats

    @classmethod
    def of(cls, rows: Sequence[Bags], embeddings: Embeddings) -> Space:
        """Learn the columns from training rows: what enough of them have."""
        counts = Counter(key for bags in rows for key in _values(bags))
        names = sorted(key for key, count in counts.items() if count >= LEAST)
        factors = [
            EMPHASIS[group]
            * (_VALENCE_UNIT if group == VALENCE else np.log(len(rows) / counts[group, name]))
            for group, name in names
        ]
        seen = {name for group, name in counts if group in ("word", "owner")}
        seen |= {name[1:] for group, name in counts if group in ("owner", "around")}
        vectors = embeddings.vectors_of(seen | set(valences()) | set(embeddings.whole_words()))
        words = sorted(vectors.keys() - MASKS)
        rarity = [np.log(len(rows) / (1 + counts["word", word])) for word in words]
        return cls(
            {key: number for number, key in enumerate(names)},
            np.array(factors),
            {word: number for number, word in enumerate(words)},
            np.array([vectors[word] for word in words]) * np.array(rarity)[:, None],
        )

    def inputs(self, rows: Sequence[Bags]) -> Matrix:
        """Return the inputs of a regression: named features, and mean vectors by context."""
        named = _sparse((_placed(_values(bags), self.places) for bags in rows), len(self.places))
        means = []
        for group, side in ALIKE:
            here = (_placed(_words(bags, group, side), self.words) for bags in rows)
            mean = np.asarray(_sparse(here, len(self.words)) @ self.vectors)
            means.append(mean * ALIKE_EMPHASIS)
        parts = [(named @ sparse.diags(self.factors)).tocsr(), sparse.csr_matrix(np.hstack(means))]
        return sparse.hstack(parts).tocsr()

    def fold(self, lines: Lines) -> ToneModel:
        """Turn coefficients into weights by group and name."""
        coefficients = lines.coefficients
        n_named = len(self.places)
        named = (coefficients[:, :n_named] * self.factors).T
        weights = {key: named[number] for key, number in self.places.items()}
        size = self.vectors.shape[1]
        for number, (group, side) in enumerate(ALIKE):
            start = n_named + number * size
            block = coefficients[:, start : start + size] * ALIKE_EMPHASIS
            for word, row in zip(self.words, self.vectors @ block.T, strict=True):
                key = (group, side + word)
                weights[key] = weights[key] + row if key in weights else row
        places: dict[str, dict[str, int]] = {}
        for row, (group, name) in enumerate(weights):
            places.setdefault(group, {})[name] = row
        return ToneModel(places, np.array(list(weights.values())), lines.intercepts)


def fit(inputs: Matrix, labels: NDArray[np.int64]) -> Lines:
    """Fit the mean of two kinds of regression, each label weighing as much as any other.

    One sets each label against the others, one weighs all labels at once; both are linear, and so
    is their mean.
    """
    from sklearn.linear_model import LogisticRegression

    coefficients, intercepts = [], []
    for label in range(len(LABELS)):
        regression = LogisticRegression(
            C=STRENGTH,
            solver="liblinear",
            dual=True,
            tol=0.05,
            max_iter=100,
            class_weight="balanced",
            random_state=0,
        )
        regression.fit(inputs, labels == label)
        coefficients.append(regression.coef_[0])
        intercepts.append(regression.intercept_[0])
    joint = LogisticRegression(C=JOINT_STRENGTH, tol=0.01, max_iter=60, class_weight="balanced")
    joint.fit(inputs, labels)
    return Lines(
        (np.array(coefficients) + joint.coef_) / 2, (np.array(intercepts) + joint.intercept_) / 2
    )


def cross_validated(rows: Sequence[TargetRow], inputs: Matrix, labels: NDArray[np.int64]) -> float:
    """Macro-F1 of predictions made without the row's own text in training."""
    from sklearn.metrics import f1_score

    fold = np.array([zlib.crc32(row.text.encode()) % FOLDS for row in rows])
    guesses = np.zeros(len(rows), dtype=np.int64)
    for number in sorted(set(fold.tolist())):
        held = fold == number
        lines = fit(inputs[~held], labels[~held])
        guesses[held] = (inputs[held] @ lines.coefficients.T + lines.intercepts).argmax(axis=1)
    return float(f1_score(labels, guesses, average="macro"))


def _values(bags: Bags) -> dict[Key, float]:
    values: dict[Key, float] = {}
    for group, entries in bags.words.items():
        scale = 1 / math.sqrt(max(len(entries), 1))
        values.update(((group, name), scale) for name in entries)
    for name, _, amount in bags.valences:
        values[VALENCE, name] = values.get((VALENCE, name), 0.0) + amount
    return values


def _words(bags: Bags, group: str, side: str) -> dict[str, float]:
    """Words of one group on one side, with the same scale as the named features."""
    entries = bags.words[group]
    scale = 1 / math.sqrt(max(len(entries), 1))
    return {name[len(side) :]: scale for name in entries if name.startswith(side)}


def _placed(values: Mapping[K, float], places: Mapping[K, int]) -> dict[int, float]:
    return {places[key]: value for key, value in values.items() if key in places}


def _sparse(rows: Iterable[Mapping[int, float]], width: int) -> Matrix:
    ends, columns, values = [0], array("i"), array("d")
    for row in rows:
        columns.extend(row)
        values.extend(row.values())
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(ends) - 1, width))


@command
@labelled_file
@click.option(
    "--vectors",
    required=True,
    type=EXISTING_FOLDER,
    help="Folder with model.safetensors and vocab.txt.",
)
@click.option("--out", type=FOLDER, default=WEIGHTS.parent)
@click.option("--check/--no-check", default=True, help="Cross-validate first.")
def main(file: Path, vectors: Path, out: Path, check: bool) -> None:
    """Train on FILE and write weights.npz into the folder."""
    rows = read_targets(file)
    bags = [row_bags(document, row) for document, row in documents_of(rows)]
    labels = np.array([LABELS.index(row.label) for row in rows])
    words = {word for row in rows for word in row.text.lower().split()}
    space = Space.of(bags, Embeddings.read(vectors, words))
    inputs = space.inputs(bags)
    if check:
        click.echo(f"{FOLDS}-fold macro-F1 {cross_validated(rows, inputs, labels):.4f}")
    out.mkdir(parents=True, exist_ok=True)
    target = out / WEIGHTS.name
    write(space.fold(fit(inputs, labels)), target)
    click.echo(f"{target}: {len(rows):,} rows, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
