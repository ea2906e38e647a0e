"""The profile of a comparison: every family's divergence beside its noise floor."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import Group
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.statement_divergence import (
    Key,
    articles_by_statement,
    statement_divergence,
)
from divergence.comparing.measures.family_divergence import family_divergences
from divergence.comparing.measures.permutation_tests import benjamini_hochberg
from divergence.comparing.noise_floor import FamilyDivergence, unknown_divergence
from divergence.comparing.parties import compared_pairs
from divergence.comparing.words.word_results import WordShift
from divergence.counting.columns import Column
from divergence.phrases.saying import saying

OVERALL = "overall"
BITS = saying("distance_unit.divergence")


def divergence_profile(
    groups: Sequence[Group],
    columns: Sequence[Column],
    statements: Sequence[Statement],
    shifts: Sequence[WordShift],
    *,
    reference: str | None = None,
    seed: int = 0,
) -> tuple[FamilyDivergence, ...]:
    """Put the divergences of all families together, pair by pair."""
    by_measures: dict[tuple[str, str], list[FamilyDivergence]] = defaultdict(list)
    for divergence in family_divergences(groups, columns, reference=reference, seed=seed):
        by_measures[divergence.source, divergence.reference].append(divergence)
    articles, told_by = _articles(groups), articles_by_statement(statements)
    shift_of = {(shift.source, shift.reference): shift for shift in shifts}
    profile: list[FamilyDivergence] = []
    for pair in compared_pairs([group.source for group in groups], reference):
        of_pair = by_measures[pair.names]
        if statements:
            against = None if pair.reference is None else pair.names[1]
            of_pair.append(
                statement_divergence(told_by, articles, pair.names[0], against, seed=seed)
            )
        if pair.names in shift_of:
            of_pair.append(_wording_divergence(shift_of[pair.names]))
        profile += with_overall(of_pair)
    return tuple(profile)


def with_overall(divergences: Sequence[FamilyDivergence]) -> tuple[FamilyDivergence, ...]:
    """Add q-values over the families of one pair and their overall ratio."""
    q_values = benjamini_hochberg([divergence.p for divergence in divergences])
    ratios = [divergence.ratio for divergence in divergences if divergence.ratio > 0]
    overall = math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan
    return (
        *(replace(divergence, q=q) for divergence, q in zip(divergences, q_values, strict=True)),
        replace(
            divergences[0],
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


def _articles(groups: Sequence[Group]) -> Mapping[str, Sequence[Key]]:
    articles: dict[str, list[Key]] = {}
    for group in groups:
        for tally in group.tallies:
            articles.setdefault(tally.article.event, []).append((group.source, tally.article.id))
    return articles


def _wording_divergence(shift: WordShift) -> FamilyDivergence:
    known = shift.floor > 0
    tested = not math.isnan(shift.p)
    floor = () if tested else (cautions.FLOOR_OF_SENTENCES,)
    reasons = floor if known else (cautions.NO_VOCABULARY,)
    return replace(
        unknown_divergence((shift.source, shift.reference), "wording", BITS, *reasons),
        divergence=shift.divergence,
        floor=shift.floor,
        floor_high=shift.floor_high,
        ratio=shift.divergence / shift.floor if known else math.nan,
        p=shift.p,
        n_columns=1,
        n_events=max(1, shift.n_events) if known else 0,
        basis="articles" if tested else "sentences",
    )
