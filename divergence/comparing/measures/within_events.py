"""Differences within events, pooled over events, so that topic does not pass for slant.

The pooled difference of two ratios is that of Mantel and Haenszel: the differences within events,
each weighed by ``n1 * n2 / (n1 + n2)`` of its two denominators, so that an event counts for as much
as its smaller half can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from divergence.comparing.articles_by_source import exact
from divergence.comparing.measures.event_strata import EventStratum, permuted_counts
from divergence.comparing.random_draws import draw_articles, draw_blocks, drawn_sums, generator
from divergence.counting.tally import DENOMINATOR, NUMERATOR, Floats, with_all

# With as many events or more, whole events are resampled; with fewer, articles within each.
ENOUGH_EVENTS = 10


@dataclass(frozen=True, slots=True, eq=False)
class PooledDifference:
    """A pooled difference as two sums over events: ``over / under``, by column and voice."""

    over: Floats
    under: Floats

    def __add__(self, other: PooledDifference) -> PooledDifference:
        return PooledDifference(self.over + other.over, self.under + other.under)

    def value(self, scale: Floats) -> Floats:
        """Return the difference in the columns' units; nan where no event defines it."""
        result = np.full(self.under.shape, np.nan)
        np.divide(self.over * scale, self.under, out=result, where=self.under > 0)
        return result


def pooled(here: Floats, there: Floats) -> PooledDifference:
    """Weigh the difference of two counts of one event.

    Greenland, S., & Robins, J. M. (1985). Estimation of a common effect parameter from sparse
    follow-up data. Biometrics, 41.
    """
    mine, theirs = with_all(here), with_all(there)
    n_here, n_there = mine[..., DENOMINATOR], theirs[..., DENOMINATOR]
    total = n_here + n_there
    both = (n_here > 0) & (n_there > 0)
    over, under = np.zeros(total.shape), np.zeros(total.shape)
    cross = mine[..., NUMERATOR] * n_there - theirs[..., NUMERATOR] * n_here
    np.divide(cross, total, out=over, where=both)
    np.divide(n_here * n_there, total, out=under, where=both)
    return PooledDifference(exact(over), exact(under))


def observed(strata: Sequence[EventStratum]) -> PooledDifference:
    """Return the pooled difference as it is."""
    return _total(pooled(stratum.here, stratum.there) for stratum in strata)


def n_events(strata: Sequence[EventStratum]) -> Floats:
    """Return how many events define the difference, by column and voice."""
    defined = [pooled(stratum.here, stratum.there).under > 0 for stratum in strata]
    return np.asarray(np.sum(defined, axis=0, dtype=np.float64))


def permuted(strata: Sequence[EventStratum], *, rounds: int, seed: int) -> PooledDifference:
    """Return pooled differences after the articles of every event were dealt anew."""
    return _total(
        pooled(mine, stratum.units.sum(axis=0) - mine)
        for stratum in strata
        for mine in [permuted_counts(stratum, rounds=rounds, seed=seed)]
    )


def resampled(strata: Sequence[EventStratum], *, rounds: int, seed: int) -> PooledDifference:
    """Return pooled differences of bootstrap resamples.

    Field, C. A., & Welsh, A. H. (2007). Bootstrapping clustered data. Journal of the Royal
    Statistical Society B, 69.
    """
    if len(strata) >= ENOUGH_EVENTS:
        random = generator(seed, "events", *sorted(stratum.key for stratum in strata))
        draws = draw_articles(random, len(strata), rounds)
        events = [pooled(stratum.here, stratum.there) for stratum in strata]
        return PooledDifference(
            drawn_sums(draws, np.stack([event.over for event in events])),
            drawn_sums(draws, np.stack([event.under for event in events])),
        )
    return _total(
        pooled(
            _drawn(stratum, mine=True, rounds=rounds, seed=seed),
            _drawn(stratum, mine=False, rounds=rounds, seed=seed),
        )
        for stratum in strata
    )


def _drawn(stratum: EventStratum, *, mine: bool, rounds: int, seed: int) -> Floats:
    """Articles of one party drawn within an event; blocks of sentences of its only article."""
    sentences = stratum.only_here if mine else stratum.only_there
    units = stratum.units[stratum.mine == mine] if sentences is None else sentences
    # The key is the texts of what is drawn, so that exchanging the parties changes no draw;
    # two copies of one text are still drawn apart.
    own, other = (_texts(stratum, which) for which in (mine, not mine))
    random = generator(seed, "within", stratum.event, *own, str(mine and own == other))
    draw = draw_articles if sentences is None else draw_blocks
    return drawn_sums(draw(random, len(units), rounds), units)


def _texts(stratum: EventStratum, mine: bool) -> list[str]:
    return [text for text, own in zip(stratum.texts, stratum.mine, strict=True) if own == mine]


def _total(differences: Iterable[PooledDifference]) -> PooledDifference:
    return reduce(add, differences)
