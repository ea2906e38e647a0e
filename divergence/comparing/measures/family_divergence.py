"""How far two parties lie apart family by family, beside what chance alone would give."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.article_groups import Group
from divergence.comparing.cautions import Caution
from divergence.comparing.measures import within_events
from divergence.comparing.measures.article_spread import spread
from divergence.comparing.measures.event_strata import Strata, Stratum, pairs, testable
from divergence.comparing.measures.measure_results import FamilyDivergence
from divergence.comparing.measures.permutation_tests import benjamini_hochberg
from divergence.comparing.parties import THE_OTHERS, Basis
from divergence.counting.columns import Column
from divergence.counting.tally import Floats
from divergence.phrases.saying import Saying, saying

OVERALL = "overall"
UNIT = saying("distance_unit.deviations")
# The noise floor is a mean: it needs fewer rounds than an interval's ends.
FLOOR_ROUNDS = 500
ALL = 2
LEAST_SPREAD = 1e-9

Names = tuple[str, str]


def families(
    groups: Sequence[Group],
    columns: Sequence[Column],
    *,
    reference: int | None = None,
    scale: Floats | None = None,
    rounds: int = FLOOR_ROUNDS,
    seed: int = 0,
) -> tuple[FamilyDivergence, ...]:
    """Measure the divergence of every family of features beside its noise floor.

    A ratio near 1 is what two halves of one source would show. With fewer than two articles on
    either side runs of five sentences are dealt, which breaks up the topics of articles: the floor
    is then lower than that of a source, and a ratio above 1 tells articles apart and not yet
    sources.

    Good, P. (2005). Permutation, Parametric, and Bootstrap Tests of Hypotheses.
    """
    strata = Strata(groups)
    scale = spread(groups) if scale is None else scale
    found: list[FamilyDivergence] = []
    for number, other in pairs(len(groups), reference):
        names = groups[number].source, THE_OTHERS if other is None else groups[other].source
        shared = strata.of(number, other)
        basis: Basis = "articles"
        if shared and not testable(shared):
            shared, basis = strata.runs(number, other), "sentences"
        if not shared:
            found += [
                blank(names, family, UNIT, cautions.NO_COMMON_EVENT)
                for family in family_names(columns)
            ]
            continue
        found += _families(
            names, columns, shared, scale, basis=basis, rounds=min(rounds, FLOOR_ROUNDS), seed=seed
        )
    return tuple(found)


def finished(found: Sequence[FamilyDivergence]) -> tuple[FamilyDivergence, ...]:
    """Add q-values over the families of one pair and their overall ratio."""
    q_values = benjamini_hochberg([each.p for each in found])
    ratios = [each.ratio for each in found if each.ratio > 0]
    overall = math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan
    first = found[0]
    return (
        *(replace(each, q=q) for each, q in zip(found, q_values, strict=True)),
        replace(
            first,
            family=OVERALL,
            unit=saying("distance_unit.ratios"),
            divergence=math.nan,
            floor=math.nan,
            floor_high=math.nan,
            ratio=overall,
            p=math.nan,
            q=math.nan,
            n_columns=len(ratios),
            cautions=() if ratios else (cautions.NO_RATIO,),
        ),
    )


def _families(
    names: Names,
    columns: Sequence[Column],
    shared: Sequence[Stratum],
    scale: Floats,
    *,
    basis: Basis,
    rounds: int,
    seed: int,
) -> list[FamilyDivergence]:
    apart = _standard(within_events.observed(shared), scale)
    dealt = _standard(within_events.dealt(shared, rounds=rounds, seed=seed), scale)
    found = []
    for family in family_names(columns):
        chosen = [
            number
            for number, column in enumerate(columns)
            if column.family == family and not math.isnan(apart[number])
        ]
        floor = (cautions.FLOOR_OF_SENTENCES,) if basis == "sentences" else ()
        one = replace(
            blank(names, family, UNIT, *(floor if chosen else (cautions.NOTHING_BOTH_DEFINE,))),
            n_columns=len(chosen),
            n_events=len({stratum.event for stratum in shared}),
            basis=basis,
        )
        found.append(beside(one, float(_size(apart[chosen])), _size(dealt[:, chosen])))
    return found


def blank(names: Names, family: str, unit: Saying, *reasons: Caution) -> FamilyDivergence:
    """Return the divergence of a family of which nothing is known, and why."""
    return FamilyDivergence(
        source=names[0],
        reference=names[1],
        family=family,
        divergence=math.nan,
        unit=unit,
        floor=math.nan,
        floor_high=math.nan,
        ratio=math.nan,
        p=math.nan,
        q=math.nan,
        n_columns=0,
        n_events=0,
        basis="none",
        cautions=reasons,
    )


def beside(one: FamilyDivergence, distance: float, floors: Floats) -> FamilyDivergence:
    """Put a divergence beside the divergences of random deals; nothing without spread is a floor.

    ``p`` is taken where whole articles were dealt.
    """
    ordered = np.sort(floors[~np.isnan(floors)])
    if math.isnan(distance) or not len(ordered) or ordered[-1] - ordered[0] < LEAST_SPREAD:
        same = () if math.isnan(distance) else (cautions.SAME_DEALS,)
        return replace(one, divergence=distance, cautions=one.cautions or same)
    as_large = int(np.count_nonzero(ordered >= distance * (1 - LEAST_SPREAD)))
    floor = float(ordered.mean())
    return replace(
        one,
        divergence=distance,
        floor=floor,
        floor_high=float(ordered[math.ceil(0.95 * len(ordered)) - 1]),
        ratio=distance / floor,
        p=(1 + as_large) / (1 + len(ordered)) if one.basis == "articles" else math.nan,
    )


def family_names(columns: Sequence[Column]) -> list[str]:
    """Families that are compared by their measures; the others have divergences of their own."""
    return sorted({column.family for column in columns} - {"claims", "wording"})


def _standard(difference: within_events.Pooled, scale: Floats) -> Floats:
    """Differences in all voices, in standard deviations of their columns."""
    return np.asarray(difference.value(np.ones(1))[..., ALL] / scale)


def _size(standard: Floats) -> Floats:
    """Root mean square over the last axis of what is defined; nan where nothing is."""
    defined = ~np.isnan(standard)
    n = defined.sum(axis=-1)
    squares = np.where(defined, standard, 0.0) ** 2
    mean = np.full(n.shape, np.nan)
    np.divide(squares.sum(axis=-1), n, out=mean, where=n > 0)
    return np.asarray(np.sqrt(mean))
