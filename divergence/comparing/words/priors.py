"""What is expected of words before the texts are seen: the prior of keyness."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from divergence.counting.tally import Floats
from divergence.errors import UsageError
from divergence.instruments.background_counts import background
from divergence.phrases.saying import Saying, Words, saying

__all__ = ["Prior", "background_prior", "corpus_prior"]


# A fifth of a prior is spread evenly, so that names it never saw can stand out.
EVEN = 0.2


@dataclass(frozen=True, slots=True)
class Prior:
    """Where the weights of a prior come from.

    ``counts`` are how often words occur in a library; None stands for the texts that are compared,
    both pooled. ``unlisted`` is the count of a word that the library lacks, ``even`` the share of
    the prior that is spread evenly over all words.
    """

    name: Words
    counts: Mapping[str, float] | None
    unlisted: float = 0.0
    even: float = EVEN

    def said(self) -> Saying:
        """Say what the prior is made of."""
        if self.even == 0:
            return saying("prior.whole", name=self.name)
        even = round(100 * self.even)
        return saying("prior.partly", name=self.name, part=100 - even, even=even)


POOLED = Prior(saying("prior.pooled"), None, even=0.0)


def background_prior() -> Prior:
    """Return the prior of the background frequencies that ship in the package.

    Returns
    -------
    Prior
        Word frequencies of a news library, an unlisted word at half the least count.

    Examples
    --------
    >>> prior = background_prior()
    >>> prior.counts["the"] > prior.counts["minister"]
    True
    """
    known = background()
    return Prior(saying("prior.news"), known.counts, known.least / 2)


def corpus_prior(counts: Mapping[str, float], name: str) -> Prior:
    """Return a prior made of the word counts of a corpus.

    Parameters
    ----------
    counts : mapping of str to number
        Lower-cased words and how often they occur in it.
    name : str
        What to call the corpus beside every figure that rests on it.

    Returns
    -------
    Prior
        Four fifths of the corpus's frequencies, one fifth spread evenly.

    Raises
    ------
    UsageError
        If a count is negative or none is above 0.

    Examples
    --------
    >>> str(corpus_prior({"the": 9, "war": 1}, "my archive").said())
    '80% word frequencies of my archive, 20% spread evenly'
    """
    wrong = [word for word, count in counts.items() if not 0 <= count < math.inf]
    if wrong or not any(counts.values()):
        what = f"'{min(wrong)}' has no count of 0 or more" if wrong else "no word has a count"
        raise UsageError(f"the prior '{name}': {what}; give counts of words, some above 0")
    return Prior(name, dict(counts))


def weights(prior: Prior, pooled: Floats, listed: Floats) -> Floats:
    """Return the share above 0 that each of several words has of the prior; shares sum to 1.

    ``pooled`` counts the words in the compared texts together, ``listed`` in the prior's library.
    """
    known = pooled if prior.counts is None else listed
    if not known.sum():
        return np.full(len(known), 1.0 / max(1, len(known)))
    return np.asarray((1 - prior.even) * known / known.sum() + prior.even / len(known))
