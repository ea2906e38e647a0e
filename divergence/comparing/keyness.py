"""Words that are one source's own: log-odds with an informative Dirichlet prior."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from divergence.comparing.background import NAME, background
from divergence.comparing.results import KeyTerm
from divergence.errors import UsageError

# A fifth of the prior is spread evenly, so that names the background never saw can stand out.
EVEN = 0.2
FEWEST_SENTENCES = 2
PRIOR = (
    f"prior: {1 - EVEN:.0%} word frequencies of {NAME}, {EVEN:.0%} spread evenly;"
    " as strong as the shorter of the two texts has words"
)


@dataclass(frozen=True, slots=True)
class LogOdds:
    """A word's log-odds ratio (natural log, positive: used more in the first text) and z-score."""

    term: str
    log_odds: float
    z: float


@dataclass(frozen=True, slots=True)
class Usage:
    """How one party uses words: occurrences, and in how many articles and sentences."""

    name: str
    counts: Counter[str]
    articles: Counter[str]
    sentences: Counter[str]


def usage(name: str, articles: Iterable[Sequence[Sequence[str]]]) -> Usage:
    """Count the words of articles given as sentences of words.

    Parameters
    ----------
    name : str
        Whose articles they are.
    articles : iterable of sequence of sequence of str
        Articles, each a sequence of sentences, each a sequence of words.

    Returns
    -------
    Usage
        Counts of words, and of the articles and sentences that hold them.

    Examples
    --------
    >>> usage("Post", [[["a", "a"], ["b"]]]).counts["a"]
    2
    """
    counts: Counter[str] = Counter()
    in_articles: Counter[str] = Counter()
    in_sentences: Counter[str] = Counter()
    for sentences in articles:
        seen: set[str] = set()
        for words in sentences:
            counts.update(words)
            once = set(words)
            in_sentences.update(once)
            seen |= once
        in_articles.update(seen)
    return Usage(name, counts, in_articles, in_sentences)


def background_prior(terms: Iterable[str]) -> dict[str, float]:
    """Return the share that each term has of the prior.

    Parameters
    ----------
    terms : iterable of str
        Lower-cased words.

    Returns
    -------
    dict of str to float
        Shares that sum to 1: four fifths in proportion to the background frequencies, one fifth
        spread evenly.
    """
    known = background()
    wanted = sorted(set(terms))
    shares = {term: known.share(term) for term in wanted}
    total = math.fsum(shares.values())
    return {term: (1 - EVEN) * shares[term] / total + EVEN / len(wanted) for term in wanted}


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
    terms = sorted({term for counts in (counts_a, counts_b) for term in counts if counts[term] > 0})
    if not strength > 0:
        raise UsageError(f"strength={strength}: a prior needs a strength above 0")
    for term in terms:
        if not prior.get(term, 0.0) > 0:
            raise UsageError(f"the prior gives no weight to '{term}'; every word needs one above 0")
    scale = strength / math.fsum(prior[term] for term in terms) if terms else 0.0
    size_a = math.fsum(counts_a.get(term, 0) for term in terms)
    size_b = math.fsum(counts_b.get(term, 0) for term in terms)
    found = []
    for term in terms:
        weight = prior[term] * scale
        in_a = counts_a.get(term, 0) + weight
        in_b = counts_b.get(term, 0) + weight
        rest_a, rest_b = size_a + strength - in_a, size_b + strength - in_b
        # A single word that is all there is has no odds.
        if min(rest_a, rest_b) <= 0:
            continue
        delta = math.log(in_a / rest_a) - math.log(in_b / rest_b)
        found.append(LogOdds(term, delta, delta / math.sqrt(1 / in_a + 1 / in_b)))
    return sorted(found, key=lambda each: (-each.z, each.term))


def key_terms(a: Usage, b: Usage, *, most: int = 30) -> tuple[KeyTerm, ...]:
    """Return the words that set two parties apart, against the background prior.

    Parameters
    ----------
    a, b : Usage
        Two sources, or a source and the others.
    most : int, optional
        How many words to keep on either side.

    Returns
    -------
    tuple of KeyTerm
        By falling z: first the words of ``a``, last those of ``b``; words in a single sentence of
        both together are left out. Empty where either has no words.
    """
    size_a, size_b = a.counts.total(), b.counts.total()
    if not size_a or not size_b:
        return ()
    found = [
        each
        for each in log_odds(
            a.counts,
            b.counts,
            background_prior(a.counts | b.counts),
            strength=min(size_a, size_b),
        )
        if a.sentences[each.term] + b.sentences[each.term] >= FEWEST_SENTENCES
    ]
    mine = [each for each in found if each.z > 0 and a.counts[each.term]][:most]
    # Ties are cut the same way on either side, so that swapping the parties mirrors the list.
    theirs = sorted(
        (each for each in found if each.z < 0 and b.counts[each.term]),
        key=lambda each: (each.z, each.term),
    )[:most][::-1]
    return tuple(
        KeyTerm(
            source=a.name,
            reference=b.name,
            term=each.term,
            log_odds=each.log_odds,
            z=each.z,
            count=a.counts[each.term],
            count_reference=b.counts[each.term],
            n_articles=a.articles[each.term],
            n_articles_reference=b.articles[each.term],
        )
        for each in (*mine, *theirs)
    )
