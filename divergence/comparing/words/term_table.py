"""How often each article uses every word and collocation: what key terms are found in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.words.collocations import counted_collocations
from divergence.comparing.words.party_texts import Texts, Words
from divergence.counting.tally import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Integers = NDArray[np.int64]


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
    sizes: Floats


def term_table(texts: Sequence[Texts]) -> TermTable:
    """Count the words and collocations of articles."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for party in texts:
        for _, sentences, places in party.rows():
            for sentence, at in zip(sentences, places, strict=True):
                words.update(sentence)
                pairs.update(_pairs(sentence, at))
    units = sorted(party.pair for party in counted_collocations(pairs, words))
    singles = sorted(words)
    column = {word: number for number, word in enumerate(singles)}
    paired = {pair: number for number, pair in enumerate(units, len(singles))}
    used, inside, owners, events, sizes = [], [], [], [], []
    for party in texts:
        for event, sentences, places in party.rows():
            count: Counter[int] = Counter()
            seen: Counter[int] = Counter()
            for sentence, at in zip(sentences, places, strict=True):
                numbers = [column[word] for word in sentence]
                numbers += [paired[pair] for pair in _pairs(sentence, at) if pair in paired]
                count.update(numbers)
                seen.update(set(numbers))
            used.append(count)
            inside.append(seen)
            owners.append(party.name)
            events.append(event)
            sizes.append(sum(map(len, sentences)))
    return TermTable(
        terms=(*singles, *(" ".join(pair) for pair in units)),
        n_words=len(singles),
        first=np.array([column[first] for first, _ in units], dtype=np.int64),
        second=np.array([column[second] for _, second in units], dtype=np.int64),
        counts=_sparse(used, len(column) + len(paired)),
        sentences=_sparse(inside, len(column) + len(paired)),
        owners=tuple(owners),
        events=tuple(events),
        sizes=np.array(sizes, dtype=np.float64),
    )


def _pairs(sentence: Words, places: Sequence[int]) -> list[tuple[str, str]]:
    return [(sentence[at], sentence[at + 1]) for at in places]


def _sparse(rows: Sequence[Mapping[int, int]], n_columns: int) -> csr_matrix:
    from scipy.sparse import csr_matrix

    columns = [column for row in rows for column in sorted(row)]
    values = [float(row[column]) for row in rows for column in sorted(row)]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    made: csr_matrix = csr_matrix((values, columns, starts), shape=(len(rows), n_columns))
    return made
