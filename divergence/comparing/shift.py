"""How far two vocabularies lie apart, word by word, beside what chance alone would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from divergence.comparing.resampling import generator
from divergence.comparing.results import ShiftTerm, WordShift
from divergence.comparing.terms import Texts, Words, shared_events
from divergence.measuring.tally import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Unit = tuple[str, Words]
# With this many articles on either side whole articles are dealt, else sentences.
ENOUGH_ARTICLES = 10
FLOOR_ROUNDS = 200
CHUNK = 25


def contributions(p: Floats, q: Floats) -> Floats:
    """Signed share of every word in the Jensen-Shannon divergence of two distributions, in bits.

    Parameters
    ----------
    p, q : ndarray
        Relative frequencies over the same words in the last axis.

    Returns
    -------
    ndarray
        Positive where ``p`` is larger; the absolute values sum to the divergence, between 0 and 1.

    References
    ----------
    Lin, J. (1991). Divergence measures based on the Shannon entropy. IEEE Transactions on
    Information Theory, 37. Gallagher, R. J., et al. (2021). Generalized word shift graphs. EPJ
    Data Science, 10:4.

    Examples
    --------
    >>> contributions(np.array([1.0, 0.0]), np.array([0.0, 1.0])).tolist()
    [0.5, -0.5]
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
    """Compare the vocabularies of two sets of articles.

    Parameters
    ----------
    a, b : Texts
        The articles of two sources, or of a source and the others.
    rounds : int, optional
        How often texts are dealt at random for the floor.
    seed : int, optional
        Seed of the dealing.
    most : int, optional
        How many words to keep.

    Returns
    -------
    WordShift
        The divergence, its floor (mean and 95th percentile after sentences, or whole articles
        where both have ten or more, were dealt at random to two texts of the same numbers of them)
        and the words that contribute most, by falling size. Where both wrote on one named event or
        more, other articles are left out, dealing stays within events, and the frequencies of
        either are averages over events with the same weights for both: what they write about is no
        part of the divergence. ``p`` is the share of deals of whole articles that lie as far
        apart. Without words everything is nan.

    Notes
    -----
    Dealing sentences breaks up the topics of articles, so that the floor of a few articles is
    lower than that of a whole source: a divergence above it shows different articles, and not yet
    different newsrooms.

    An event weighs as in a Mantel-Haenszel test, by the harmonic mean of what both wrote on it.

    References
    ----------
    Gallagher, R. J., et al. (2021). Generalized word shift graphs. EPJ Data Science, 10:4.
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American
    Statistical Association, 50, 1168-1194 (direct standardisation).
    """
    by_article = min(len(a.articles), len(b.articles)) >= ENOUGH_ARTICLES
    both = shared_events(a.events, b.events)
    units_a, units_b = (_units(texts, both, by_article=by_article) for texts in (a, b))
    # An event on which one of them has no words is no common ground.
    held = {event for event, _ in units_a} & {event for event, _ in units_b}
    units_a, units_b = ([u for u in units if u[0] in held] for units in (units_a, units_b))
    if not units_a or not units_b:
        return WordShift(a.name, b.name, float("nan"), float("nan"), float("nan"), ())
    units = sorted([*((unit, 0) for unit in units_a), *((unit, 1) for unit in units_b)])
    terms = sorted({word for (_, unit), _ in units for word in unit})
    dealing = _Dealing([unit for unit, _ in units], terms)
    mine = np.array([[1.0 - side for _, side in units]])
    p, q = (frequencies.ravel() for frequencies in dealing.frequencies(mine))
    shares = contributions(p, q)
    # Which of the two is dealt does not depend on who is named first.
    sizes = Counter(event for event, _ in min(units_a, units_b))
    floor = dealing.floor(sizes, rounds=rounds, seed=seed)
    divergence = float(np.abs(shares).sum())
    as_large = int(np.count_nonzero(floor >= divergence * (1 - 1e-9)))
    largest = np.lexsort((np.arange(len(terms)), -np.abs(shares)))[:most]
    return WordShift(
        source=a.name,
        reference=b.name,
        divergence=divergence,
        floor=float(floor.mean()),
        floor_high=float(np.sort(floor)[int(np.ceil(0.95 * len(floor))) - 1]),
        terms=tuple(
            ShiftTerm(terms[at], float(shares[at]), float(p[at]), float(q[at]))
            for at in largest.tolist()
            if shares[at] != 0
        ),
        n_events=len(held - {""}),
        p=(1 + as_large) / (1 + len(floor)) if by_article else float("nan"),
    )


def _units(texts: Texts, both: Collection[str], *, by_article: bool) -> list[Unit]:
    """Units to deal, with the event they are dealt within, sorted; empty ones left out."""
    found = []
    events = texts.events or ("",) * len(texts.articles)
    for event, article in zip(events, texts.articles, strict=True):
        if both and event not in both:
            continue
        stratum = event if both else ""
        if by_article:
            found.append((stratum, tuple(word for sentence in article for word in sentence)))
        else:
            found += [(stratum, tuple(sentence)) for sentence in article]
    return sorted(unit for unit in found if unit[1])


class _Dealing:
    """Units of two texts, and the word frequencies of any division of them into two."""

    def __init__(self, units: Sequence[Unit], terms: Sequence[str]) -> None:
        self._counts = _matrix(units, terms)
        self._lengths = np.array([float(len(words)) for _, words in units])
        events = np.array([event for event, _ in units])
        self._strata = {event: np.flatnonzero(events == event) for event in sorted({*events})}

    def frequencies(self, mine: Floats) -> tuple[Floats, Floats]:
        """Frequencies of both texts in each division; rows of ``mine`` mark units of the first."""
        one, other = mine, 1.0 - mine
        if len(self._strata) > 1:
            one, other = one.copy(), other.copy()
            for places in self._strata.values():
                lengths = self._lengths[places]
                used, left = (side[:, places] @ lengths for side in (one, other))
                one[:, places] *= (left / (used + left))[:, None]
                other[:, places] *= (used / (used + left))[:, None]
        first, second = (_frequencies(np.asarray(side @ self._counts)) for side in (one, other))
        return first, second

    def floor(self, sizes: Mapping[str, int], *, rounds: int, seed: int) -> Floats:
        """Divergences of random deals within events, a few deals at a time."""
        random = generator(seed, "shift")
        found: list[Floats] = []
        for start in range(0, rounds, CHUNK):
            dealt = np.zeros((min(CHUNK, rounds - start), len(self._lengths)))
            for row in dealt:
                for event, places in self._strata.items():
                    row[random.permutation(places)[: sizes[event]]] = 1.0
            divided = contributions(*self.frequencies(dealt))
            found.append(np.abs(divided).sum(axis=-1))
        return np.concatenate(found)


def _matrix(units: Sequence[Unit], terms: Sequence[str]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    column = {term: place for place, term in enumerate(terms)}
    places = [column[word] for _, unit in units for word in unit]
    starts = np.concatenate([[0], np.cumsum([len(unit) for _, unit in units])])
    matrix: csr_matrix = csr_matrix(
        (np.ones(len(places)), places, starts), shape=(len(units), len(terms))
    )
    return matrix


def _frequencies(counts: Floats) -> Floats:
    """Divide by the total of the last axis; nan where there is nothing."""
    totals = counts.sum(axis=-1, keepdims=True)
    shares = np.full_like(counts, np.nan)
    np.divide(counts, totals, out=shares, where=totals > 0)
    return shares
