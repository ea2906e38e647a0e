"""Mentions: noun phrases and pronouns that stand for something, and the type of each.

A linear model reads what :mod:`divergence.text.entities.mention_features` says of a phrase; it may
also find that a phrase stands for nothing ("on behalf of"). No name is known to it by heart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from divergence.text.dependency_tree import Tree
from divergence.text.entities.mention_features import Surroundings, features
from divergence.text.entities.noun_phrases import NounPhrase, noun_phrases
from divergence.types import EntityMention, EntityType, MentionForm, Span
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "entities"
TYPES: tuple[EntityType, ...] = get_args(EntityType)
_NONE = len(TYPES)


@dataclass(frozen=True, slots=True)
class TypedMention:
    """A noun phrase or pronoun that stands for something of a type.

    Attributes
    ----------
    tokens : Span
        The phrase without clauses and asides, and without a possessive ending.
    head : int
        Its topmost token.
    form : str
        Name, noun or pronoun.
    type : str
        Person, organization, place, time, event, object or abstract.
    whole : Span
        The phrase with everything that hangs on it, as annotators mark it.
    name : Span
        The head with the words that make one name with it.
    chances : tuple of float
        Probability of each of ``TYPES``, given that it is a mention; they add up to 1.
    """

    tokens: Span
    head: int
    form: MentionForm
    type: EntityType
    whole: Span
    name: Span
    chances: tuple[float, ...]

    @property
    def mention(self) -> EntityMention:
        """The mention alone, as an entity holds it."""
        return EntityMention(self.tokens, self.head, self.form)


@dataclass(frozen=True, slots=True)
class TypeModel:
    """Weights of features, a row each, and one column a type; the last says "no mention"."""

    rows: Mapping[str, int]
    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]
    designators: frozenset[str]


def detect_mentions(tree: Tree) -> tuple[TypedMention, ...]:
    """Find the mentions of a text with their types, nested ones too, in the order of their heads.

    The model card in ``divergence/weights/entities`` says how often it is wrong and where.
    """
    model = load()
    phrases = noun_phrases(tree)
    chances = type_chances(model, tree, phrases)
    return tuple(
        _typed(phrase, row)
        for phrase, row in zip(phrases, chances.tolist(), strict=True)
        if max(row) > row[_NONE]
    )


def type_chances(
    model: TypeModel, tree: Tree, phrases: Sequence[NounPhrase]
) -> NDArray[np.float32]:
    """Probability of each type, and of none, for every phrase."""
    if not phrases:
        return np.zeros((0, _NONE + 1), np.float32)
    around = Surroundings.of(tree, phrases, model.designators)
    known = model.rows
    rows: list[int] = []
    sizes: list[int] = []
    for phrase in phrases:
        mine = [known[name] for name in features(around, phrase) if name in known]
        rows += mine
        rows.append(-1)
        sizes.append(len(mine) + 1)
    starts = list(accumulate(sizes, initial=0))[:-1]
    scores = np.add.reduceat(model.weights[rows], starts, axis=0) + model.intercepts
    scores -= scores.max(axis=1, keepdims=True)
    odds = np.exp(scores)
    chances: NDArray[np.float32] = odds / odds.sum(axis=1, keepdims=True)
    return chances


@cache
def load(folder: Path = WEIGHTS) -> TypeModel:
    """Read a model that :mod:`divergence.training.entities` wrote."""
    words = json.loads((folder / "features.json").read_text(encoding="utf-8"))
    with np.load(folder / "types.npz", allow_pickle=False) as stored:
        weights = stored["weights"].astype(np.float32) * stored["scale"]
        intercepts = stored["intercepts"].astype(np.float32)
    # The last row is for the phrase itself, so that no phrase is without one.
    weights = np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)])
    rows = {name: number for number, name in enumerate(words["features"])}
    return TypeModel(rows, weights, intercepts, frozenset(words["designators"]))


def _typed(phrase: NounPhrase, row: Sequence[float]) -> TypedMention:
    some = 1.0 - row[_NONE]
    chances = tuple(chance / some for chance in row[:_NONE])
    best = TYPES[chances.index(max(chances))]
    head, tokens, whole, name, form = phrase
    return TypedMention(tokens, head, form, best, whole, name, chances)
