"""Mentions: noun phrases and pronouns that stand for something, and the type of each.

A linear model reads what :mod:`divergence.text.entities.mention_features` says of a phrase; it may
also find that a phrase stands for nothing ("on behalf of"). No name is known to it by heart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from divergence.text.dependency_tree import Tree
from divergence.text.entities.mention_features import Surroundings, features
from divergence.text.entities.noun_phrases import NounPhrase, noun_phrases
from divergence.types import EntityMention, EntityType, MentionForm, Span
from divergence.weights import WEIGHTS_FOLDER

WEIGHTS = WEIGHTS_FOLDER / "entities"
TYPES: tuple[EntityType, ...] = get_args(EntityType)
# How much a name's place counts beside the other places of the same name, and how many count.
_HEARD, _MOST_HEARD = 1.0, 3

Floats = NDArray[np.float32]


class TypedMention(NamedTuple):
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
    """Weights of features: a column a type, and one for being a mention at all; row 0 is empty."""

    rows: Mapping[str, int]
    weights: Floats
    intercepts: Floats
    designators: frozenset[str]


def detect_mentions(tree: Tree) -> tuple[TypedMention, ...]:
    """Find the mentions of a text with their types, nested ones too, in the order of their heads.

    The model card in ``divergence/weights/entities`` says how often it is wrong and where.
    """
    phrases = noun_phrases(tree)
    scores = scores_of(load(), tree, phrases)
    kept = scores[:, -1] >= 0
    types = _chances(_agreed(scores[:, :-1], tree, phrases))
    return tuple(
        _typed(phrase, row)
        for phrase, row, mentioned in zip(phrases, types.tolist(), kept.tolist(), strict=True)
        if mentioned
    )


def scores_of(model: TypeModel, tree: Tree, phrases: Sequence[NounPhrase]) -> Floats:
    """Log-odds of each type for every phrase and, last, of being a mention at all."""
    if not phrases:
        return np.zeros((0, len(TYPES) + 1), np.float32)
    around = Surroundings.of(tree, phrases, model.designators)
    row_of = model.rows.get
    rows: list[int] = []
    starts: list[int] = []
    for phrase in phrases:
        starts.append(len(rows))
        # Row 0 is empty, so that no phrase is without one.
        rows.append(0)
        rows += filter(None, map(row_of, features(around, phrase)))
    scores: Floats = np.add.reduceat(model.weights[rows], starts, axis=0) + model.intercepts
    return scores


def _agreed(scores: Floats, tree: Tree, phrases: Sequence[NounPhrase]) -> Floats:
    """Let the mentions of one name agree: each also hears what the others' places say."""
    words = tree.syntax.words
    alike: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        if phrase.form == "name":
            alike.setdefault(words[phrase.name.end - 1].lower(), []).append(number)
    agreed = scores.copy()
    for numbers in alike.values():
        others = len(numbers) - 1
        if others:
            mine = scores[numbers]
            weight = _HEARD * min(others, _MOST_HEARD) ** 0.5 / others
            agreed[numbers] = mine + weight * (mine.sum(axis=0) - mine)
    return agreed


def _chances(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    chances: Floats = odds / odds.sum(axis=1, keepdims=True)
    return chances


@cache
def load(folder: Path = WEIGHTS) -> TypeModel:
    """Read a model that :mod:`divergence.training.entities` wrote."""
    words = json.loads((folder / "features.json").read_text(encoding="utf-8"))
    with np.load(folder / "types.npz", allow_pickle=False) as stored:
        weights = stored["weights"].astype(np.float32) * stored["scale"]
        intercepts = stored["intercepts"].astype(np.float32)
    weights = np.vstack([np.zeros((1, weights.shape[1]), np.float32), weights])
    rows = {name: number for number, name in enumerate(words["features"], start=1)}
    return TypeModel(rows, weights, intercepts, frozenset(words["designators"]))


def _typed(phrase: NounPhrase, chances: Sequence[float]) -> TypedMention:
    best = TYPES[chances.index(max(chances))]
    head, tokens, whole, name, form = phrase
    return TypedMention(tokens, head, form, best, whole, name, tuple(chances))
