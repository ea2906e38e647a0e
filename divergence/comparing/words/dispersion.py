"""Whether a word is spread over articles or lives in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.errors import UsageError

__all__ = ["deviation_of_proportions", "dispersion"]


def deviation_of_proportions(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Gries's deviation of proportions (DP) of a word over the parts of a corpus.

    Parameters
    ----------
    counts : sequence of number
        How often the word occurs in each part.
    sizes : sequence of number
        How many words each part has, in the same order.

    Returns
    -------
    float
        From 0 (as much of the word in each part as the part has of the corpus) to near 1 (all of
        the word in one small part); nan for a word that does not occur.

    Raises
    ------
    UsageError
        If there is not one size for each count.

    Notes
    -----
    A word that occurs once or twice cannot be spread evenly: read the value beside the count.

    References
    ----------
    Gries, S. T. (2008). Dispersions and adjusted frequencies in corpora. International Journal of
    Corpus Linguistics, 13, 403-437.

    Examples
    --------
    Gries's own corpus of five lines; the letter "a" occurs once to five times in them.

    >>> round(deviation_of_proportions([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), 2)
    0.18
    """
    if len(counts) != len(sizes):
        raise UsageError(f"{len(counts)} counts for {len(sizes)} parts; give one for each")
    total, size = sum(counts), sum(sizes)
    if not total or not size:
        return float("nan")
    gaps = (abs(count / total - part / size) for count, part in zip(counts, sizes, strict=True))
    return sum(gaps) / 2


def dispersion(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Deviation of proportions, scaled so that 1 is the most that the parts allow.

    Parameters
    ----------
    counts, sizes : sequence of number
        As for :func:`deviation_of_proportions`.

    Returns
    -------
    float
        In [0, 1]: 0 for a word spread evenly, 1 for one that lives in the smallest part; nan for a
        word that does not occur and with fewer than two parts that hold words.

    References
    ----------
    Lijffijt, J., & Gries, S. T. (2012). Correction to Stefan Th. Gries' "Dispersions and adjusted
    frequencies in corpora". International Journal of Corpus Linguistics, 17, 147-149: division by
    1 less the smallest part.

    Examples
    --------
    >>> dispersion([4, 0], [100, 100]), dispersion([2, 2], [100, 100])
    (1.0, 0.0)
    """
    filled = [(count, size) for count, size in zip(counts, sizes, strict=True) if size > 0]
    if len(filled) < 2:
        return float("nan")
    sizes = [size for _, size in filled]
    most = 1 - min(sizes) / sum(sizes)
    return min(1.0, deviation_of_proportions([count for count, _ in filled], sizes) / most)
