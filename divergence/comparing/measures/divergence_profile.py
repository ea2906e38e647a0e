"""The profile of a comparison: every family's divergence beside its noise floor."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from divergence.comparing import cautions
from divergence.comparing.article_groups import Group
from divergence.comparing.claims.claim_results import Statement
from divergence.comparing.claims.statement_divergence import Key, tellers, telling
from divergence.comparing.measures.event_strata import pairs
from divergence.comparing.measures.family_divergence import blank, families, finished
from divergence.comparing.measures.measure_results import FamilyDivergence
from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.word_results import WordShift
from divergence.counting.columns import Column
from divergence.phrases.saying import saying

BITS = saying("distance_unit.divergence")


def overview(
    groups: Sequence[Group],
    columns: Sequence[Column],
    statements: Sequence[Statement],
    shifts: Sequence[WordShift],
    *,
    reference: int | None = None,
    seed: int = 0,
) -> tuple[FamilyDivergence, ...]:
    """Put the divergences of all families together."""
    measured = families(groups, columns, reference=reference, seed=seed)
    articles, told_by = _articles(groups), tellers(statements)
    shift_of = {(each.source, each.reference): each for each in shifts}
    found: list[FamilyDivergence] = []
    for number, other in pairs(len(groups), reference):
        source = groups[number].source
        against = None if other is None else groups[other].source
        names = source, against or THE_OTHERS
        mine = [each for each in measured if (each.source, each.reference) == names]
        if statements:
            mine.append(telling(told_by, articles, source, against, seed=seed))
        if names in shift_of:
            mine.append(_wording(shift_of[names]))
        found += finished(mine)
    return tuple(found)


def _articles(groups: Sequence[Group]) -> Mapping[str, Sequence[Key]]:
    found: dict[str, list[Key]] = {}
    for group in groups:
        for tally in group.tallies:
            found.setdefault(tally.article.event, []).append((group.source, tally.article.id))
    return found


def _wording(one: WordShift) -> FamilyDivergence:
    known = one.floor > 0
    tested = not math.isnan(one.p)
    floor = () if tested else (cautions.FLOOR_OF_SENTENCES,)
    reasons = floor if known else (cautions.NO_VOCABULARY,)
    return replace(
        blank((one.source, one.reference), "wording", BITS, *reasons),
        divergence=one.divergence,
        floor=one.floor,
        floor_high=one.floor_high,
        ratio=one.divergence / one.floor if known else math.nan,
        p=one.p,
        n_columns=1,
        n_events=max(1, one.n_events) if known else 0,
        basis="articles" if tested else "sentences",
    )
