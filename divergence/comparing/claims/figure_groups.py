"""Figures of one event in groups: those that answer one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.comparing.claims.figure_pairs import compatible, pair_probabilities
from divergence.comparing.claims.figure_questions import TASK
from divergence.digesting.quotable import LedgerFigure
from divergence.instruments.linear import Model, load

# What makes two figures compatible with the same others.
Kind = tuple[str, str | None, str, float, float]


def figure_groups(ordered: Sequence[LedgerFigure], model: Model | None = None) -> list[list[int]]:
    """Join figures that answer one question, the likeliest pairs first; numbers of the figures.

    Groups join where no pair forbids it and their pairs on average are likely enough (average
    linkage).
    """
    likely = pair_probabilities(ordered, model)
    least = (model or load(TASK)).numbers["pair"]
    members = {number: [number] for number in range(len(ordered))}
    group_of = list(range(len(ordered)))
    kinds = {number: {_kind(figure): number} for number, figure in enumerate(ordered)}
    for (a, b), chance in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        if chance < least:
            break
        first, second = sorted((group_of[a], group_of[b]))
        if first == second or not _may_join(ordered, kinds[first], kinds[second]):
            continue
        chances = [
            likely[min(x, y), max(x, y)]
            for x in members[first]
            for y in members[second]
            if (min(x, y), max(x, y)) in likely
        ]
        if sum(chances) < least * len(chances):
            continue
        kinds[first] |= kinds.pop(second)
        joined = members.pop(second)
        members[first] += joined
        for member in joined:
            group_of[member] = first
    return [sorted(group) for group in members.values()]


def _may_join(
    ordered: Sequence[LedgerFigure], kinds: Mapping[Kind, int], others: Mapping[Kind, int]
) -> bool:
    return all(compatible(ordered[x], ordered[y]) for x in kinds.values() for y in others.values())


def _kind(figure: LedgerFigure) -> Kind:
    return figure.unit, figure.affected_side, figure.event, figure.low, figure.high
