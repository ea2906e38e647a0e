"""How many independent origins stand behind sentences of several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from divergence.comparing.origins.shared_passages import LEAST
from divergence.comparing.origins.shingles import Keys, Stream, grams
from divergence.digesting.quotable import SentenceRef

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class OriginCounter:
    """Origins and words of articles, by source and id."""

    origin: Mapping[Key, int]
    streams: Mapping[Key, Stream]

    def count(self, refs: Sequence[SentenceRef]) -> int:
        """Count the independent origins of sentences."""
        first: dict[int, int] = {}
        joined = list(range(len(refs)))
        for number, ref in enumerate(refs):
            origin = self.origin.get((ref.source, ref.article), -1 - number)
            joined[number] = first.setdefault(origin, number)
        if len(set(joined)) > 1:
            self._join_by_words(refs, joined)
        return len(set(joined))

    def _join_by_words(self, refs: Sequence[SentenceRef], joined: list[int]) -> None:
        holder: dict[int, int] = {}
        lengths = []
        for number, ref in enumerate(refs):
            keys, length = self._own_words(ref)
            lengths.append(length)
            shared = Counter(holder.setdefault(key, number) for key in np.unique(keys).tolist())
            for other, n in sorted(shared.items()):
                enough = 2 * (n + LEAST - 1) >= min(lengths[other], length)
                if other != number and enough:
                    old, new = joined[number], joined[other]
                    joined[:] = [new if origin == old else origin for origin in joined]

    def _own_words(self, ref: SentenceRef) -> tuple[Keys, int]:
        """Runs of eight words of a sentence without a quoted one, and its number of words."""
        words = self.streams.get((ref.source, ref.article))
        if words is None or ref.sentence >= len(words.bounds):
            return np.zeros(0, dtype=np.uint64), 0
        start = int(words.bounds[ref.sentence - 1]) if ref.sentence else 0
        end = int(words.bounds[ref.sentence])
        keys = grams(words.words[start:end], LEAST)
        quoted = np.concatenate([[0], np.cumsum(words.quoted[start:end])])
        return keys[quoted[LEAST:] == quoted[:-LEAST]] if len(keys) else keys, end - start
