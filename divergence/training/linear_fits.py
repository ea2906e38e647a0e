"""Fitting linear models whose features are named, with what is known of words beforehand.

What is known beforehand, such as the position of a word among words that are used alike, comes as
vectors by feature. Their coefficients are folded into the weights: a word that the labelled rows
never showed still gets the weight of its like, and the model stays one number a feature.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from divergence.counting.tally import Floats
from divergence.instruments.linear import Linear

Bag = Mapping[str, float]
FOLDS = 5
Example = TypeVar("Example")
Learned = TypeVar("Learned")
Judgment = TypeVar("Judgment")
_LEAST_SPREAD = 1e-9


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to fit: the loss, how little is shrunk, the fewest bags a feature must be in.

    ``strength`` is the inverse penalty of a logistic regression, the penalty of a ridge.
    ``prior_scale`` is the spread that each column of the priors is given; ``emphasis`` the factor
    of features by the beginning of their names, so that they are shrunk less.
    """

    loss: Literal["logistic", "ridge"]
    strength: float
    fewest: int = 2
    prior_scale: float = 0.15
    priors: Mapping[str, Floats] = field(default_factory=dict)
    emphasis: Mapping[str, float] = field(default_factory=dict)


def fit(bags: Sequence[Bag], labels: Floats, recipe: Recipe) -> Linear:
    """Fit one linear model."""
    names = sorted({name for bag in bags for name in bag} | set(recipe.priors))
    place = {name: number for number, name in enumerate(names)}
    counts = _matrix(bags, place)
    seen = np.asarray((counts != 0).sum(axis=0)).ravel() >= recipe.fewest
    factors = np.array([_factor(name, recipe.emphasis) for name in names])
    columns = [counts[:, seen] @ sparse.diags(factors[seen])]
    prior, scale = None, np.zeros(0)
    if recipe.priors:
        prior = _stack(recipe.priors, place)
        dense = np.asarray(counts @ prior)
        scale = _scale(dense.std(axis=0), recipe.prior_scale)
        columns.append(sparse.csr_matrix(dense * scale))
    intercept, coefficients = _solve(sparse.hstack(columns).tocsr(), labels, recipe)
    weights = np.zeros(len(names))
    weights[seen] = coefficients[: int(seen.sum())] * factors[seen]
    if prior is not None:
        weights += prior @ (coefficients[int(seen.sum()) :] * scale)
    return Linear(
        intercept, {name: float(w) for name, w in zip(names, weights, strict=True) if w != 0.0}
    )


def predict(model: Linear, bags: Sequence[Bag]) -> Floats:
    """Return the scores of rows."""
    known = model.weights
    return np.array(
        [
            model.intercept + sum(known.get(name, 0.0) * value for name, value in bag.items())
            for bag in bags
        ]
    )


def folds(groups: Sequence[object], *, seed: int = 0) -> NDArray[np.int64]:
    """Deal groups out to folds, so that rows of one group are never on both sides."""
    order = {group: number for number, group in enumerate(sorted(set(groups), key=str))}
    dealt = np.random.default_rng(seed).permutation(len(order)) % FOLDS
    return np.array([dealt[order[group]] for group in groups])


def held_out(
    examples: Sequence[Example],
    dealt: NDArray[np.int64],
    train: Callable[[list[Example]], Learned],
    judge: Callable[[Example, Learned], Judgment],
) -> list[Judgment]:
    """Judge every example by what was learned from the other folds."""
    judged: dict[int, Judgment] = {}
    for number in range(FOLDS):
        learned = train([examples[row] for row in np.flatnonzero(dealt != number).tolist()])
        for row in np.flatnonzero(dealt == number).tolist():
            judged[row] = judge(examples[row], learned)
    return [judged[row] for row in range(len(examples))]


def _scale(spread: Floats, wanted: float) -> Floats:
    """Factors that give columns the wanted spread; a column that hardly varies is left out."""
    varies = spread > _LEAST_SPREAD
    return np.where(varies, wanted / np.where(varies, spread, 1.0), 0.0)


def _factor(name: str, emphasis: Mapping[str, float]) -> float:
    return next((by for start, by in emphasis.items() if name.startswith(start)), 1.0)


def _matrix(bags: Sequence[Bag], place: Mapping[str, int]) -> Any:
    rows = [number for number, bag in enumerate(bags) for _ in bag]
    columns = [place[name] for bag in bags for name in bag]
    values = [value for bag in bags for value in bag.values()]
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(bags), len(place)))


def _stack(priors: Mapping[str, Floats], place: Mapping[str, int]) -> Floats:
    stacked = np.zeros((len(place), len(next(iter(priors.values())))))
    for name, vector in priors.items():
        stacked[place[name]] = vector
    return stacked


def _solve(inputs: Any, labels: Floats, recipe: Recipe) -> tuple[float, Floats]:
    from sklearn.linear_model import LogisticRegression, Ridge

    if recipe.loss == "ridge":
        ridge = Ridge(alpha=recipe.strength, solver="sparse_cg", tol=1e-6)
        ridge.fit(inputs, labels)
        return float(ridge.intercept_), np.asarray(ridge.coef_)
    logistic = LogisticRegression(C=recipe.strength, solver="liblinear", random_state=0)
    logistic.fit(inputs, labels)
    return float(logistic.intercept_[0]), np.asarray(logistic.coef_[0])
