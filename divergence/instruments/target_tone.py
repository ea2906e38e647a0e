"""Tone toward one party of a sentence: a linear model over masked words and their places.

The model sees words, pairs of words, how far they stand from the party in the text and in the
parse, whose they are (nearest name), and their valence in VADER's list. It never sees a name. What
is added up per word is what caused the score.

References
----------
Hamborg and Donnay (2021) NewsMTSC; Hutto and Gilbert (2014) VADER; Jiang, Yu, Zhou, Liu and Zhao
(2011) Target-dependent Twitter sentiment classification.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from divergence.instruments.sentence_similarity import Floats
from divergence.instruments.tone_features import Bags, bags
from divergence.text.party_passages import Passage
from divergence.types import Document
from divergence.weights import WEIGHTS_FOLDER

LABELS = ("negative", "neutral", "positive")
WEIGHTS = WEIGHTS_FOLDER / "sentiment" / "weights.npz"
VALENCE = "valence"
_LARGEST = 127


@dataclass(frozen=True, slots=True, eq=False)
class ToneModel:
    """A row of three weights for every feature, found by group and name; three intercepts."""

    places: Mapping[str, Mapping[str, int]]
    weights: Floats
    intercepts: Floats


@dataclass(frozen=True, slots=True)
class Tone:
    """Probability of each label, and what each token adds: positive minus negative log-odds."""

    negative: float
    neutral: float
    positive: float
    contributions: Mapping[int, float]

    @property
    def balance(self) -> float:
        """Probability of positive minus probability of negative, -1 to 1."""
        return self.positive - self.negative

    @property
    def label(self) -> str:
        """The most probable label."""
        chances = (self.negative, self.neutral, self.positive)
        return LABELS[chances.index(max(chances))]


def tone(document: Document, passage: Passage, model: ToneModel | None = None) -> Tone:
    """Return how a passage sounds toward the party from which it is seen.

    ``divergence/weights/sentiment/MODEL_CARD.md`` says how often it is wrong and where.
    """
    return weigh(bags(document, passage), model or load())


def weigh(features: Bags, model: ToneModel) -> Tone:
    """Add up the weights of features and keep account of which token brought what."""
    rows: list[int] = []
    amounts: list[float] = []
    tokens: list[tuple[int, int]] = []
    for group, entries in features.words.items():
        known = model.places.get(group, {})
        scale = 1 / math.sqrt(len(entries)) if entries else 0.0
        for name, both in entries.items():
            row = known.get(name)
            if row is not None:
                rows.append(row)
                amounts.append(scale)
                tokens.append(both)
    known = model.places.get(VALENCE, {})
    for name, token, amount in features.valences:
        row = known.get(name)
        if row is not None:
            rows.append(row)
            amounts.append(amount)
            tokens.append((token, token))
    added = model.weights[rows] * np.array(amounts)[:, None]
    negative, neutral, positive = softmax(model.intercepts + added.sum(axis=0)).tolist()
    causes: dict[int, float] = {}
    for (first, second), share in zip(tokens, (added[:, 2] - added[:, 0]).tolist(), strict=True):
        causes[first] = causes.get(first, 0.0) + share / 2
        causes[second] = causes.get(second, 0.0) + share / 2
    return Tone(negative, neutral, positive, causes)


def softmax(scores: Floats) -> Floats:
    """Return the probabilities that belong to the scores of labels."""
    chances = np.exp(scores - scores.max())
    return np.asarray(chances / chances.sum())


@cache
def load() -> ToneModel:
    """Return the model that ships with the package, read once a process."""
    return read(WEIGHTS)


def read(path: Path) -> ToneModel:
    """Read a model from the file that :func:`write` wrote; nothing in it can run."""
    with np.load(path, allow_pickle=False) as stored:
        names = bytes(stored["names"]).decode("utf-8").split("\n")
        units = dict(
            zip(bytes(stored["groups"]).decode().split("\n"), stored["units"], strict=True)
        )
        weights = stored["weights"].astype(np.float64)
        intercepts = stored["intercepts"]
    places: dict[str, dict[str, int]] = {group: {} for group in units}
    factors = np.empty(len(names))
    for row, full in enumerate(names):
        group, _, name = full.partition(" ")
        places[group][name] = row
        factors[row] = units[group]
    return ToneModel(places, weights * factors[:, None], intercepts)


def write(model: ToneModel, path: Path) -> None:
    """Write a model, a byte a weight; the unit of the bytes is chosen for each group."""
    groups = sorted(model.places)
    names: list[str] = []
    units: list[float] = []
    parts: list[NDArray[np.int8]] = []
    for group in groups:
        known = sorted(model.places[group])
        rows = model.weights[[model.places[group][name] for name in known]]
        unit = float(np.abs(rows).max(initial=1e-9)) / _LARGEST
        small = np.rint(rows / unit).astype(np.int8)
        kept = np.flatnonzero(np.any(small != 0, axis=1)).tolist()
        names += [f"{group} {known[row]}" for row in kept]
        parts.append(small[kept])
        units.append(unit)
    np.savez_compressed(
        path,
        names=_bytes(names),
        groups=_bytes(groups),
        units=np.array(units),
        weights=np.concatenate(parts),
        intercepts=model.intercepts,
    )


def _bytes(lines: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)
