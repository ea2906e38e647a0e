"""Pairs of words that are one expression: "air strike", "private army"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Collocation", "collocations"]


FEWEST = 3
# Chi-squared with one degree of freedom, p = 0.001.
LEAST_RATIO = 10.83


@dataclass(frozen=True, slots=True)
class Collocation:
    """Two words that stand together, how often, and Dunning's log-likelihood ratio (G squared)."""

    pair: tuple[str, str]
    count: int
    ratio: float

    @property
    def term(self) -> str:
        """The two words with a space between them."""
        return " ".join(self.pair)


def collocations(sentences: Iterable[Sequence[str]]) -> tuple[Collocation, ...]:
    """Find the pairs of neighboring words that stand together more often than by chance.

    Parameters
    ----------
    sentences : iterable of sequence of str
        Sentences as lower-cased words.

    Returns
    -------
    tuple of Collocation
        Pairs that occur three times or more and whose ratio is beyond 10.83 (p < 0.001), by
        falling ratio.

    Notes
    -----
    Sees neighbors, not expressions: give sentences without function words, or
    :func:`counted_collocations` only the pairs that can be an expression, or "of the" comes first.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence.
    Computational Linguistics, 19, 61-74; measured with NLTK's ``BigramAssocMeasures``.

    Examples
    --------
    >>> made = [["air", "strike", "here"], ["one", "air", "strike"], ["an", "air", "strike"]] * 2
    >>> [(each.term, each.count) for each in collocations(made)]
    [('air strike', 6)]
    """
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        words.update(sentence)
        pairs.update(pairwise(sentence))
    return counted_collocations(pairs, words)


def counted_collocations(
    pairs: Mapping[tuple[str, str], int], words: Mapping[str, int]
) -> tuple[Collocation, ...]:
    """Find the collocations among neighbors that can be an expression, counted already."""
    from nltk.metrics.association import BigramAssocMeasures

    total = sum(words.values())
    collocated = []
    for pair, count in pairs.items():
        if count < FEWEST:
            continue
        first, second = words[pair[0]], words[pair[1]]
        # The ratio is as large for words that avoid each other.
        if count * total <= first * second:
            continue
        ratio = float(BigramAssocMeasures.likelihood_ratio(count, (first, second), total))
        if ratio >= LEAST_RATIO:
            collocated.append(Collocation(pair, count, ratio))
    return tuple(sorted(collocated, key=lambda collocation: (-collocation.ratio, collocation.pair)))
