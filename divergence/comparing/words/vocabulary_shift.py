"""How far two vocabularies lie apart, word by word, beside what chance alone would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from divergence.comparing.random_draws import generator
from divergence.comparing.words.party_texts import Texts, shared_events
from divergence.comparing.words.shift_units import Names, ShiftUnits, shift_units
from divergence.comparing.words.word_results import ShiftTerm, WordShift
from divergence.counting.tally import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

__all__ = ["jensen_shannon"]


# With this many articles on either side whole articles are dealt, else sentences.
ENOUGH_ARTICLES = 10
FLOOR_ROUNDS = 200
CHUNK = 25


def contributions(p: Floats, q: Floats) -> Floats:
    """Signed share of every word in the Jensen-Shannon divergence of two distributions, in bits.

    Lin, J. (1991). Divergence measures based on the Shannon entropy. IEEE Transactions on
    Information Theory, 37. Gallagher, R. J., et al. (2021). Generalized word shift graphs. EPJ
    Data Science, 10:4.
    """
    middle = (p + q) / 2
    return np.asarray(np.sign(p - q) * (_part(p, middle) + _part(q, middle)) / 2)


def _part(p: Floats, middle: Floats) -> Floats:
    ratio = np.divide(p, middle, out=np.ones_like(middle), where=(middle > 0) & (p > 0))
    return np.asarray(p * np.log2(ratio))


def jensen_shannon(counts_a: Mapping[str, float], counts_b: Mapping[str, float]) -> float:
    """Jensen-Shannon divergence of two texts, base 2.

    Parameters
    ----------
    counts_a, counts_b : mapping of str to number
        Words and how often they occur.

    Returns
    -------
    float
        From 0 (the same distribution) to 1 (no word in common); nan where a text has no words.

    Notes
    -----
    Larger for short texts of the same author than for long ones: compare it with its floor.

    Examples
    --------
    >>> jensen_shannon({"a": 1}, {"b": 3})
    1.0
    """
    terms = sorted({*counts_a, *counts_b})
    a, b = (
        np.array([counts.get(term, 0) for term in terms], dtype=np.float64)
        for counts in (counts_a, counts_b)
    )
    if a.sum() == 0 or b.sum() == 0:
        return float("nan")
    return float(np.abs(contributions(a / a.sum(), b / b.sum())).sum())


def word_shift(
    a: Texts, b: Texts, *, rounds: int = FLOOR_ROUNDS, seed: int = 0, most: int = 50
) -> WordShift:
    """Compare the vocabularies of two parties of different names; see :func:`shift_between`."""
    return shift_between(shift_units([a, b]), a.name, b.name, rounds=rounds, seed=seed, most=most)


def shift_between(
    units: ShiftUnits,
    source: str,
    reference: str,
    *,
    rounds: int = FLOOR_ROUNDS,
    seed: int = 0,
    most: int = 50,
) -> WordShift:
    """Compare the vocabularies of two parties.

    Dealing sentences breaks up the topics of articles, so that the floor of a few articles is
    lower than that of a whole source: a divergence above it shows different articles, and not yet
    different newsrooms.

    An event weighs as in a Mantel-Haenszel test, by the harmonic mean of what both wrote on it.

    Gallagher, R. J., et al. (2021). Generalized word shift graphs. EPJ Data Science, 10:4.
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American
    Statistical Association, 50, 1168-1194 (direct standardisation).
    """
    others = [reference] if reference in units.events else [*units.events.keys() - {source}]
    own, rest = units.events[source], [e for name in others for e in units.events[name]]
    by_article = min(len(own), len(rest)) >= ENOUGH_ARTICLES
    dealt = units.articles if by_article else units.sentences
    both = shared_events(own, rest)
    strata = dealt.events if both else np.full_like(dealt.events, "")
    mine, theirs = dealt.owners == source, np.isin(dealt.owners, others)
    # An event on which one of them has no words is no common ground.
    held = set(strata[mine]) & set(strata[theirs]) - ({""} if both else set())
    places = np.flatnonzero((mine | theirs) & np.isin(strata, [*held]))
    if not len(places):
        return WordShift(source, reference, float("nan"), float("nan"), float("nan"), ())
    places = places[np.argsort(strata[places], kind="stable")]
    strata, mine = strata[places], mine[places]
    counts = dealt.counts[places]
    used = np.flatnonzero(counts.getnnz(axis=0))
    deals = _Deals(counts[:, used], strata)
    p, q = (frequencies.ravel() for frequencies in deals.frequencies(mine[None].astype(float)))
    shares = contributions(p, q)
    # Which of the two is dealt does not depend on who is named first.
    sides = [
        list(zip(strata[side], dealt.ranks[places][side], strict=True)) for side in (mine, ~mine)
    ]
    floor = deals.floor(Counter(event for event, _ in min(sides)), rounds=rounds, seed=seed)
    divergence = float(np.abs(shares).sum())
    as_large = int(np.count_nonzero(floor >= divergence * (1 - 1e-9)))
    largest = np.lexsort((np.arange(len(used)), -np.abs(shares)))[:most]
    return WordShift(
        source=source,
        reference=reference,
        divergence=divergence,
        floor=float(floor.mean()),
        floor_high=float(np.sort(floor)[int(np.ceil(0.95 * len(floor))) - 1]),
        terms=tuple(
            ShiftTerm(units.terms[used[at]], float(shares[at]), float(p[at]), float(q[at]))
            for at in largest.tolist()
            if shares[at] != 0
        ),
        n_events=len(held - {""}),
        p=(1 + as_large) / (1 + len(floor)) if by_article else float("nan"),
    )


class _Deals:
    """Units of two texts, and the word frequencies of any division of them into two."""

    def __init__(self, counts: csr_matrix, events: Names) -> None:
        self._counts = counts
        self._lengths = np.asarray(counts.sum(axis=1)).ravel()
        self._strata = {event: np.flatnonzero(events == event) for event in sorted({*events})}

    def frequencies(self, mine: Floats) -> tuple[Floats, Floats]:
        """Frequencies of both texts in each division; rows of ``mine`` mark units of the first."""
        theirs = 1.0 - mine
        if len(self._strata) > 1:
            mine = mine.copy()
            for places in self._strata.values():
                lengths = self._lengths[places]
                used, left = (side[:, places] @ lengths for side in (mine, theirs))
                mine[:, places] *= (left / (used + left))[:, None]
                theirs[:, places] *= (used / (used + left))[:, None]
        first, second = (_frequencies(np.asarray(side @ self._counts)) for side in (mine, theirs))
        return first, second

    def floor(self, sizes: Mapping[str, int], *, rounds: int, seed: int) -> Floats:
        """Divergences of random deals within events, a few deals at a time."""
        random = generator(seed, "shift")
        divergences: list[Floats] = []
        for start in range(0, rounds, CHUNK):
            dealt = np.zeros((min(CHUNK, rounds - start), len(self._lengths)))
            for row in dealt:
                for event, places in self._strata.items():
                    row[random.permutation(places)[: sizes[event]]] = 1.0
            divided = contributions(*self.frequencies(dealt))
            divergences.append(np.abs(divided).sum(axis=-1))
        return np.concatenate(divergences)


def _frequencies(counts: Floats) -> Floats:
    """Divide by the total of the last axis; nan where there is nothing."""
    totals = counts.sum(axis=-1, keepdims=True)
    shares = np.full_like(counts, np.nan)
    np.divide(counts, totals, out=shares, where=totals > 0)
    return shares
