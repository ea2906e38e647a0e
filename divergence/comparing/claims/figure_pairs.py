"""Pairs of figures that answer one question, found by buckets and not by trying all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from divergence.comparing.claims.figure_questions import (
    MONEY_AND_SHARES,
    Figures,
    outcome,
    probability,
)
from divergence.comparing.claims.same_number import (
    counted,
    equal,
    is_telling,
    of_a_size,
    other_side,
    reconcilable,
    same_happening,
    same_named_happening,
    same_quantity,
)
from divergence.digesting.quotable import LedgerFigure
from divergence.instruments.linear import Model
from divergence.instruments.sentence_similarity import Sentences
from divergence.lexicons.measurement_units import is_measure
from divergence.text.figures.quantities import is_counted

# Sentences whose rare words overlap less are not alike enough to be looked at.
CANDIDATE = 0.2
# Sentences that are so much alike bear out that the only numbers of an outcome are of one thing.
FAINT, ONLY_ONES = 0.15, 0.5
# With more pairs than this only those in like sentences or in one bucket are looked at.
MOST = 20_000
# In a bucket every figure is held against so many of those that follow it.
NEIGHBORS = 60
CHUNK = 512
# A word that more of the subjects have finds no candidates.
_RARE_SHARE = 0.2
_FEW = 8


def pair_probabilities(
    ordered: Sequence[LedgerFigure], model: Model | None = None
) -> dict[tuple[int, int], float]:
    """Return how likely the figures of each pair worth a look answer one question."""
    known = Figures(ordered)
    pairs = candidate_pairs(known)
    return {
        pair: max(probability(known, *pair, alike, model), _by_outcome(known, *pair, alike))
        for pair, alike in zip(pairs, similarities(ordered, pairs), strict=True)
    }


def candidate_pairs(known: Figures) -> list[tuple[int, int]]:
    """Return the pairs that are worth a look."""
    figures = known.figures
    return sorted(
        (a, b)
        for a, b in _candidates(known)
        if compatible(figures[a], figures[b]) and _related(known, a, b)
    )


def _by_outcome(known: Figures, a: int, b: int, alike: float) -> float:
    """How likely numbers of one named outcome are of one thing, each the only one of its article.

    Labels hold too few numbers that differ for a model to learn it from.
    """
    first, second = known.figures[a], known.figures[b]
    only_ones = known.of_outcome[outcome(first)] == known.of_outcome[outcome(second)] == 1
    same = same_named_happening(first, second) and counted(first) == counted(second)
    return ONLY_ONES if only_ones and same and alike >= FAINT and of_a_size(first, second) else 0.0


def _related(known: Figures, a: int, b: int) -> bool:
    """Whether one thing is counted, or in other words a telling number or with a word of both."""
    first, second = known.figures[a], known.figures[b]
    return (
        counted(first) == counted(second)
        or same_quantity(first, second)
        or (equal(first, second) and is_telling(first))
        or bool(known.subjects[a] & known.subjects[b])
    )


def compatible(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether nothing known of two figures forbids that they count the same thing."""
    units = counted(a) == counted(b) or same_quantity(a, b)
    if not units and (not reconcilable(a, b) or _measured(a) or _measured(b)):
        return False
    return not other_side(a, b) and same_happening(a, b)


def similarities(
    ordered: Sequence[LedgerFigure], pairs: Sequence[tuple[int, int]]
) -> Iterator[float]:
    """Similarity of the sentences of pairs; 1 within a sentence."""
    texts = sorted({figure.at.text for figure in ordered})
    row = {text: number for number, text in enumerate(texts)}
    places = np.array([row[figure.at.text] for figure in ordered], dtype=np.int64)
    known = Sentences(texts)
    for start in range(0, len(pairs), CHUNK * CHUNK):
        part = np.array(pairs[start : start + CHUNK * CHUNK], dtype=np.int64)
        a, b = places[part[:, 0]], places[part[:, 1]]
        yield from np.where(a == b, 1.0, known.similarity(a, b)).tolist()


def _measured(figure: LedgerFigure) -> bool:
    """Whether what a figure counts goes with no other unit, however alike the sentences are."""
    unit = figure.unit
    return unit in MONEY_AND_SHARES or is_measure(unit) or not is_counted(unit)


def _candidates(known: Figures) -> set[tuple[int, int]]:
    """All pairs of a small event; of a large one, those in like sentences or in one bucket."""
    size = len(known.figures)
    if size * (size - 1) // 2 <= MOST:
        return set(combinations(range(size), 2))
    pairs = set(_in_like_sentences(known.figures))
    for bucket in _buckets(known).values():
        for place, first in enumerate(bucket):
            pairs.update((first, other) for other in bucket[place + 1 : place + 1 + NEIGHBORS])
    return pairs


def _buckets(known: Figures) -> Mapping[Hashable, list[int]]:
    """Figures of about one number, of one unit and event, and of one rare word."""
    rare = max(_FEW, _RARE_SHARE * len(known.figures))
    holding = Counter(stem for subject in known.subjects for stem in subject)
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for place, figure in enumerate(known.figures):
        buckets[f"{figure.low:.1e}"].append(place)
        if figure.event:
            buckets[counted(figure), figure.event].append(place)
        for stem in known.subjects[place]:
            if holding[stem] <= rare:
                buckets[stem, ""].append(place)
    return buckets


def _in_like_sentences(ordered: Sequence[LedgerFigure]) -> Iterator[tuple[int, int]]:
    texts = sorted({figure.at.text for figure in ordered})
    holding: dict[str, list[int]] = defaultdict(list)
    for place, figure in enumerate(ordered):
        holding[figure.at.text].append(place)
    known = Sentences(texts)
    for start in range(0, len(texts), CHUNK):
        rows = np.arange(start, min(start + CHUNK, len(texts)))
        near = known.close(rows, CANDIDATE).tocoo()
        for row, column in zip(rows[near.row].tolist(), near.col.tolist(), strict=True):
            if row <= column:
                for a in holding[texts[row]]:
                    for b in holding[texts[column]]:
                        if a != b:
                            yield min(a, b), max(a, b)
