"""Input embeddings of a transformer as vectors of words, without running it.

Reads ``model.safetensors`` and ``vocab.txt`` (WordPiece, lower-cased) with numpy alone; a word of
several pieces is their mean. Used in training only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from divergence.counting.tally import Floats

DIMENSIONS = 128
_TENSOR = "embeddings.word_embeddings.weight"


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Vectors of word pieces, centered and reduced to the directions that vary most."""

    pieces: dict[str, int]
    vectors: Floats

    @property
    def size(self) -> int:
        """Number of dimensions."""
        return int(self.vectors.shape[1])

    @classmethod
    def read(cls, folder: Path, words: Iterable[str]) -> Embeddings:
        """Read the matrix and reduce it by what varies among the given words."""
        with (folder / "vocab.txt").open(encoding="utf-8") as lines:
            pieces = {line.rstrip("\n"): number for number, line in enumerate(lines)}
        full = cls(pieces, _matrix(folder / "model.safetensors"))
        sample = np.array(list(full.vectors_of(words).values()))
        center = sample.mean(axis=0)
        _, _, directions = np.linalg.svd(sample - center, full_matrices=False)
        reduced = (full.vectors - center) @ directions[:DIMENSIONS].T
        return cls(pieces, reduced / ((sample - center) @ directions[:DIMENSIONS].T).std())

    def whole_words(self) -> Iterator[str]:
        """Words of the vocabulary that are one piece."""
        return (piece for piece in self.pieces if piece.isalpha() and piece.isascii())

    def vectors_of(self, words: Iterable[str]) -> dict[str, Floats]:
        """Vectors of those words that can be put together from pieces."""
        return {
            word: vector for word in sorted(set(words)) if (vector := self.vector(word)) is not None
        }

    def vector(self, word: str) -> Floats | None:
        """Mean vector of a word's pieces, or None where it cannot be put together from pieces."""
        numbers = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next(
                (e for e in range(len(word), start, -1) if mark + word[start:e] in self.pieces), 0
            )
            if not end:
                return None
            numbers.append(self.pieces[mark + word[start:end]])
            start = end
        return self.vectors[numbers].mean(axis=0) if numbers else None


def _matrix(path: Path) -> Floats:
    """One tensor of a safetensors file: a length, a JSON header, then raw numbers."""
    with path.open("rb") as stream:
        header = json.loads(stream.read(int.from_bytes(stream.read(8), "little")))
        entry = header[_TENSOR]
        base = stream.tell()
        start, end = entry["data_offsets"]
        stream.seek(base + start)
        numbers = np.frombuffer(stream.read(end - start), dtype=np.float32)
    return numbers.reshape(entry["shape"]).astype(np.float64)
