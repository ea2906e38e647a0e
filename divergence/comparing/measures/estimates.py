"""Every measure of every source in every voice, with its interval and what it rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from divergence.comparing.article_groups import Group
from divergence.comparing.cautions import each_once
from divergence.comparing.measures.measure_results import Estimate
from divergence.comparing.measures.pooled_parts import Part, measured, parts
from divergence.counting.columns import Column
from divergence.counting.ratio import VOICE_CHOICES


def estimates(
    groups: Sequence[Group], columns: Sequence[Column], *, rounds: int = 1000, seed: int = 0
) -> tuple[Estimate, ...]:
    """Estimate every column of every source in every voice.

    Percentile intervals of articles are widened where articles are few; the interval of a single
    article describes that article. Where all resamples agree, a share has its Wilson
    interval and a rate of which nothing was seen the rule of three.

    Efron, B., & Tibshirani, R. (1993). An Introduction to the Bootstrap.
    """
    return tuple(
        estimate
        for part in parts(groups, rounds=rounds, seed=seed)
        for estimate in _estimates(part, columns)
    )


def _estimates(part: Part, columns: Sequence[Column]) -> Iterator[Estimate]:
    found = measured(part, columns)
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            at = number, place
            over, under = part.counts[at].tolist()
            value = float(found.values[at])
            yield Estimate(
                source=part.name,
                column=column.name,
                voice=voice,
                value=value,
                low=float(found.lows[at]),
                high=float(found.highs[at]),
                numerator=over,
                denominator=under,
                n_articles=part.n_articles,
                n_evidence=int(part.n_evidence[at]),
                basis="none" if math.isnan(value) else part.basis,
                cautions=each_once(*found.reasons[number][place]),
            )
