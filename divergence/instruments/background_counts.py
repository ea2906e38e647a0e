"""How common a word is in news at large: counts of a library of 4,000 articles.

``divergence/weights/background/MODEL_CARD.md`` says which library, and
``python -m divergence.training.background`` rebuilds the counts.
"""

from __future__ import annotations

import gzip
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of lower-cased words, the number of all words counted, and the least count listed."""

    counts: Mapping[str, int]
    total: int
    least: int

    def share(self, word: str) -> float:
        """Share of a word among all words; an unlisted word counts as half the least count."""
        return self.counts.get(word, self.least / 2) / self.total


@cache
def background() -> Background:
    """Load the counts that ship in the package, once."""
    packed = files("divergence.weights").joinpath("background", "words.tsv.gz").read_bytes()
    counts: dict[str, int] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        word, count = line.split("\t")
        counts[word] = int(count)
    total = counts.pop("#")
    return Background(counts, total, min(counts.values()))


@cache
def beginnings(length: int) -> Mapping[str, int]:
    """Counts of the first letters of words."""
    counts: Counter[str] = Counter()
    for word, count in background().counts.items():
        counts[word[:length]] += count
    return counts


def information(count: float) -> float:
    """Surprise of something seen ``count`` times in the background, in nats."""
    known = background()
    return math.log((known.total + known.least) / (count + known.least))
