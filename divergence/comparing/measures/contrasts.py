"""Differences between sources: how large, how sure, and why to doubt them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.article_groups import Group
from divergence.comparing.cautions import Caution
from divergence.comparing.measures import within_events
from divergence.comparing.measures.bootstrap import percentile_interval, stream_keys
from divergence.comparing.measures.event_strata import Strata, Stratum, pairs, testable
from divergence.comparing.measures.few_article_intervals import (
    bounds_of_differences,
    stretch,
    widened,
)
from divergence.comparing.measures.measure_results import Contrast
from divergence.comparing.measures.permutation_tests import benjamini_hochberg, permutation_p
from divergence.comparing.measures.pooled_parts import (
    Measured,
    Part,
    measured,
    part,
    parts,
    pooled,
    without,
)
from divergence.comparing.parties import THE_OTHERS
from divergence.counting.columns import Column
from divergence.counting.ratio import VOICE_CHOICES, scales, with_all
from divergence.counting.tally import DENOMINATOR, Floats

Reasons = tuple[tuple[tuple[Caution, ...], ...], ...]


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
    reference: int | None = None,
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[Contrast, ...]:
    """Contrast two sources, each of several with all the others, or each with a chosen one.

    Where both wrote on several events, they are compared within each event that both wrote on,
    and the differences are pooled with the weights of Mantel and Haenszel
    (:mod:`divergence.comparing.measures.within_events`); articles on other events take no part.
    ``n_events`` says how many events carry the difference. Without an event in common the plain
    difference is given, with a caution and without ``p``.

    The smallest possible ``p`` is 1 / (rounds + 1), and with few articles much larger: two against
    two articles can be dealt in six ways only. A source with a single article has an interval that
    describes that article; no claim about the source follows from it.

    The others are pooled by their counts: a source with many articles weighs more among them.
    On one event the interval of a difference is put together from those of its two values, so that
    a source in which nothing was seen does not count as known exactly; over several events it is a
    percentile interval of resampled events (ten or more) or of articles resampled within each.

    Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about effect measures: a
    general approach. Statistics in Medicine, 27 (after Newcombe 1998). Greenland, S., & Robins,
    J. M. (1985). Estimation of a common effect parameter from sparse follow-up data. Biometrics,
    41. Lijffijt, J., et al. (2016). Significance testing of word frequencies in corpora. Digital
    Scholarship in the Humanities, 31. Good, P. (2005). Permutation, Parametric, and Bootstrap
    Tests of Hypotheses.
    """
    strata = Strata(groups)
    wholes = _Wholes(groups, rounds=rounds, seed=seed)
    found: list[Contrast] = []
    for number, other in pairs(len(groups), reference):
        shared = strata.of(number, other)
        names = groups[number].source, THE_OTHERS if other is None else groups[other].source
        if len(shared) > 1 or strata.leaves_out(number, other):
            difference = _within(shared, names, columns, rounds=rounds, seed=seed)
        else:
            difference = _between(*wholes.both(number, other), columns, common=bool(shared))
        p_values = np.full(difference.values.shape, np.nan)
        if testable(shared):
            dealt = within_events.dealt(shared, rounds=rounds, seed=seed).value(scales(columns))
            p_values = permutation_p(within_events.observed(shared).value(scales(columns)), dealt)
        found += _with_q(list(_contrasts(names, difference, p_values, columns)), columns)
    return tuple(found)


class _Wholes:
    """Sources as wholes with their resamples, drawn when they are first asked for."""

    def __init__(self, groups: Sequence[Group], *, rounds: int, seed: int) -> None:
        self._groups = groups
        self._keys = stream_keys(groups)
        self._rounds, self._seed = rounds, seed
        self._kept: dict[int | None, Part] = {}

    def both(self, number: int, other: int | None) -> tuple[Part, Part]:
        """Return a source and what it is held against."""
        one = self._part(number)
        if other is not None:
            if other not in self._kept:
                self._kept[other] = self._part(other)
            return one, self._kept[other]
        if None not in self._kept:
            # Drawn once more rather than kept: memory does not grow with the number of sources.
            self._kept[None] = pooled(parts(self._groups, rounds=self._rounds, seed=self._seed))
        return one, without(self._kept[None], one)

    def _part(self, number: int) -> Part:
        return part(self._groups[number], self._keys[number], rounds=self._rounds, seed=self._seed)


def _between(here: Part, there: Part, columns: Sequence[Column], *, common: bool) -> Difference:
    """The difference of two sources as wholes."""
    one, other = measured(here, columns), measured(there, columns)
    low, high = _interval(one, other)
    said = () if common else (cautions.NO_COMMON_EVENT,)
    reasons = tuple(
        tuple(
            (
                *said,
                *cautions.of_party(here.name, one.reasons[number][voice]),
                *cautions.of_party(there.name, other.reasons[number][voice]),
            )
            for voice in range(len(VOICE_CHOICES))
        )
        for number in range(len(columns))
    )
    values = one.values - other.values
    return Difference(values, low, high, np.full(values.shape, float(common)), reasons)


def _within(
    shared: Sequence[Stratum],
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
        values, low, high, factor=_stretch(shared), bounds=bounds_of_differences(columns)
    )
    return Difference(
        values,
        low,
        high,
        within_events.n_events(shared),
        _doubts(shared, names, columns, values),
    )


def _doubts(
    shared: Sequence[Stratum], names: tuple[str, str], columns: Sequence[Column], values: Floats
) -> Reasons:
    """Reasons to doubt pooled differences, from what both parties wrote on the shared events."""
    general = _of_events(shared)
    parties = []
    for name, chosen in zip(names, (True, False), strict=True):
        counts = with_all(np.concatenate([e.units[e.mine == chosen] for e in shared]).sum(axis=0))
        spans = np.concatenate([e.spans[e.mine == chosen] for e in shared]).sum(axis=0)
        n_articles = sum(int((each.mine == chosen).sum()) for each in shared)
        spans = np.concatenate([spans, spans.sum(axis=1, keepdims=True)], axis=1)
        parties.append((name, counts[..., DENOMINATOR], spans, n_articles))
    found = []
    for number, column in enumerate(columns):
        row: list[tuple[Caution, ...]] = []
        for voice in range(len(VOICE_CHOICES)):
            at = number, voice
            if math.isnan(values[at]):
                row.append((cautions.NOT_IN_ONE_EVENT,))
                continue
            row.append(
                general
                + tuple(
                    reason
                    for name, under, spans, n_articles in parties
                    for reason in cautions.of_party(
                        name,
                        (
                            *cautions.few_articles(n_articles),
                            *cautions.few(column, float(under[at]), int(spans[at])),
                        ),
                    )
                )
            )
        found.append(tuple(row))
    return tuple(found)


def _stretch(shared: Sequence[Stratum]) -> float:
    """What was drawn from: whole events, or the articles of either party within each."""
    if len(shared) >= within_events.ENOUGH_EVENTS:
        return stretch(len(shared))
    if any(one.only_here is not None or one.only_there is not None for one in shared):
        return 1.0
    return stretch(sum(len(one.mine) for one in shared), 2 * len(shared))


def _of_events(shared: Sequence[Stratum]) -> tuple[Caution, ...]:
    """Doubt intervals of articles drawn within events: few an event are not made up for by many."""
    if len(shared) >= within_events.ENOUGH_EVENTS:
        return ()
    if any(one.only_here is not None or one.only_there is not None for one in shared):
        return (cautions.ONE_ARTICLE_AN_EVENT,)
    mine = sum(int(one.mine.sum()) for one in shared)
    fewest = min(mine, sum(len(one.mine) for one in shared) - mine)
    if len(shared) > 1 and fewest < cautions.FEW_ARTICLES * len(shared):
        return (cautions.FEW_ARTICLES_AN_EVENT,)
    return ()


def _contrasts(
    names: tuple[str, str], found: Difference, p_values: Floats, columns: Sequence[Column]
) -> Iterator[Contrast]:
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            at = number, place
            difference, low, high = (
                float(each[at]) for each in (found.values, found.lows, found.highs)
            )
            half = (high - low) / 2
            reasons = found.reasons[number][place]
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
                n_events=int(found.n_events[at]),
            )


def _interval(here: Measured, there: Measured) -> tuple[Floats, Floats]:
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


def _with_q(found: Sequence[Contrast], columns: Sequence[Column]) -> list[Contrast]:
    family_of = {column.name: column.family for column in columns}
    families: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, contrast in enumerate(found):
        families[family_of[contrast.column], contrast.voice].append(number)
    adjusted = list(found)
    for members in families.values():
        q_values = benjamini_hochberg([found[number].p for number in members])
        for number, q in zip(members, q_values, strict=True):
            adjusted[number] = replace(found[number], q=q)
    return adjusted
