"""Counts of words and collocations, article by article, as sparse matrices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.words.collocations import among

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Words = tuple[str, ...]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Texts:
    """Articles as sentences of words, and the event each is about ("" or nothing: not known).

    ``pairs`` holds for each sentence the places of words that may form one expression with the
    word after them; nothing: no pairs are looked at.
    """

    name: str
    articles: tuple[tuple[Words, ...], ...]
    events: tuple[str, ...] = ()
    pairs: tuple[tuple[tuple[int, ...], ...], ...] = ()

    def rows(self) -> Iterator[tuple[str, Sequence[Words], Sequence[tuple[int, ...]]]]:
        """Yield the event, the sentences and the places of pairs of every article."""
        events = self.events or ("",) * len(self.articles)
        pairs = self.pairs or ((),) * len(self.articles)
        for event, sentences, places in zip(events, self.articles, pairs, strict=True):
            yield event, sentences, places or ((),) * len(sentences)


@dataclass(frozen=True, slots=True, eq=False)
class TermTable:
    """How often every article uses every term, and in how many sentences.

    The first ``n_words`` terms are words, the others collocations, whose words are the terms
    ``first`` and ``second``. ``sizes`` are the words of each article.
    """

    terms: tuple[str, ...]
    n_words: int
    first: Integers
    second: Integers
    counts: csr_matrix
    sentences: csr_matrix
    owners: tuple[str, ...]
    events: tuple[str, ...]
    sizes: NDArray[np.float64]


def term_table(texts: Sequence[Texts]) -> TermTable:
    """Count the words and collocations of articles."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for each in texts:
        for _, sentences, places in each.rows():
            for sentence, at in zip(sentences, places, strict=True):
                words.update(sentence)
                pairs.update(_pairs(sentence, at))
    units = sorted(each.pair for each in among(pairs, words))
    singles = sorted(words)
    column = {word: number for number, word in enumerate(singles)}
    joined = {pair: number for number, pair in enumerate(units, len(singles))}
    used, inside, owners, events, sizes = [], [], [], [], []
    for each in texts:
        for event, sentences, places in each.rows():
            count: Counter[int] = Counter()
            seen: Counter[int] = Counter()
            for sentence, at in zip(sentences, places, strict=True):
                found = [column[word] for word in sentence]
                found += [joined[pair] for pair in _pairs(sentence, at) if pair in joined]
                count.update(found)
                seen.update(set(found))
            used.append(count)
            inside.append(seen)
            owners.append(each.name)
            events.append(event)
            sizes.append(sum(map(len, sentences)))
    return TermTable(
        terms=(*singles, *(" ".join(pair) for pair in units)),
        n_words=len(singles),
        first=np.array([column[first] for first, _ in units], dtype=np.int64),
        second=np.array([column[second] for _, second in units], dtype=np.int64),
        counts=_sparse(used, len(column) + len(joined)),
        sentences=_sparse(inside, len(column) + len(joined)),
        owners=tuple(owners),
        events=tuple(events),
        sizes=np.array(sizes, dtype=np.float64),
    )


def shared_events(events_a: Sequence[str], events_b: Sequence[str]) -> tuple[str, ...]:
    """Named events that both have an article on, in alphabetical order."""
    return tuple(sorted((set(events_a) & set(events_b)) - {""}))


def _pairs(sentence: Words, places: Sequence[int]) -> list[tuple[str, str]]:
    return [(sentence[at], sentence[at + 1]) for at in places]


def _sparse(rows: Sequence[Mapping[int, int]], n_columns: int) -> csr_matrix:
    from scipy.sparse import csr_matrix

    columns = [column for row in rows for column in sorted(row)]
    values = [float(row[column]) for row in rows for column in sorted(row)]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    made: csr_matrix = csr_matrix((values, columns, starts), shape=(len(rows), n_columns))
    return made
