"""Every measure of every source in every voice, with its interval and what it rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from divergence.comparing import cautions
from divergence.comparing.groups import Group
from divergence.comparing.intervals import NO_INTERVAL, Interval, none_seen, wilson
from divergence.comparing.resampling import percentile_interval, replicates, stream_keys
from divergence.comparing.results import Column, Estimate
from divergence.measuring.ratio import VOICE_CHOICES, ratios, scales, with_all


def estimates(
    groups: Sequence[Group], columns: Sequence[Column], *, rounds: int = 1000, seed: int = 0
) -> tuple[Estimate, ...]:
    """Estimate every column of every source in every voice.

    Parameters
    ----------
    groups : sequence of Group
        The sources.
    columns : sequence of Column
        The columns of their tallies.
    rounds : int, optional
        Bootstrap rounds.
    seed : int, optional
        Seed of the bootstrap.

    Returns
    -------
    tuple of Estimate
        By source, column and voice (reporter, quoted, all). Values and intervals are in the
        column's unit, nan where undefined; ``caution`` says why.

    Notes
    -----
    A percentile interval of articles is too narrow below about ten articles; the interval of a
    single article describes that article. Where all resamples agree, a share has its Wilson
    interval and a rate of which nothing was seen the rule of three.
    """
    return tuple(
        estimate
        for group, key in zip(groups, stream_keys(groups), strict=True)
        for estimate in _source(
            group, columns, replicates(group, rounds=rounds, seed=seed, key=key)
        )
    )


def _source(group: Group, columns: Sequence[Column], samples: np.ndarray) -> Iterator[Estimate]:
    scale = scales(columns)
    counts = with_all(group.counts)
    values = ratios(counts, scale)
    lows, highs = percentile_interval(ratios(samples, scale))
    n_evidence = evidence_counts(group)
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            value = float(values[number, place])
            over, under = (float(part) for part in counts[number, place])
            reasons: list[str] = []
            interval = NO_INTERVAL
            if math.isnan(value):
                reasons.append(cautions.undefined(column))
            else:
                drawn = Interval(float(lows[number, place]), float(highs[number, place]))
                interval = _interval(group, column, drawn, Interval(over, under), reasons)
                reasons += cautions.few(column, under, int(n_evidence[number, place]))
            yield Estimate(
                source=group.source,
                column=column.name,
                voice=voice,
                value=value,
                low=interval.low,
                high=interval.high,
                numerator=over,
                denominator=under,
                n_articles=group.n_articles,
                n_evidence=int(n_evidence[number, place]),
                basis=group.basis if not math.isnan(value) else "none",
                caution=cautions.joined(*reasons),
            )


def evidence_counts(group: Group) -> np.ndarray:
    """Spans behind the numerators of a source, by column and voice (reporter, quoted, all)."""
    counted = np.stack([tally.n_evidence for tally in group.tallies]).sum(axis=0)
    return np.concatenate([counted, counted.sum(axis=1, keepdims=True)], axis=1)


def _interval(
    group: Group, column: Column, drawn: Interval, counts: Interval, reasons: list[str]
) -> Interval:
    """Choose the interval and note why it is not the plain one."""
    if group.basis == "none":
        reasons.append(cautions.ONE_SENTENCE)
        return NO_INTERVAL
    if group.basis == "sentences":
        reasons.append(cautions.ONE_ARTICLE)
    reasons += cautions.few_articles(group.n_articles)
    if math.isnan(drawn.low):
        reasons.append(cautions.SPARSE)
        return drawn
    if drawn.low < drawn.high:
        return drawn
    over, under = counts
    if column.bounds == (0.0, 1.0) and column.per in ("evidence", "side_evidence"):
        reasons.append(cautions.WILSON)
        return wilson(over, under)
    if over == 0 and column.bounds[0] == 0 and column.per != "weight":
        reasons.append(cautions.THREE)
        return none_seen(under, column.scale)
    reasons.append(cautions.NO_VARIATION)
    return drawn
