"""Every measure of every source in every voice, with its interval and what it rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from divergence.comparing.articles_by_source import Group
from divergence.comparing.cautions import each_once
from divergence.comparing.measures.measure_results import Estimate
from divergence.comparing.measures.party_intervals import Party, parties, party_values
from divergence.counting.columns import Column
from divergence.counting.tally import VOICE_CHOICES


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
        for party in parties(groups, rounds=rounds, seed=seed)
        for estimate in _estimates(party, columns)
    )


def _estimates(party: Party, columns: Sequence[Column]) -> Iterator[Estimate]:
    values = party_values(party, columns)
    for number, column in enumerate(columns):
        for place, voice in enumerate(VOICE_CHOICES):
            at = number, place
            over, under = party.counts[at].tolist()
            value = float(values.values[at])
            yield Estimate(
                source=party.name,
                column=column.name,
                voice=voice,
                value=value,
                low=float(values.lows[at]),
                high=float(values.highs[at]),
                numerator=over,
                denominator=under,
                n_articles=party.n_articles,
                n_evidence=int(party.n_evidence[at]),
                basis="none" if math.isnan(value) else party.basis,
                cautions=each_once(*values.reasons[at]),
            )
