"""How far the measures of two parties lie apart, family by family, beside the noise floor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import Group
from divergence.comparing.measures import within_events
from divergence.comparing.measures.article_spread import ALL_VOICES, root_mean_square, spread
from divergence.comparing.measures.event_strata import EventStratum, Strata, testable
from divergence.comparing.noise_floor import (
    FLOOR_ROUNDS,
    FamilyDivergence,
    Names,
    beside_floor,
    unknown_divergence,
)
from divergence.comparing.parties import Basis, compared_pairs
from divergence.counting.columns import Column
from divergence.counting.tally import Floats
from divergence.phrases.saying import saying

UNIT = saying("distance_unit.deviations")


def families(
    groups: Sequence[Group],
    columns: Sequence[Column],
    *,
    reference: str | None = None,
    scale: Floats | None = None,
    rounds: int = FLOOR_ROUNDS,
    seed: int = 0,
) -> tuple[FamilyDivergence, ...]:
    """Measure the divergence of every family of features beside its noise floor.

    With fewer than two articles on either side runs of five sentences are dealt, which breaks up
    the topics of articles: a ratio above 1 then tells articles apart and not yet sources.

    Good, P. (2005). Permutation, Parametric, and Bootstrap Tests of Hypotheses.
    """
    strata = Strata(groups)
    scale = spread(groups) if scale is None else scale
    divergences: list[FamilyDivergence] = []
    for number, other, names in compared_pairs([group.source for group in groups], reference):
        shared = strata.shared(number, other)
        basis: Basis = "articles"
        if shared and not testable(shared):
            shared, basis = strata.shared_runs(number, other), "sentences"
        if not shared:
            divergences += [
                unknown_divergence(names, family, UNIT, cautions.NO_COMMON_EVENT)
                for family in family_names(columns)
            ]
            continue
        divergences += _of_pair(
            names, columns, shared, scale, basis=basis, rounds=min(rounds, FLOOR_ROUNDS), seed=seed
        )
    return tuple(divergences)


def _of_pair(
    names: Names,
    columns: Sequence[Column],
    shared: Sequence[EventStratum],
    scale: Floats,
    *,
    basis: Basis,
    rounds: int,
    seed: int,
) -> list[FamilyDivergence]:
    apart = _standard(within_events.observed(shared), scale)
    permuted = _standard(within_events.permuted(shared, rounds=rounds, seed=seed), scale)
    divergences = []
    for family in family_names(columns):
        chosen = [
            number
            for number, column in enumerate(columns)
            if column.family == family and not math.isnan(apart[number])
        ]
        floor = (cautions.FLOOR_OF_SENTENCES,) if basis == "sentences" else ()
        divergence = replace(
            unknown_divergence(
                names, family, UNIT, *(floor if chosen else (cautions.NOTHING_BOTH_DEFINE,))
            ),
            n_columns=len(chosen),
            n_events=len({stratum.event for stratum in shared}),
            basis=basis,
        )
        divergences.append(
            beside_floor(
                divergence,
                float(root_mean_square(apart[chosen])),
                root_mean_square(permuted[:, chosen]),
            )
        )
    return divergences


def family_names(columns: Sequence[Column]) -> list[str]:
    """Families that are compared by their measures; the others have divergences of their own."""
    return sorted({column.family for column in columns} - {"claims", "wording"})


def _standard(difference: within_events.PooledDifference, scale: Floats) -> Floats:
    """Differences in all voices, in standard deviations of their columns."""
    return np.asarray(difference.value(np.ones(1))[..., ALL_VOICES] / scale)
