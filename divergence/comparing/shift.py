"""How far two vocabularies lie apart, word by word, beside what chance alone would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from divergence.comparing.resampling import generator
from divergence.comparing.results import ShiftTerm, WordShift
from divergence.measuring.tally import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Words = Sequence[str]
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
    a: Sequence[Sequence[Words]],
    b: Sequence[Sequence[Words]],
    *,
    names: tuple[str, str] = ("a", "b"),
    rounds: int = FLOOR_ROUNDS,
    seed: int = 0,
    most: int = 50,
) -> WordShift:
    """Compare the vocabularies of two sets of articles.

    Parameters
    ----------
    a, b : sequence of sequence of sequence of str
        Articles, each a sequence of sentences, each a sequence of words.
    names : tuple of str, optional
        Names of the two.
    rounds : int, optional
        How often the sentences are dealt at random for the floor.
    seed : int, optional
        Seed of the dealing.
    most : int, optional
        How many words to keep.

    Returns
    -------
    WordShift
        The divergence, its floor (mean and 95th percentile after sentences, or whole articles
        where both have ten or more, were dealt at random to two texts of the same number of them)
        and the words that contribute most, by falling size. Without words everything is nan.

    Notes
    -----
    Dealing sentences breaks up the topics of articles, so that the floor of a few articles is
    lower than that of a whole source: a divergence above it shows different articles, and not yet
    different newsrooms.

    References
    ----------
    Gallagher, R. J., et al. (2021). Generalized word shift graphs. EPJ Data Science, 10:4.
    """
    undefined = WordShift(*names, float("nan"), float("nan"), float("nan"), ())
    by_article = min(len(a), len(b)) >= ENOUGH_ARTICLES
    units_a, units_b = (
        sorted([tuple(w for s in article for w in s) for article in side])
        if by_article
        else sorted(tuple(s) for article in side for s in article if s)
        for side in (a, b)
    )
    terms = sorted({word for unit in (*units_a, *units_b) for word in unit})
    if not any(units_a) or not any(units_b):
        return undefined
    counts = _matrix([*units_a, *units_b], terms)
    n_a = len(units_a)
    p, q = (
        _frequencies(np.asarray(part.sum(axis=0), dtype=np.float64))[0]
        for part in (counts[:n_a], counts[n_a:])
    )
    shares = contributions(p, q)
    # Dealt in an order that does not depend on who is named first.
    units = [*units_a, *units_b]
    order = sorted(range(len(units)), key=units.__getitem__)
    floor = _floor(counts[order], min(n_a, len(units) - n_a), rounds=rounds, seed=seed)
    largest = np.lexsort((np.arange(len(terms)), -np.abs(shares)))[:most]
    return WordShift(
        source=names[0],
        reference=names[1],
        divergence=float(np.abs(shares).sum()),
        floor=float(floor.mean()),
        floor_high=float(np.sort(floor)[int(np.ceil(0.95 * len(floor))) - 1]),
        terms=tuple(
            ShiftTerm(terms[at], float(shares[at]), float(p[at]), float(q[at]))
            for at in largest.tolist()
            if shares[at] != 0
        ),
    )


def _matrix(units: Sequence[Words], terms: Sequence[str]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    column = {term: place for place, term in enumerate(terms)}
    places = [column[word] for unit in units for word in unit]
    starts = np.concatenate([[0], np.cumsum([len(unit) for unit in units])])
    return csr_matrix((np.ones(len(places)), places, starts), shape=(len(units), len(terms)))


def _frequencies(counts: Floats) -> Floats:
    """Divide by the total of the last axis; nan where there is nothing."""
    totals = counts.sum(axis=-1, keepdims=True)
    return np.divide(counts, totals, out=np.full_like(counts, np.nan), where=totals > 0)


def _floor(counts: csr_matrix, fewer: int, *, rounds: int, seed: int) -> Floats:
    """Divergences of random deals of ``fewer`` units and the rest, a few deals at a time."""
    n_units = counts.shape[0]
    total = np.asarray(counts.sum(axis=0), dtype=np.float64)
    random = generator(seed, "shift")
    found: list[Floats] = []
    for start in range(0, rounds, CHUNK):
        dealt = np.zeros((min(CHUNK, rounds - start), n_units))
        for row in dealt:
            row[random.permutation(n_units)[:fewer]] = 1.0
        one = np.asarray(dealt @ counts)
        divided = contributions(_frequencies(one), _frequencies(total - one))
        found.append(np.abs(divided).sum(axis=-1))
    values = np.concatenate(found)
    defined = ~np.isnan(values)
    kept: Floats = values[defined] if defined.any() else values[:1]
    return kept
