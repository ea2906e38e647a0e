"""How alike two sentences are, with the sentence embeddings of the semantic extra.

A weighted sum of the agreements of words (:mod:`divergence.instruments.sentence_similarity`) and of
the cosine of whole sentences, which sees paraphrases; words remain for what it does not see, such
as numbers that differ. On the same scale as without the extra.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from divergence.instruments.sentence_similarity import AGREEMENTS, Floats, Sentences, words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ALL_AGREEMENTS = (*AGREEMENTS, "cosine", "cosine squared", "cosine times words")
_DECIMALS = 6


class Vectors(Protocol):
    """Turns texts into unit vectors."""

    fingerprint: str

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row for each text."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Weights of agreements, and the encoder that they were fitted with."""

    encoder: Vectors
    fingerprint: str
    intercept: float
    weights: Floats

    @classmethod
    def read(cls, path: Path, encoder: Vectors) -> Likeness:
        """Read weights that ``python -m divergence.training.semantic.alignment`` wrote."""
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        weights = np.array([stored["weights"][name] for name in ALL_AGREEMENTS])
        return cls(encoder, stored["fingerprint"], stored["intercept"], weights)

    def sentences(self, texts: Sequence[str]) -> EmbeddedSentences:
        """Make sentences ready for comparing."""
        return EmbeddedSentences(texts, self)


class EmbeddedSentences:
    """Sentences with words and vectors, to be used like ``sentence_similarity.Sentences``."""

    def __init__(self, texts: Sequence[str], likeness: Likeness) -> None:
        self._likeness = likeness
        self._words = Sentences(texts)
        self._wordless = np.array([not words(text) for text in texts], dtype=bool)
        # Rounded, so that sums taken in another order on another machine give the same report.
        self._vectors = np.round(likeness.encoder.vectors(texts), _DECIMALS)

    def close(self, rows: NDArray[np.int64], least: float) -> csr_matrix:
        """Cosines of vectors of some sentences with all, where at least ``least``."""
        from scipy.sparse import csr_matrix

        cosines = np.round(self._vectors[rows] @ self._vectors.T, _DECIMALS)
        return csr_matrix(np.where(cosines >= least, cosines, 0.0))

    def agreements(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> Floats:
        """Return ``ALL_AGREEMENTS`` of pairs of sentences, one row for each pair."""
        lexical = self._words.agreements(a, b)
        cosine = np.round((self._vectors[a] * self._vectors[b]).sum(axis=1), _DECIMALS)
        shared = lexical[:, AGREEMENTS.index("words")]
        return np.column_stack([lexical, cosine, cosine * cosine, cosine * shared])

    def similarity(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> Floats:
        """Return the similarity of pairs of sentences, in [0, 1]; 0 where one has no word."""
        agreements = self.agreements(a, b)
        scores = self._likeness.intercept + (agreements * self._likeness.weights).sum(axis=1)
        wordless = self._wordless[a] | self._wordless[b]
        return np.where(wordless, 0.0, np.round(np.clip(scores, 0.0, 1.0), _DECIMALS))
