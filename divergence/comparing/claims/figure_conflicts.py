"""How figures that count the same thing are told: for which time, where, and in whose name.

The words nearest a figure say more of it than all the times and places of its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from divergence.comparing.claims.claim_results import Aspect, LedgerEntry
from divergence.comparing.claims.figure_words import claimant
from divergence.comparing.claims.same_claimant import figure_claimant, same_claimant
from divergence.comparing.claims.same_number import SMALL, both_right, equal, same_named_happening
from divergence.comparing.claims.same_place import same_figure_place
from divergence.comparing.claims.same_time import same_figure_time
from divergence.comparing.claims.sentence_conflicts import WeightedDifference
from divergence.comparing.claims.sentence_judgment import (
    READ,
    SURE,
    TIED,
    ReadSentences,
    SentenceDifference,
)
from divergence.digesting.quotable import LedgerFigure

# How likely an equal number is one matter: a large one of one kind of event hardly meets by chance.
OF_ONE_EVENT, LARGE = 0.9, 0.8
# A figure without a claimant may have one in a sentence before.
UNCLAIMED = 0.8
# Of one entry at most so many figures that are told differently are held against each other.
MOST_FIGURES = 12

FigurePair = tuple[LedgerFigure, LedgerFigure]


@dataclass(frozen=True, slots=True)
class FigureDifferences:
    """Of two figures the aspects that both give, and those in which they differ."""

    given: frozenset[Aspect]
    differences: tuple[SentenceDifference, ...]


def pairs_across_sources(
    entries: Iterable[LedgerEntry], sentences: ReadSentences
) -> tuple[FigurePair, ...]:
    """Pair the figures of every entry across sources, one for each way of telling it."""
    pairs = []
    for entry in entries:
        ways: dict[tuple[object, ...], LedgerFigure] = {}
        for figure in entry.figures:
            way = (figure.at.source, figure.low, figure.high, figure.window, figure.place)
            ways.setdefault((*way, figure.claimant), figure)
        for a, b in combinations(list(ways.values())[:MOST_FIGURES], 2):
            known = a.at in sentences and b.at in sentences and a.at.text != b.at.text
            if known and a.at.source != b.at.source:
                pairs.append((a, b))
    return tuple(pairs)


def figure_differences(
    pairs: Sequence[FigurePair],
    alike: Sequence[float],
    sentences: ReadSentences,
) -> tuple[FigureDifferences, ...]:
    """Say in which time, place and name figures that count the same are given differently."""
    judged = [list(_respects(a, b, sentences)) for a, b in pairs]
    settled = {
        (_sources(pair), a.low, aspect)
        for pair, respects in zip(pairs, judged, strict=True)
        for a in pair
        for aspect, _, _, weight in respects
        if weight == 0
    }
    rows = []
    for pair, respects, score in zip(pairs, judged, alike, strict=True):
        tie = _tie(*pair, score)
        differences = tuple(
            SentenceDifference(aspect, words, other, round(tie * weight * READ[aspect], 3))
            for aspect, words, other, weight in respects
            if weight > 0 and (_sources(pair), pair[0].low, aspect) not in settled
        )
        rows.append(FigureDifferences(frozenset(row[0] for row in respects), differences))
    return tuple(rows)


def _sources(pair: FigurePair) -> frozenset[str]:
    return frozenset(figure.at.source for figure in pair)


def _respects(
    a: LedgerFigure, b: LedgerFigure, sentences: ReadSentences
) -> Iterator[WeightedDifference]:
    """Every aspect that both figures give, with a weight that is 0 where they agree."""
    if not both_right(a, b):
        return
    first, second = sentences[a.at].assertion, sentences[b.at].assertion
    time = same_figure_time(a, b, first, second)
    if time is not None:
        yield "period", a.window, b.window, float(not time)
    place = same_figure_place(a, b, first, second)
    if place is not None:
        yield "place", a.place, b.place, float(not place)
    mine, theirs = figure_claimant(a, first), figure_claimant(b, second)
    words = claimant(a.claimant), claimant(b.claimant)
    if mine is not None and theirs is not None:
        yield "claimant", *words, float(not same_claimant(mine, theirs))
    elif (
        (mine is not None or theirs is not None)
        and not (a.claimant and b.claimant)
        and not (first.claimants and second.claimants)
    ):
        yield "claimant", *words, UNCLAIMED


def _tie(a: LedgerFigure, b: LedgerFigure, alike: float) -> float:
    """How sure it is that two figures of one entry are on one matter, in [0, 1]."""
    fit = min(1.0, max(0.0, (alike - TIED / 2) / (SURE - TIED / 2)))
    if not equal(a, b) or a.low < SMALL:
        return fit
    return max(fit, OF_ONE_EVENT if same_named_happening(a, b) else LARGE)
