"""Pairs of figures that may count the same thing, found by buckets and not by trying all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from divergence.comparing.claims.same_number import (
    SMALL,
    counted,
    equal,
    of_a_size,
    other_side,
    other_unit,
    same_happening,
    same_named_happening,
    same_quantity,
)
from divergence.comparing.claims.same_words import same_words
from divergence.comparing.claims.sentence_links import AVERAGE, LINK
from divergence.digesting.quotable import LedgerFigure
from divergence.instruments.sentence_similarity import Sentences

# Units that never count the same thing as another unit, however alike the sentences are.
STRICT_UNITS = frozenset({"percent", "percentage point", "dollar", "pound", "euro"})
# So much alike, sentences bear out an equal number that is not small.
RELATED = 0.3
# Enough where each article has one figure only of people with that outcome.
FAINT = 0.15
# Outcomes so rare that the only numbers of two articles on one event are of one thing, however
# the sentences are worded, if the numbers are of a size.
RARE = frozenset({"flooded", "missing", "stranded"})
CLOSE = 1.5
# Sentences whose rare words overlap less are not as alike as RELATED.
CANDIDATE = 0.2
# In larger buckets every figure is held against one of each side only.
LARGEST = 60
CHUNK = 512


@dataclass(frozen=True, slots=True)
class IndexedPair:
    """Two figures that count the same thing, and how alike their sentences are."""

    a: int
    b: int
    alike: float
    equal: bool


def matching_pairs(ordered: Sequence[LedgerFigure]) -> list[IndexedPair]:
    """Find figures that count the same, equal ones first, then by how alike the sentences are."""
    tally = Counter(outcome(figure) for figure in ordered)
    candidates = sorted(_candidates(ordered, tally))
    pairs = []
    for (a, b), alike in zip(candidates, _similarities(ordered, candidates), strict=True):
        first, second = ordered[a], ordered[b]
        only_ones = tally[outcome(first)] == tally[outcome(second)] == 1
        if compatible(first, second) and (
            _counts_same(first, second, alike)
            or (only_ones and _same_outcome(first, second) and alike >= FAINT)
            or (only_ones and _same_rare_outcome(first, second))
        ):
            pairs.append(IndexedPair(a, b, alike, equal(first, second)))
    pairs.sort(key=lambda pair: (not pair.equal, -pair.alike, pair.a, pair.b))
    return pairs


def compatible(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether nothing known of two figures forbids that they count the same thing."""
    if not (
        counted(a) == counted(b)
        or same_quantity(a, b)
        or (equal(a, b) and not other_unit(a, b) and not STRICT_UNITS & {a.unit, b.unit})
    ):
        return False
    return not other_side(a, b) and same_happening(a, b)


def outcome(figure: LedgerFigure) -> tuple[object, ...]:
    """What an article counts, so that its only figure on it can be told."""
    return figure.at.source, figure.at.article, counted(figure), figure.event


def _same_outcome(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether both give another number of people with the same thing happening to them."""
    return not equal(a, b) and a.unit == b.unit == "people" and same_named_happening(a, b)


def _same_rare_outcome(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether both count the same rare thing at numbers of a size, and neither elsewhere."""
    if counted(a) != counted(b) or a.event != b.event or a.event not in RARE:
        return False
    if min(a.low, b.low) < SMALL or not of_a_size(a, b, CLOSE):
        return False
    phrases = ((a.place, b.place), (a.window, b.window))
    return all(not mine or not other or same_words(mine, other) for mine, other in phrases)


def _counts_same(a: LedgerFigure, b: LedgerFigure, alike: float) -> bool:
    """Whether compatible figures count the same thing."""
    same_event = same_named_happening(a, b)
    if equal(a, b):
        if counted(a) != counted(b):
            return alike >= AVERAGE
        unlikely_chance = same_event and a.low >= SMALL
        if unlikely_chance or (same_event and a.place != "" and same_words(a.place, b.place)):
            return True
        return alike >= (RELATED if a.low >= SMALL else AVERAGE)
    overlap = a.low <= b.high and b.low <= a.high
    if overlap and a.event and b.event:
        return alike >= RELATED or same_event
    if alike < LINK or a.event != b.event:
        return False
    # Without an event the sentence may hold several figures: far apart, they are not one.
    return same_event or of_a_size(a, b)


def _candidates(
    ordered: Sequence[LedgerFigure], tally: Counter[tuple[object, ...]]
) -> set[tuple[int, int]]:
    """Pairs in like sentences, of one number and event, of overlapping ranges, of one outcome."""
    pairs = set(_in_like_sentences(ordered))
    numbers: dict[object, list[int]] = {}
    events: dict[object, list[int]] = {}
    outcomes: dict[object, list[int]] = {}
    for place, figure in enumerate(ordered):
        if figure.event:
            key = (figure.low, figure.high, figure.unit, figure.event)
            numbers.setdefault(key, []).append(place)
            events.setdefault(figure.event, []).append(place)
            if (figure.unit == "people" or figure.event in RARE) and tally[outcome(figure)] == 1:
                outcomes.setdefault(figure.event, []).append(place)
    for bucket in (*numbers.values(), *outcomes.values()):
        pairs.update(_within(ordered, bucket))
    for bucket in events.values():
        ranges = [place for place in bucket if ordered[place].low != ordered[place].high]
        for a in ranges[:LARGEST]:
            pairs.update((min(a, b), max(a, b)) for b in bucket if a != b)
    return pairs


def _within(ordered: Sequence[LedgerFigure], bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(bucket) <= LARGEST:
        firsts: Iterable[int] = bucket
    else:
        firsts = {ordered[place].affected_side: place for place in reversed(bucket)}.values()
    for a in firsts:
        yield from ((min(a, b), max(a, b)) for b in bucket if a != b)


def _in_like_sentences(ordered: Sequence[LedgerFigure]) -> Iterator[tuple[int, int]]:
    texts = sorted({figure.at.text for figure in ordered})
    holding: dict[str, list[int]] = {}
    for place, figure in enumerate(ordered):
        holding.setdefault(figure.at.text, []).append(place)
    known = Sentences(texts)
    for start in range(0, len(texts), CHUNK):
        rows = np.arange(start, min(start + CHUNK, len(texts)))
        near = known.close(rows, CANDIDATE).tocoo()
        for row, column in zip(rows[near.row].tolist(), near.col.tolist(), strict=True):
            if row > column:
                continue
            for a in holding[texts[row]]:
                for b in holding[texts[column]]:
                    if a != b and compatible(ordered[a], ordered[b]):
                        yield min(a, b), max(a, b)


def _similarities(
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
