"""A party to a comparison, a source or all the others pooled: its values and intervals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from divergence.comparing import cautions
from divergence.comparing.articles_by_source import Group
from divergence.comparing.cautions import Caution
from divergence.comparing.measures.bootstrap import percentile_interval, replicates, stream_keys
from divergence.comparing.measures.few_article_intervals import bounds, widened, widening_factor
from divergence.comparing.measures.rare_count_intervals import (
    NO_INTERVAL,
    Interval,
    none_seen,
    wilson,
)
from divergence.comparing.parties import THE_OTHERS, Basis
from divergence.counting.columns import Column
from divergence.counting.tally import DENOMINATOR, NUMERATOR, Floats, ratios, scales, with_all

# By column and voice.
Reasons = dict[tuple[int, int], tuple[Caution, ...]]
BASES: tuple[Basis, ...] = ("articles", "sentences", "none")


@dataclass(frozen=True, slots=True, eq=False)
class Party:
    """A source, or several pooled: counts by column, voice and part, and resamples of them.

    ``bases`` counts its sources by what was resampled of them.
    """

    name: str
    n_articles: int
    bases: Counter[Basis]
    counts: Floats
    n_evidence: NDArray[np.int64]
    samples: Floats

    @property
    def basis(self) -> Basis:
        """What was resampled: a single article among many leaves the pool one of articles."""
        return next(basis for basis in BASES if self.bases[basis])


@dataclass(frozen=True, slots=True, eq=False)
class PartyValues:
    """Values and interval ends by column and voice, and reasons to doubt each of them."""

    values: Floats
    lows: Floats
    highs: Floats
    reasons: Reasons


def parties(groups: Sequence[Group], *, rounds: int, seed: int) -> Iterator[Party]:
    """Yield every source with its resamples, one at a time."""
    for group, key in zip(groups, stream_keys(groups), strict=True):
        yield resampled_party(group, key, rounds=rounds, seed=seed)


def resampled_party(group: Group, key: str, *, rounds: int, seed: int) -> Party:
    """Resample one source; ``key`` is its entry of ``stream_keys``."""
    spans = np.stack([tally.n_evidence for tally in group.tallies]).sum(axis=0)
    return Party(
        name=group.source,
        n_articles=group.n_articles,
        bases=Counter([group.basis]),
        counts=with_all(group.counts),
        n_evidence=np.concatenate([spans, spans.sum(axis=1, keepdims=True)], axis=1),
        samples=replicates(group, rounds=rounds, seed=seed, key=key),
    )


def pooled_party(members: Iterator[Party]) -> Party:
    """Add parties up, keeping none of them."""
    total = next(members)
    counts, spans, samples = total.counts, total.n_evidence, total.samples.copy()
    n_articles, bases = total.n_articles, total.bases
    for member in members:
        bases = bases + member.bases
        counts = counts + member.counts
        spans = spans + member.n_evidence
        samples += member.samples
        n_articles += member.n_articles
    return Party(THE_OTHERS, n_articles, bases, counts, spans, samples)


def all_but(total: Party, party: Party) -> Party:
    """Return the others: everything but one party. Counts are exact, so nothing is left behind."""
    return Party(
        THE_OTHERS,
        total.n_articles - party.n_articles,
        total.bases - party.bases,
        total.counts - party.counts,
        total.n_evidence - party.n_evidence,
        total.samples - party.samples,
    )


def party_values(party: Party, columns: Sequence[Column]) -> PartyValues:
    """Give a party's values, their intervals, and why to doubt them."""
    scale = scales(columns)
    values = ratios(party.counts, scale)
    lows, highs = percentile_interval(ratios(party.samples, scale))
    lows, highs = widened(values, lows, highs, factor=_widening(party), bounds=bounds(columns))
    reasons: Reasons = {}
    for number, column in enumerate(columns):
        for voice in range(values.shape[1]):
            at = number, voice
            drawn = Interval(float(lows[at]), float(highs[at]))
            (lows[at], highs[at]), why = _interval_and_reasons(party, column, drawn, at)
            reasons[at] = tuple(why)
    return PartyValues(values, lows, highs, reasons)


def _widening(party: Party) -> float:
    """Of sources with several articles: a single one was resampled by its sentences."""
    single = sum(n for basis, n in party.bases.items() if basis != "articles")
    return widening_factor(party.n_articles - single, party.bases["articles"])


def _interval_and_reasons(
    party: Party, column: Column, drawn: Interval, at: tuple[int, int]
) -> tuple[Interval, list[Caution]]:
    """Choose the interval of one value and say why it is not the plain one."""
    over, under = float(party.counts[at][NUMERATOR]), float(party.counts[at][DENOMINATOR])
    if under == 0:
        return NO_INTERVAL, [cautions.undefined(column)]
    why = cautions.too_little_text(column, under, int(party.n_evidence[at]))
    if party.basis == "none":
        return NO_INTERVAL, [cautions.ONE_SENTENCE, *why]
    if party.basis == "sentences":
        why.insert(0, cautions.ONE_ARTICLE)
    why = cautions.few_articles(party.n_articles) + why
    if math.isnan(drawn.low):
        return drawn, [*why, cautions.SPARSE]
    if drawn.low < drawn.high:
        return drawn, why
    if column.bounds == (0.0, 1.0) and column.per in ("evidence", "side_evidence"):
        return wilson(over, under), [*why, cautions.WILSON]
    if over == 0 and column.bounds[0] == 0 and column.per != "weight":
        low, high = none_seen(under, column.scale)
        return Interval(low, min(high, column.bounds[1])), [*why, cautions.THREE]
    return drawn, [*why, cautions.NO_VARIATION]
