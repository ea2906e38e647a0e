"""How alike two sentences are: shared words, weighed by how rare they are, and numbers.

A weighted sum of five agreements of two sentences. Word beginnings of four letters stand in for
stems ("Ukraine", "Ukrainian"); rarity comes from the background library, so that the similarity of
two sentences does not depend on what else is compared. The weights were fitted on sentence pairs
that people had scored (``python -m divergence.training.alignment``). Character n-grams, names,
pairs of neighboring words and the share of the shorter sentence were tried and added next to
nothing.

References
----------
Agirre, E., et al. (2012). SemEval-2012 Task 6: a pilot on semantic textual similarity. *SEM.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from divergence.instruments.background_counts import background, beginnings, information
from divergence.text.figures.wordings.number_expressions import number_at

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
BEGINNING = 4
AGREEMENTS = ("beginnings", "squared", "words", "conflict", "length")
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:'[^\W\d_]+)?")
_JOINING = frozenset(" -‐‑")


def similarity(pairs: Iterable[tuple[str, str]]) -> Floats:
    """Say how alike the sentences of each pair are; knows no synonyms, nor who did what to whom."""
    texts = [text for pair in pairs for text in pair]
    known = Sentences(texts)
    first = np.arange(0, len(texts), 2)
    return known.similarity(first, first + 1)


class Sentences:
    """Sentences made ready for comparing any of them with any other."""

    def __init__(self, texts: Sequence[str]) -> None:
        split = [words(text) for text in texts]
        begun = [[word[:BEGINNING] for word in sentence] for sentence in split]
        numbers = [[word for word in sentence if word[0].isdigit()] for sentence in split]
        known, begun_known = background().counts, beginnings(BEGINNING)
        self._words = _unit(_matrix(split, lambda word: information(known.get(word, 0))))
        self._beginnings = _unit(
            _matrix(begun, lambda start: information(begun_known.get(start, 0)))
        )
        self._numbers = _matrix(numbers, lambda _: 1.0)
        self._length = np.array([len(sentence) for sentence in split], dtype=np.float64)

    def close(self, rows: NDArray[np.int64], least: float) -> csr_matrix:
        """Cosines of word beginnings of some sentences with all, where at least ``least``."""
        cosines = (self._beginnings[rows] @ self._beginnings.T).tocsr()
        cosines.data[cosines.data < least] = 0.0
        cosines.eliminate_zeros()
        return cosines

    def agreements(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> Floats:
        """Return the five agreements of pairs of sentences, one row for each pair.

        "conflict" is 1 where each sentence has a number that the other lacks; "length" is the
        shorter length over the longer.
        """
        cosine = _dot(self._beginnings, a, b)
        numbers = _dot(self._numbers, a, b)
        n_numbers = np.asarray(self._numbers.sum(axis=1)).ravel()
        conflict = (numbers < n_numbers[a]) & (numbers < n_numbers[b])
        shorter = np.minimum(self._length[a], self._length[b])
        longer = np.maximum(self._length[a], self._length[b])
        return np.column_stack(
            [
                cosine,
                cosine * cosine,
                _dot(self._words, a, b),
                conflict.astype(np.float64),
                _share(shorter, longer),
            ]
        )

    def similarity(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> Floats:
        """Return the similarity of pairs of sentences, in [0, 1]."""
        intercept, weights = _weights()
        scores = np.clip(intercept + (self.agreements(a, b) * weights).sum(axis=1), 0.0, 1.0)
        wordless = (self._length[a] == 0) | (self._length[b] == 0)
        return np.where(wordless, 0.0, np.round(scores, 9))


def words(text: str) -> list[str]:
    """Cut a sentence into lower-cased words and numbers; numbers in words become digits."""
    lowered = text.lower().replace("’", "'")
    parts: list[str] = []
    end = 0
    for match in _WORD.finditer(lowered):
        if parts and not set(lowered[end : match.start()]) <= _JOINING:
            parts.append("")  # Numbers do not reach over a comma.
        parts.append(match.group().removesuffix("'s"))
        end = match.end()
    return list(_numbered(parts))


def _numbered(parts: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(parts):
        part = parts[place]
        number = number_at(parts, place, len(parts)) if part else None
        if number is not None:
            yield f"{number.low:.15g}"
        elif part:
            yield "1" if part == "one" else part.replace(",", "")
        place = number.tokens.end if number is not None else place + 1


@cache
def _weights() -> tuple[float, Floats]:
    path = files("divergence.weights").joinpath("alignment", "weights.json")
    stored = json.loads(path.read_text(encoding="utf-8"))
    return stored["intercept"], np.array([stored["weights"][name] for name in AGREEMENTS])


def _matrix(rows: Sequence[Sequence[Any]], weigh: Callable[[Any], float]) -> csr_matrix:
    """Sentences by terms; each term once, with its weight. Columns in order of appearance."""
    from scipy.sparse import csr_matrix

    column: dict[Any, int] = {}
    weights: list[float] = []
    places: list[int] = []
    starts = [0]
    for row in rows:
        for term in dict.fromkeys(row):
            if term not in column:
                column[term] = len(column)
                weights.append(weigh(term))
            places.append(column[term])
        starts.append(len(places))
    data = np.array(weights, dtype=np.float64)[np.array(places, dtype=np.int64)]
    return csr_matrix((data, places, starts), shape=(len(rows), max(len(column), 1)))


def _unit(matrix: csr_matrix) -> csr_matrix:
    from scipy.sparse import diags

    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (diags(_share(np.ones_like(norms), norms)) @ matrix).tocsr()


def _dot(matrix: csr_matrix, a: NDArray[np.int64], b: NDArray[np.int64]) -> Floats:
    return np.asarray(matrix[a].multiply(matrix[b]).sum(axis=1)).ravel()


def _share(part: Floats, whole: Floats) -> Floats:
    """Divide, 0 where there is nothing to share."""
    return np.divide(part, whole, out=np.zeros_like(part, dtype=np.float64), where=whole > 0)
