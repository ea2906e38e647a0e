"""Train the ranker of antecedents on chains that people marked, read with our own parse.

The model is a conditional logit over the chains read before a pronoun and "none of them". Whatever
a chain's mentions share with the marked chain of the pronoun makes it a right answer.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from divergence.text.attributions.extraction import find_attribution_drafts
from divergence.text.attributions.quotations import find_quotations
from divergence.text.attributions.speaking_phrases import speaking_tokens
from divergence.text.dependency_tree import Tree
from divergence.text.entities.antecedents import (
    Ranks,
    Turn,
    Weights,
    describe,
    open_features,
    rank_candidates,
)
from divergence.text.entities.chains import Chain
from divergence.text.entities.coreference import PLAIN, read, reading_of
from divergence.text.entities.mentions import detect_mentions
from divergence.text.syntax import parse

# Right answers for the pronoun at a token, given the chains it may stand for.
Judge = Callable[[int, Sequence[Chain]], set[int] | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun: features of each chain and at last of none, and which of them are right."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    group: str
    weight: float = 1.0


def choices(
    text: str,
    judge_of: Callable[[Tree], Judge],
    group: str,
    weights: Weights | None = None,
) -> Iterator[Choice]:
    """Read a text, and give every pronoun that is judged with what it might stand for.

    With weights the text is read on by them, and not by the labels.
    """
    syntax = parse(text)
    tree = Tree.of(text, syntax)
    quotations = find_quotations(text, syntax)
    drafts = find_attribution_drafts(tree, quotations, notion="reported")
    reading = reading_of(tree, quotations)
    judge = judge_of(tree)
    made: list[Choice] = []

    def choose(pronoun: int, near: list[Chain], turn: Turn) -> tuple[Chain | None, float]:
        """Answer as the labels do, and keep what the model would have seen."""
        right = judge(pronoun, near)
        if right is None:
            if weights is None:
                return None, 0.0
            chance, chain = rank_candidates(reading, pronoun, near, turn, weights)[0]
            return (chain if chance >= PLAIN else None), chance
        ranks = Ranks.of(reading, near)
        options = [tuple(describe(reading, pronoun, c, ranks, turn)) for c in near]
        options.append(tuple(open_features(reading, pronoun)))
        made.append(Choice(tuple(options), frozenset(right or {len(near)}), group))
        if weights is not None:
            # Read on as the program will, mistakes and all.
            chance, chain = rank_candidates(reading, pronoun, near, turn, weights)[0]
            return (chain if chance >= PLAIN else None), chance
        if not right:
            return None, 0.0
        return max((near[n] for n in right), key=lambda c: c.read[-1].head), 1.0

    speaking = partial(speaking_tokens, tree, drafts)
    read(tree, detect_mentions(tree), reading, speaking, choose)
    yield from made


def marked_judge(tree: Tree, entities: Sequence[Mapping[str, Any]]) -> Judge:
    """Judge by chains that people marked: which chains hold a mention of the pronoun's own."""
    syntax = tree.syntax
    marked: dict[tuple[int, int], int] = {(e["start"], e["end"]): e["chain"] for e in entities}
    by_start = {start: token for token, start in enumerate(syntax.starts)}
    by_end = {end: token for token, end in enumerate(syntax.ends)}
    of_head: dict[int, int] = {}
    for (start, end), chain in sorted(marked.items(), key=lambda item: item[0][0] - item[0][1]):
        if start in by_start and end in by_end and by_end[end] >= by_start[start]:
            first, last = by_start[start], by_end[end]
            tops = [t for t in range(first, last + 1) if not first <= syntax.heads[t] <= last] or [
                t for t in range(first, last + 1) if syntax.heads[t] == t
            ]
            for top in tops[:1]:
                of_head[top] = chain

    def judge(pronoun: int, near: Sequence[Chain]) -> set[int] | None:
        if pronoun not in of_head:
            return set()
        wanted = of_head[pronoun]
        return {
            number
            for number, chain in enumerate(near)
            if sum(of_head.get(m.head) == wanted for m in chain.read) * 2
            >= sum(m.head in of_head for m in chain.read)
            > 0
            and any(of_head.get(m.head) == wanted for m in chain.read[-3:])
        }

    return judge


def marked_choices(path: Path, weights: Weights | None = None) -> Iterator[Choice]:
    """Pronouns of a file of documents with marked chains."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            entities = document["entities"]
            yield from choices(
                document["text"],
                lambda tree, marked=entities: marked_judge(tree, marked),  # type: ignore[misc]
                document["id"],
                weights,
            )


def fit(given: Sequence[Choice], *, penalty: float = 1.0, fewest: int = 3) -> dict[str, float]:
    """Fit the weights: the likelihood of the right answers, with a quadratic penalty."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = Counter(f for choice in given for option in choice.options for f in set(option))
    names = sorted(name for name, n in counts.items() if n >= fewest)
    place = {name: number for number, name in enumerate(names)}
    rows, columns, starts, right = [], [], [0], []
    row = 0
    for choice in given:
        for number, option in enumerate(choice.options):
            for feature in option:
                if feature in place:
                    rows.append(row)
                    columns.append(place[feature])
            right.append(number in choice.right)
            row += 1
        starts.append(row)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(names)))
    firsts = np.array(starts[:-1])
    owner = np.repeat(np.arange(len(given)), np.diff(starts))
    is_right = np.array(right)
    weight = np.array([choice.weight for choice in given])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores = scores - np.maximum.reduceat(scores, firsts)[owner]
        odds = np.exp(scores)
        total = np.add.reduceat(odds, firsts)
        good = np.add.reduceat(np.where(is_right, odds, 0.0), firsts)
        share = odds / total[owner]
        among = np.where(is_right, odds / good[owner], 0.0)
        gradient = matrix.T @ ((share - among) * weight[owner]) + penalty * weights
        value = float(((np.log(total) - np.log(good)) * weight).sum())
        return value + 0.5 * penalty * float(weights @ weights), gradient

    solved = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {
        name: round(float(value), 3)
        for name, value in zip(names, solved.x, strict=True)
        if abs(value) >= 0.0005
    }
