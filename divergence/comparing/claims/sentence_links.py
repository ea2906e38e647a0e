"""Sentences of different articles that are alike, found by an index of their rare words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.claims.claim_results import text_order
from divergence.counting.tally import Floats
from divergence.digesting.assertions import Assertion
from divergence.digesting.quotable import SentenceRef
from divergence.instruments.chosen_instruments import SentenceReader
from divergence.instruments.sentence_similarity import Sentences, words

Numbers = NDArray[np.int64]

# Of some 70 links between articles of the BASIL corpus, read by eye, about three in ten said the
# same below 0.46, two in three from 0.46 to 0.55, and more than eight in ten above. Of the scored
# pairs that fitted the weights, 96% of those scored 3.5 or more (of 5) lie above 0.48.
LINK = 0.48
AVERAGE = 0.4
# Pairs whose rare words overlap less cannot reach a link and are not looked at.
CANDIDATE = 0.3
FEWEST_WORDS = 4
# Less alike than this beyond their names, sentences share hardly a word there. Where they share one
# name at most, a name is then all that links them; two and more are a matter of their own. Read by
# eye, all 5 links between articles of BASIL that fall by this rule were wrong, of 438; without the
# bound on names 16 would fall, of which 9 were wrong. Of 520 linked pairs of whole sentences with
# one name at most, among those that fitted the weights, 5 fall.
LEAST_BEYOND_NAMES = 0.1
MOST_NAMES = 1
NEARLY_THE_SAME = 0.8
CHUNK = 512


@dataclass(frozen=True, eq=False)
class Links:
    """Pairs of sentences that are alike, strongest first, as parallel columns.

    ``a`` and ``b`` (``a < b``) are places in ``ordered``, ``article`` the number of the article of
    every sentence, ``scores`` similarities of at least ``AVERAGE``.
    """

    ordered: tuple[SentenceRef, ...]
    article: Numbers
    scores: Floats
    a: Numbers
    b: Numbers

    @cached_property
    def mutual(self) -> NDArray[np.bool_]:
        """Which links are the best of either sentence in the other's article."""
        if not len(self.a):
            return np.zeros(0, dtype=bool)
        n = int(self.article.max()) + 1
        keys = np.stack(
            [self.a * n + self.article[self.b], self.b * n + self.article[self.a]], axis=1
        )
        _, first, place = np.unique(keys.ravel(), return_index=True, return_inverse=True)
        best = first[place.reshape(keys.shape)] // 2
        own = np.arange(len(self.a))
        return np.asarray((best[:, 0] == own) & (best[:, 1] == own))

    def between(self, a: Numbers, b: Numbers) -> Floats:
        """Scores of pairs ``a < b``, 0 where there is no link."""
        keys, scores = self._by_pair
        if not len(keys):
            return np.zeros(len(a))
        wanted = a * len(self.ordered) + b
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[at] == wanted, scores[at], 0.0)

    @cached_property
    def _by_pair(self) -> tuple[Numbers, Floats]:
        keys = self.a * len(self.ordered) + self.b
        order = np.argsort(keys)
        return keys[order], self.scores[order]


def links_between(sentences: Sequence[SentenceRef], *, reader: SentenceReader = Sentences) -> Links:
    """Find sentences of different articles that are alike, by an index of beginnings of words."""
    ordered = tuple(sorted(sentences, key=text_order))
    names = {name: n for n, name in enumerate(dict.fromkeys(map(_article, ordered)))}
    article = np.array([names[_article(ref)] for ref in ordered], dtype=np.int64)
    nothing = np.zeros(0, dtype=np.int64)
    if len(names) < 2:
        return Links(ordered, article, np.zeros(0), nothing, nothing)
    known = reader([ref.text for ref in ordered])
    long = np.array([len(words(ref.text)) >= FEWEST_WORDS for ref in ordered])
    parts: list[tuple[Floats, Numbers, Numbers]] = []
    for start in range(0, len(ordered), CHUNK):
        rows = np.arange(start, min(start + CHUNK, len(ordered)))
        near = known.close(rows, CANDIDATE).tocoo()
        a: Numbers = rows[near.row]
        b: Numbers = near.col.astype(np.int64)
        kept = (a < b) & (article[a] != article[b]) & long[a] & long[b]
        a, b = a[kept], b[kept]
        scores = known.similarity(a, b)
        good = scores >= AVERAGE
        parts.append((scores[good], a[good], b[good]))
    scores, a, b = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((b, a, -scores))
    return Links(ordered, article, scores[order], a[order], b[order])


def without_name_only_links(
    links: Links, assertions: Mapping[SentenceRef, Assertion], *, reader: SentenceReader = Sentences
) -> Links:
    """Drop the links of sentences that share one name and nothing beyond names, titles and "said".

    Another word for the same deed ("approved", "adopted") is no agreement.
    """
    if not len(links.a):
        return links
    of_sentences = [assertions.get(ref) for ref in links.ordered]
    substances = [assertion.substance if assertion else "" for assertion in of_sentences]
    says = np.array([bool(substance) for substance in substances], dtype=bool)
    doubtful = says[links.a] & says[links.b] & (links.scores < NEARLY_THE_SAME)
    doubtful &= reader(substances).similarity(links.a, links.b) < LEAST_BEYOND_NAMES
    for at in np.flatnonzero(doubtful):
        a, b = of_sentences[links.a[at]], of_sentences[links.b[at]]
        doubtful[at] = a is not None and b is not None and _shared(a.names, b.names) <= MOST_NAMES
    kept = ~doubtful
    return Links(links.ordered, links.article, links.scores[kept], links.a[kept], links.b[kept])


def _shared(names: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> int:
    """How many names of either sentence have a word of a name of the other; the lower number."""
    here = sum(any(name & other for other in others) for name in names)
    return min(here, sum(any(name & other for name in names) for other in others))


def _article(ref: SentenceRef) -> tuple[str, str]:
    return ref.source, ref.article
