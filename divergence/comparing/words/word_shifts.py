"""Word shifts: which words make a number of one text differ from that of another.

A number that is a weighted average over words can be taken apart word by word. All functions take
plain counts of words and give differences of the first text less the second, as everywhere in the
package; Gallagher and others write the second less the first.

References
----------
Gallagher, R. J., Frank, M. R., Mitchell, L., Schwartz, A. J., Reagan, A. J., Danforth, C. M., &
Dodds, P. S. (2021). Generalized word shift graphs: a method for visualizing and explaining pairwise
comparisons between texts. EPJ Data Science, 10:4.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["Share", "Shift", "entropy_shift", "proportion_shift"]


Counts = Mapping[str, float]
Kind = Literal["more, higher", "more, lower", "less, higher", "less, lower", "same"]


@dataclass(frozen=True, slots=True)
class Share:
    """One word's part of a difference.

    ``frequency`` and ``frequency_reference`` are its relative frequencies. ``kind`` says whether
    the first text uses it more or less and whether its score lies higher or lower than the
    reference score; "" for shifts without scores.
    """

    term: str
    contribution: float
    frequency: float
    frequency_reference: float
    kind: Kind | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of two texts, their difference, and every word's part of it.

    ``shares`` sum to ``difference`` and come by falling size. ``covered`` and
    ``covered_reference`` are the parts of either text's words that have a score.
    """

    value: float
    value_reference: float
    difference: float
    shares: tuple[Share, ...]
    covered: float = 1.0
    covered_reference: float = 1.0


def proportion_shift(counts: Counts, reference: Counts) -> Shift:
    """Differences of the relative frequencies of words.

    Parameters
    ----------
    counts, reference : mapping of str to number
        Words and how often they occur in the first and the second text.

    Returns
    -------
    Shift
        ``value`` and ``value_reference`` are 1, the difference 0: what one text uses more the
        other uses less. Without words in either text everything is nan, without shares.

    Notes
    -----
    Common words come first, whether they tell anything or not.

    Examples
    --------
    >>> shift = proportion_shift({"war": 3, "the": 1}, {"war": 1, "the": 1})
    >>> [(share.term, share.contribution) for share in shift.shares]
    [('the', -0.25), ('war', 0.25)]
    """
    return _shift(counts, reference, lambda p: p)


def entropy_shift(counts: Counts, reference: Counts) -> Shift:
    """Parts of words in the difference of two Shannon entropies, in bits.

    Parameters
    ----------
    counts, reference : mapping of str to number
        Words and how often they occur in the first and the second text.

    Returns
    -------
    Shift
        ``value`` is the entropy, 0 or more: how unpredictable a text's words are. nan without
        words in either text.

    Notes
    -----
    The entropy of a short text is too low (many words have had no chance to occur): compare texts
    of about one length.

    Examples
    --------
    >>> entropy_shift({"war": 1, "peace": 1}, {"war": 2}).difference
    1.0
    """
    return _shift(counts, reference, lambda p: -p * math.log2(p) if p else 0.0)


def frequencies(counts: Counts, known: Collection[str] | None = None) -> dict[str, float]:
    """Relative frequencies of the words that occur, or of those among them that are known."""
    used = {
        term: count
        for term, count in counts.items()
        if count > 0 and (known is None or term in known)
    }
    total = math.fsum(used.values())
    return {term: count / total for term, count in used.items()}


def ranked(shares: Iterable[Share]) -> tuple[Share, ...]:
    """Shares by falling size, then by term."""
    return tuple(sorted(shares, key=lambda share: (-abs(share.contribution), share.term)))


def _shift(counts: Counts, reference: Counts, part: Callable[[float], float]) -> Shift:
    p, q = frequencies(counts), frequencies(reference)
    if not p or not q:
        return Shift(math.nan, math.nan, math.nan, ())
    shares = [
        Share(term, part(a) - part(b), a, b)
        for term in sorted({*p, *q})
        for a, b in [(p.get(term, 0.0), q.get(term, 0.0))]
    ]
    own, other = (math.fsum(map(part, side.values())) for side in (p, q))
    return Shift(own, other, own - other, ranked(shares))
