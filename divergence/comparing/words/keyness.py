"""Words that are one source's own: log-odds with an informative Dirichlet prior.

Over several strata, such as events, the log-odds are pooled as Mantel and Haenszel do, so that a
word is only compared with other words on the same event: topic does not pass for slant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from divergence.counting.tally import Floats
from divergence.errors import UsageError

__all__ = ["LogOdds", "Stratum", "log_odds", "stratified_log_odds"]


@dataclass(frozen=True, slots=True)
class LogOdds:
    """A word's log-odds ratio (natural log, positive: used more in the first text) and z-score."""

    term: str
    log_odds: float
    z: float


@dataclass(frozen=True, slots=True)
class Stratum:
    """Word counts of two texts on one event, and the prior there, worth ``strength`` words."""

    counts_a: Mapping[str, float]
    counts_b: Mapping[str, float]
    prior: Mapping[str, float]
    strength: float


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Fourfold tables of terms in one stratum, the prior added; ``at`` are the terms' places."""

    at: NDArray[np.int64]
    in_a: Floats
    in_b: Floats
    rest_a: Floats
    rest_b: Floats


def log_odds(
    counts_a: Mapping[str, float],
    counts_b: Mapping[str, float],
    prior: Mapping[str, float],
    *,
    strength: float,
) -> list[LogOdds]:
    """Log-odds ratios of the words of two texts, with an informative Dirichlet prior.

    Parameters
    ----------
    counts_a, counts_b : mapping of str to number
        Words of either text and how often they occur.
    prior : mapping of str to float
        Weight of every word of either text before the texts are seen, of any scale; words that
        neither text has are left out.
    strength : float
        Number of words that the prior is worth: the weights are scaled to this sum.

    Returns
    -------
    list of LogOdds
        One for every word of either text, by falling z, then by term; empty without words.

    Raises
    ------
    UsageError
        If the strength or the prior weight of a word is not above 0.

    Notes
    -----
    The z-score takes words as independent draws, which they are not: it ranks words and is no
    test. A word that is rare in the prior and absent from one text has a wide variance and is
    ranked low.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words. Political Analysis, 16,
    372-403, equations 16 (log-odds ratio), 20 and 22 (variance and z).

    Examples
    --------
    >>> first, *_ = log_odds({"war": 9, "the": 50}, {"peace": 9, "the": 50},
    ...                      {"war": 1, "peace": 1, "the": 8}, strength=10)
    >>> first.term, round(first.z, 2)
    ('war', 2.33)
    """
    return stratified_log_odds([Stratum(counts_a, counts_b, prior, strength)])


def stratified_log_odds(strata: Sequence[Stratum]) -> list[LogOdds]:
    """Log-odds ratios of words that hold within every one of several events.

    Parameters
    ----------
    strata : sequence of Stratum
        The two texts and the prior for each event. A word counts in the events in which either
        text uses it.

    Returns
    -------
    list of LogOdds
        The logarithm of the common odds ratio, by falling z, then by term. With one stratum the
        same as :func:`log_odds`.

    Raises
    ------
    UsageError
        If a strength or the prior weight of a word is not above 0.

    Notes
    -----
    Over several strata the prior is shared between the texts in proportion to their words, so that
    equal rates stay equal. The variance is that of a common ratio of rates, which is Monroe and
    others' equation 20 where there is one stratum: both take the other words to be many.

    References
    ----------
    Mantel, N., & Haenszel, W. (1959). Statistical aspects of the analysis of data from
    retrospective studies of disease. Journal of the National Cancer Institute, 22, 719-748.
    Greenland, S., & Robins, J. M. (1985). Estimation of a common effect parameter from sparse
    follow-up data. Biometrics, 41, 55-68 (variance).

    Examples
    --------
    One paper writes more on the flood; on each event both use "flood" alike.

    >>> even = {"flood": 1, "vote": 1, "said": 1}
    >>> flood = Stratum({"flood": 80, "said": 80}, {"flood": 8, "said": 8}, even, 1)
    >>> vote = Stratum({"vote": 8, "said": 8}, {"vote": 80, "said": 80}, even, 1)
    >>> [round(abs(each.log_odds), 1) for each in stratified_log_odds([flood, vote])]
    [0.0, 0.0, 0.0]
    """
    terms = sorted(
        {
            term
            for stratum in strata
            for counts in (stratum.counts_a, stratum.counts_b)
            for term in counts
            if counts[term] > 0
        }
    )
    place = {term: number for number, term in enumerate(terms)}
    delta, z = pooled([_cells(stratum, place, len(strata)) for stratum in strata], len(terms))
    odds = [
        LogOdds(term, float(ratio), float(score))
        for term, ratio, score in zip(terms, delta, z, strict=True)
        if not np.isnan(score)
    ]
    return sorted(odds, key=lambda stratum: (-stratum.z, stratum.term))


def _cells(stratum: Stratum, place: Mapping[str, int], n_strata: int) -> Cells:
    a, b, prior, strength = stratum.counts_a, stratum.counts_b, stratum.prior, stratum.strength
    if not strength > 0:
        raise UsageError(f"strength={strength}: a prior needs a strength above 0")
    terms = sorted(term for term in {*a, *b} if a.get(term, 0) > 0 or b.get(term, 0) > 0)
    for term in terms:
        if not prior.get(term, 0.0) > 0:
            raise UsageError(f"the prior gives no weight to '{term}'; every word needs one above 0")
    used_a, used_b, weight = (
        np.array([side.get(term, 0) for term in terms], dtype=np.float64) for side in (a, b, prior)
    )
    at = np.array([place[term] for term in terms], dtype=np.int64)
    sizes = float(used_a.sum()), float(used_b.sum())
    worth = strengths(strength, sizes, n_strata)
    return cells(at, (used_a, used_b), weight / weight.sum(), sizes, worth)


def cells(
    at: NDArray[np.int64],
    used: tuple[Floats, Floats],
    share: Floats,
    sizes: tuple[float, float],
    strengths: tuple[float, float],
) -> Cells:
    """Add the prior to counts; ``sizes`` are the words of either text."""
    in_a, in_b = (count + share * strength for count, strength in zip(used, strengths, strict=True))
    whole_a, whole_b = (size + strength for size, strength in zip(sizes, strengths, strict=True))
    return Cells(at, in_a, in_b, whole_a - in_a, whole_b - in_b)


def strengths(strength: float, sizes: tuple[float, float], n_strata: int) -> tuple[float, float]:
    """How many words the prior is worth in either text.

    As many in both, after Monroe and others. Over several strata in proportion to the texts, or
    the prior would draw the shorter text nearer to it, and who writes more on an event would seem
    to use its words more.
    """
    if n_strata == 1:
        return strength, strength
    whole = sizes[0] + sizes[1]
    return 2 * strength * sizes[0] / whole, 2 * strength * sizes[1] / whole


def pooled(strata: Sequence[Cells], n_terms: int) -> tuple[Floats, Floats]:
    """Return log-odds and z of every term over strata; nan where a term has no odds."""
    if len(strata) == 1:
        (only,) = strata
        # A single word that is all there is has no odds.
        fine = _defined(only)
        delta = np.full(n_terms, np.nan)
        variance = np.ones(n_terms)
        in_a, in_b, rest_a, rest_b = _chosen(only, fine)
        delta[only.at[fine]] = np.log(in_a / rest_a) - np.log(in_b / rest_b)
        variance[only.at[fine]] = 1 / in_a + 1 / in_b
        return delta, delta / np.sqrt(variance)
    ours, theirs, spread = np.zeros(n_terms), np.zeros(n_terms), np.zeros(n_terms)
    for stratum in strata:
        fine = _defined(stratum)
        at = stratum.at[fine]
        in_a, in_b, rest_a, rest_b = _chosen(stratum, fine)
        total = (in_a + rest_a) + (in_b + rest_b)
        ours[at] += in_a * rest_b / total
        theirs[at] += in_b * rest_a / total
        spread[at] += (rest_a * rest_b) * (in_a + in_b) / total**2
    known = (ours > 0) & (theirs > 0)
    delta, z = np.full(n_terms, np.nan), np.full(n_terms, np.nan)
    delta[known] = np.log(ours[known]) - np.log(theirs[known])
    z[known] = delta[known] / np.sqrt(spread[known] / (ours[known] * theirs[known]))
    return delta, z


def _defined(stratum: Cells) -> NDArray[np.bool_]:
    # The tolerance catches a word that is all there is but for rounding.
    least = 1e-9 * (stratum.in_a + stratum.in_b)
    return np.asarray((stratum.rest_a > least) & (stratum.rest_b > least))


def _chosen(stratum: Cells, fine: NDArray[np.bool_]) -> tuple[Floats, Floats, Floats, Floats]:
    return stratum.in_a[fine], stratum.in_b[fine], stratum.rest_a[fine], stratum.rest_b[fine]
