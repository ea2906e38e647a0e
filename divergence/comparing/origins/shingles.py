"""A text as a stream of numbered words, and its shingles: every few words in a row as one number.

Numbers come from a fixed hash of the word, so that they are the same in every run and every
process. Case, punctuation and white space do not count; digits do.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from divergence.text.normalize import clean_marks
from divergence.text.plain_words import WORD, words_in
from divergence.types import Span

Keys = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Words in a row. Five are rarely the same by chance in two texts of one language, and an editor's
# change of one word breaks only five shingles.
SHINGLE = 5

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """The words of a text in order, as numbers.

    ``parts`` are the pieces of text that the words stand in (sentences, or the whole text) and
    ``bounds`` how many words there are up to the end of each; ``quoted`` tells of every word
    whether it stands between quotation marks.
    """

    words: Keys
    quoted: Flags
    bounds: Places
    parts: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def part_of(self, word: int) -> int:
        """Return the number of the piece that a word stands in."""
        return int(np.searchsorted(self.bounds, word, side="right"))

    def span_of(self, word: int) -> Span:
        """Return where a word stands in its piece."""
        part = self.part_of(word)
        before = int(self.bounds[part - 1]) if part else 0
        return Span(*next(islice(words_in(self.parts[part]), word - before, None)).span())

    def text_of(self, start: int, end: int) -> str:
        """Return the original text of a non-empty run of words, white space folded."""
        first, last = self.part_of(start), self.part_of(end - 1)
        pieces = [*self.parts[first : last + 1]]
        pieces[-1] = pieces[-1][: self.span_of(end - 1).end]
        pieces[0] = pieces[0][self.span_of(start).start :]
        return " ".join(" ".join(pieces).split())


def stream(parts: Sequence[str], quoted: Sequence[Span] = ()) -> Stream:
    """Number the words of a text that comes in pieces."""
    numbers: list[int] = []
    bounds = []
    for text in parts:
        numbers += map(_number, WORD.findall(text))
        bounds.append(len(numbers))
    flags = np.zeros(len(numbers), dtype=np.bool_)
    for start, end in quoted:
        flags[start:end] = True
    words = np.array(numbers, dtype=np.uint64)
    return Stream(words, flags, np.array(bounds, dtype=np.int64), tuple(parts))


def stream_of_text(text: str) -> Stream:
    """Number the words of a plain text; words between paired quotation marks are quoted.

    A mark that is not closed within its paragraph quotes nothing.
    """
    cleaned = clean_marks(text)
    ends = [word.end() for word in words_in(text)]
    quoted = []
    for match in _QUOTED.finditer(cleaned):
        start, end = np.searchsorted(ends, [match.start(), match.end()], side="right")
        quoted.append(Span(int(start), int(end)))
    return stream((text,), quoted)


_QUOTED = re.compile(r'"(?:(?!\n\s*\n)[^"])*"|‘(?:(?!\n\s*\n)[^‘’])*’')


@lru_cache(maxsize=2**18)
def _number(word: str) -> int:
    """Give a word its number: a fixed hash of it in lower case with straight apostrophes."""
    plain = word.lower().replace("’", "'").encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=8).digest(), "little")


def grams(words: Keys, size: int) -> Keys:
    """Return one number for every ``size`` words in a row, in text order."""
    n = len(words) - size + 1
    if n < 1:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(n, dtype=np.uint64)
    for place in range(size):
        total = (total + words[place : place + n]) * _BASE
        total ^= total >> np.uint64(29)
    return total * _MIX


def shingles(text: Stream, size: int = SHINGLE) -> Keys:
    """Return the distinct shingles of a text, sorted."""
    return np.unique(grams(text.words, size))
