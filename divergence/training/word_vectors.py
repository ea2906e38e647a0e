"""Vectors of words from unlabelled articles: words that are used alike get vectors alike.

Positive pointwise mutual information with the words within four places, then a truncated singular
value decomposition. Used in training only; no vector is shipped.

References
----------
Levy, Goldberg and Dagan (2015). Improving distributional similarity with lessons learned from word
embeddings. TACL 3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from divergence.counting.tally import Floats

N_WORDS = 25_000
LEAST = 5
DIMENSIONS = 100
# Weight of a neighbor by its distance.
NEAR = {1: 1.0, 2: 0.75, 3: 0.5, 4: 0.25}
SMOOTHING = 0.75
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|n't|'[a-z]+")


def word_vectors(texts: Iterable[str], *, seed: int = 0) -> dict[str, Floats]:
    """Return vectors of unit length for the frequent words of texts."""
    documents = [_WORD.findall(text.lower().replace("’", "'")) for text in texts]
    counts = Counter(word for document in documents for word in document)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:N_WORDS]
    words = [word for word, count in ranked if count >= LEAST]
    place = {word: number for number, word in enumerate(words)}
    gap = [-1] * max(NEAR)
    stream = np.array(
        [n for document in documents for n in [*(place.get(w, -1) for w in document), *gap]]
    )
    vectors = _decompose(_information(stream, len(words)), seed)
    return dict(zip(words, vectors, strict=True))


def _information(stream: NDArray[np.int64], size: int) -> sparse.csr_matrix:
    together = sparse.csr_matrix((size, size))
    for distance, weight in NEAR.items():
        first, second = stream[:-distance], stream[distance:]
        known = (first >= 0) & (second >= 0)
        weights = np.full(int(known.sum()), weight)
        together = together + sparse.csr_matrix(
            (weights, (first[known], second[known])), (size, size)
        )
    pairs = sparse.coo_matrix(together + together.T)
    totals = np.bincount(pairs.row, pairs.data, minlength=size)
    smooth = totals**SMOOTHING
    information = np.log(pairs.data * smooth.sum() / (totals[pairs.row] * smooth[pairs.col]))
    kept = information > 0
    return sparse.csr_matrix((information[kept], (pairs.row[kept], pairs.col[kept])), (size, size))


def _decompose(matrix: sparse.csr_matrix, seed: int) -> Floats:
    from sklearn.utils.extmath import randomized_svd

    size = min(DIMENSIONS, matrix.shape[0])
    left, values, _ = randomized_svd(matrix, size, n_iter=3, random_state=seed)
    vectors = left * np.sqrt(values)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))
