"""Differences between sources: how large, how sure, and why to doubt them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import Group
from divergence.comparing.cautions import Caution
from divergence.comparing.measures import within_events
from divergence.comparing.measures.bootstrap import percentile_interval, stream_keys
from divergence.comparing.measures.event_strata import EventStratum, Strata, testable
from divergence.comparing.measures.few_article_intervals import (
    bounds_of_differences,
    widened,
    widening_factor,
)
from divergence.comparing.measures.measure_results import Contrast
from divergence.comparing.measures.party_intervals import (
    Party,
    PartyValues,
    Reasons,
    all_but,
    parties,
    party_values,
    pooled_party,
    resampled_party,
)
from divergence.comparing.measures.permutation_tests import benjamini_hochberg, permutation_p
from divergence.comparing.parties import compared_pairs
from divergence.counting.columns import Column
from divergence.counting.tally import DENOMINATOR, VOICE_CHOICES, Floats, scales, with_all


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Differences of two parties by column and voice, and why to doubt them."""

    values: Floats
    lows: Floats
    highs: Floats
    n_events: Floats
    reasons: Reasons


def contrasts(
    groups: Sequence[Group],
    columns: Sequence[Column],
    *,
    reference: str | None = None,
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[Contrast, ...]:
    """Contrast two sources, each of several with all the others, or each with a chosen one.

    Events that both wrote on are compared each within itself and pooled
    (:mod:`divergence.comparing.measures.within_events`); articles on other events take no part.
    Without an event in common the plain difference is given, with a caution and without ``p``. The
    others are pooled by their counts: a source with many articles weighs more among them.

    On one event the interval of a difference is put together from those of its two values, so that
    a source in which nothing was seen does not count as known exactly.

    Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about effect measures: a
    general approach. Statistics in Medicine, 27 (after Newcombe 1998). Lijffijt, J., et al. (2016).
    Significance testing of word frequencies in corpora. Digital Scholarship in the Humanities, 31.
    """
    strata = Strata(groups)
    wholes = _Parties(groups, rounds=rounds, seed=seed)
    result: list[Contrast] = []
    for number, other, names in compared_pairs([group.source for group in groups], reference):
        shared = strata.shared(number, other)
        if len(shared) > 1 or strata.leaves_out(number, other):
            difference = _within(shared, names, columns, rounds=rounds, seed=seed)
        else:
            difference = _between(*wholes.both(number, other), columns, common=bool(shared))
        p_values = np.full(difference.values.shape, np.nan)
        if testable(shared):
            observed = within_events.observed(shared).value(scales(columns))
            permuted = within_events.permuted(shared, rounds=rounds, seed=seed)
            p_values = permutation_p(observed, permuted.value(scales(columns)))
        result += _with_q(list(_contrasts(names, difference, p_values, columns)), columns)
    return tuple(result)


class _Parties:
    """Sources as wholes with their resamples, drawn when they are first asked for."""

    def __init__(self, groups: Sequence[Group], *, rounds: int, seed: int) -> None:
        self._groups = groups
        self._keys = stream_keys(groups)
        self._rounds, self._seed = rounds, seed
        self._kept: dict[int | None, Party] = {}

    def both(self, source: int, reference: int | None) -> tuple[Party, Party]:
        """Return a source and what it is held against."""
        own = self._party(source)
        if reference not in self._kept:
            # Drawn once more rather than kept: memory does not grow with the number of sources.
            self._kept[reference] = (
                pooled_party(parties(self._groups, rounds=self._rounds, seed=self._seed))
                if reference is None
                else self._party(reference)
            )
        against = self._kept[reference]
        return own, all_but(against, own) if reference is None else against

    def _party(self, place: int) -> Party:
        return resampled_party(
            self._groups[place], self._keys[place], rounds=self._rounds, seed=self._seed
        )


def _between(here: Party, there: Party, columns: Sequence[Column], *, common: bool) -> Difference:
    """The difference of two sources as wholes."""
    mine, theirs = party_values(here, columns), party_values(there, columns)
    low, high = _interval(mine, theirs)
    said = () if common else (cautions.NO_COMMON_EVENT,)
    reasons = {
        at: (
            *said,
            *cautions.about_party(here.name, mine.reasons[at]),
            *cautions.about_party(there.name, theirs.reasons[at]),
        )
        for at in mine.reasons
    }
    values = mine.values - theirs.values
    return Difference(values, low, high, np.full(values.shape, float(common)), reasons)


def _within(
    shared: Sequence[EventStratum],
    names: tuple[str, str],
    columns: Sequence[Column],
    *,
    rounds: int,
    seed: int,
) -> Difference:
    """The difference within events, pooled."""
    scale = scales(columns)
    values = within_events.observed(shared).value(scale)
    drawn = within_events.resampled(shared, rounds=rounds, seed=seed).value(scale)
    low, high = percentile_interval(drawn)
    low, high = widened(
        values, low, high, factor=_widening(shared), bounds=bounds_of_differences(columns)
    )
    return Difference(
        values,
        low,
        high,
        within_events.n_events(shared),
        _reasons(shared, names, columns, values),
    )


def _reasons(
    shared: Sequence[EventStratum],
    names: tuple[str, str],
    columns: Sequence[Column],
    values: Floats,
) -> Reasons:
    """Reasons to doubt pooled differences, from what both parties wrote on the shared events."""
    general = _event_cautions(shared)
    parties = []
    for name, chosen in zip(names, (True, False), strict=True):
        counts = with_all(
            np.concatenate([event.units[event.mine == chosen] for event in shared]).sum(axis=0)
        )
        spans = np.concatenate([event.spans[event.mine == chosen] for event in shared]).sum(axis=0)
        n_articles = sum(int((event.mine == chosen).sum()) for event in shared)
        spans = np.concatenate([spans, spans.sum(axis=1, keepdims=True)], axis=1)
        parties.append((name, counts[..., DENOMINATOR], spans, n_articles))
    reasons: Reasons = {}
    for (number, voice), value in np.ndenumerate(values):
        of_both = [
            reason
            for name, under, spans, n_articles in parties
            for reason in cautions.about_party(
                name,
                (
                    *cautions.few_articles(n_articles),
                    *cautions.too_little_text(
                        columns[number], float(under[number, voice]), int(spans[number, voice])
                    ),
                ),
            )
        ]
        reasons[number, voice] = (
            (cautions.NOT_IN_ONE_EVENT,) if math.isnan(value) else (*general, *of_both)
        )
    return reasons


def _widening(shared: Sequence[EventStratum]) -> float:
    """What was drawn from: whole events, or the articles of either party within each."""
    if len(shared) >= within_events.ENOUGH_EVENTS:
        return widening_factor(len(shared))
    if any(event.single for event in shared):
        return 1.0
    return widening_factor(sum(len(event.mine) for event in shared), 2 * len(shared))


def _event_cautions(shared: Sequence[EventStratum]) -> tuple[Caution, ...]:
    """Doubt intervals of articles drawn within events: few an event are not made up for by many."""
    if len(shared) >= within_events.ENOUGH_EVENTS:
        return ()
    if any(event.single for event in shared):
        return (cautions.ONE_ARTICLE_AN_EVENT,)
    mine = sum(int(event.mine.sum()) for event in shared)
    fewest = min(mine, sum(len(event.mine) for event in shared) - mine)
    if len(shared) > 1 and fewest < cautions.FEW_ARTICLES * len(shared):
        return (cautions.FEW_ARTICLES_AN_EVENT,)
    return ()


def _contrasts(
    names: tuple[str, str], differences: Difference, p_values: Floats, columns: Sequence[Column]
) -> Iterator[Contrast]:
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            at = number, place
            difference, low, high = (
                float(array[at])
                for array in (differences.values, differences.lows, differences.highs)
            )
            half = (high - low) / 2
            reasons = differences.reasons[at]
            yield Contrast(
                source=names[0],
                reference=names[1],
                column=column.name,
                voice=voice,
                difference=difference,
                low=low,
                high=high,
                strength=difference / half if half > 0 else math.nan,
                p=float(p_values[at]),
                q=math.nan,
                cautions=cautions.each_once(
                    *reasons, *((cautions.NO_VARIATION,) if half == 0 else ())
                ),
                n_events=int(differences.n_events[at]),
            )


def _interval(here: PartyValues, there: PartyValues) -> tuple[Floats, Floats]:
    """Interval of a difference from the intervals of its two values (Zou & Donner 2008)."""
    below_here = np.maximum(here.values - here.lows, 0.0)
    above_here = np.maximum(here.highs - here.values, 0.0)
    below_there = np.maximum(there.values - there.lows, 0.0)
    above_there = np.maximum(there.highs - there.values, 0.0)
    difference = here.values - there.values
    return (
        difference - np.sqrt(below_here**2 + above_there**2),
        difference + np.sqrt(above_here**2 + below_there**2),
    )


def _with_q(of_pair: Sequence[Contrast], columns: Sequence[Column]) -> list[Contrast]:
    family_of = {column.name: column.family for column in columns}
    families: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, contrast in enumerate(of_pair):
        families[family_of[contrast.column], contrast.voice].append(number)
    adjusted = list(of_pair)
    for members in families.values():
        q_values = benjamini_hochberg([of_pair[number].p for number in members])
        for number, q in zip(members, q_values, strict=True):
            adjusted[number] = replace(of_pair[number], q=q)
    return adjusted
