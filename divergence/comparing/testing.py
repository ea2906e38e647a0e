"""Permutation tests over articles, and the correction for asking many questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.groups import Group, fingerprint
from divergence.comparing.resampling import generator
from divergence.measuring.tally import Floats

Integers = NDArray[np.int64]


class Shuffler:
    """Deals the articles of all sources to the sources anew, many times.

    Articles on an event that two or more sources wrote on are dealt within that event, so that a
    difference of topic does not pass for one of slant; the remaining articles are dealt among
    themselves. The same deals serve every contrast.
    """

    def __init__(self, groups: Sequence[Group], *, rounds: int, seed: int) -> None:
        members = sorted(
            (
                (fingerprint(tally), owner, place)
                for owner, group in enumerate(groups)
                for place, tally in enumerate(group.tallies)
            ),
        )
        self._counts = np.stack([groups[owner].articles[place] for _, owner, place in members])
        owners = np.array([owner for _, owner, _ in members])
        events = [groups[owner].tallies[place].article.event for _, owner, place in members]
        self._mine = [np.flatnonzero(owners == owner) for owner in range(len(groups))]
        self.total = self._counts.sum(axis=0)
        self._dealt = _deal(_strata(events, owners), len(members), rounds, seed)

    def sums(self, owner: int) -> Floats:
        """Counts of what a source was dealt: axes round, column, voice, part."""
        from scipy.sparse import csr_matrix

        rounds, n_articles = self._dealt.shape
        dealt = self._dealt[:, self._mine[owner]]
        starts = np.arange(rounds + 1) * dealt.shape[1]
        chosen = csr_matrix(
            (np.ones(dealt.size), dealt.ravel(), starts), shape=(rounds, n_articles)
        )
        return np.asarray(chosen @ self._counts.reshape(n_articles, -1)).reshape(
            rounds, *self._counts.shape[1:]
        )


def _strata(events: Sequence[str], owners: Integers) -> list[Integers]:
    sources_of: dict[str, set[int]] = {}
    for event, owner in zip(events, owners.tolist(), strict=True):
        sources_of.setdefault(event, set()).add(owner)
    label = [event if event and len(sources_of[event]) > 1 else "" for event in events]
    return [
        np.array([place for place, each in enumerate(label) if each == name])
        for name in sorted(set(label))
    ]


def _deal(strata: Sequence[Integers], n: int, rounds: int, seed: int) -> NDArray[np.int32]:
    random = generator(seed, "permutation")
    dealt = np.empty((rounds, n), dtype=np.int32)
    for places in strata:
        dealt[:, places] = random.permuted(np.tile(places, (rounds, 1)), axis=1)
    return dealt


def permutation_p(observed: Floats, shuffled: Floats) -> Floats:
    """Two-sided permutation p-values.

    Parameters
    ----------
    observed : ndarray
        Differences as they are.
    shuffled : ndarray
        Differences after dealing anew, rounds first; nan where undefined.

    Returns
    -------
    ndarray
        In (0, 1], the observed deal counted among the rounds; nan where the observed difference
        or every shuffled one is undefined.

    References
    ----------
    Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology, 9.
    """
    defined = ~np.isnan(shuffled)
    size = np.abs(np.where(defined, shuffled, 0.0))
    least = np.abs(observed) * (1 - 1e-12)
    as_large = np.count_nonzero(defined & (size >= least), axis=0)
    rounds = np.count_nonzero(defined, axis=0)
    known = ~np.isnan(observed) & (rounds > 0)
    return np.where(known, (1 + as_large) / (1 + rounds), np.nan)


def benjamini_hochberg(p: Sequence[float]) -> list[float]:
    """Benjamini-Hochberg adjusted p-values.

    Parameters
    ----------
    p : sequence of float
        p-values of one family of questions; nan for questions that could not be asked.

    Returns
    -------
    list of float
        In the same order, in [0, 1]; nan stays nan and does not count.

    References
    ----------
    Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the
    Royal Statistical Society B, 57.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, 0.03, float("nan")])
    [0.03, 0.04, 0.04, nan]
    """
    values = np.asarray(p, dtype=np.float64)
    asked = np.flatnonzero(~np.isnan(values))
    result = np.full(len(values), np.nan)
    order = asked[np.argsort(values[asked], kind="stable")]
    steps = values[order] * len(order) / np.arange(1, len(order) + 1)
    result[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return [float(value) for value in result]
