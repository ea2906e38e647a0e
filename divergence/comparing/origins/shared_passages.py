"""Passages that two texts have in common, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from divergence.comparing.origins.shingles import Flags, Keys, Places, Stream, grams, stream_of_text
from divergence.types import Span

__all__ = ["Passage", "shared_passages"]


# Words in a row that count as a passage: fewer are easily a set phrase or a name with its title.
# Quoted words are somebody's own, so that fewer will do.
LEAST, LEAST_QUOTED = 8, 5
# Of a phrase that a text repeats, only the first places are looked at: time stays linear.
_REPEATS = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that two texts share: character spans in both, and whether both quote it."""

    text: str
    a: Span
    b: Span
    n_words: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A common run: where it starts in either stream of words, its length, whether both quote."""

    a: int
    b: int
    n: int
    quoted: bool


def shared_passages(
    a: str, b: str, *, least: int = LEAST, least_quoted: int = LEAST_QUOTED
) -> tuple[Passage, ...]:
    """Return the passages that two texts have in common, longest first.

    Parameters
    ----------
    a, b : str
        Any texts.
    least : int, optional
        Fewest words in a row that count.
    least_quoted : int, optional
        Fewest words in a row that count where both texts have them between quotation marks.

    Returns
    -------
    tuple of Passage
        ``text`` as ``a`` writes it. Case, punctuation and white space may differ. No word is in
        two passages. The same passages for ``shared_passages(b, a)``.

    Notes
    -----
    Word for word only: a paraphrase is not found. The longest run is taken first and the rest must
    do without its words (greedy string tiling), which need not cover the most words overall. A set
    phrase ("the president of the United States of America") passes for a passage. Only the first
    four places of a phrase that a text repeats are looked at.

    References
    ----------
    Wise 1993, String Similarity via Greedy String Tiling and Running Karp-Rabin Matching; Clough,
    Gaizauskas, Piao and Wilks 2002, METER: MEasuring TExt Reuse.

    Examples
    --------
    >>> a = "Officials said the bridge over the river was closed on Monday after the flood."
    >>> b = "The bridge over the river was closed on Monday, the mayor wrote."
    >>> [passage.text for passage in shared_passages(a, b)]
    ['the bridge over the river was closed on Monday']
    """
    first, second = stream_of_text(a), stream_of_text(b)
    passages = []
    for run in runs(first, second, least=least, least_quoted=least_quoted):
        places = [
            Span(words.span_of(at).start, words.span_of(at + run.n - 1).end)
            for words, at in ((first, run.a), (second, run.b))
        ]
        text = " ".join(a[places[0].start : places[0].end].split())
        passages.append(Passage(text, places[0], places[1], run.n, run.quoted))
    return tuple(passages)


def runs(
    a: Stream, b: Stream, *, least: int = LEAST, least_quoted: int = LEAST_QUOTED
) -> tuple[SharedRun, ...]:
    """Return the runs of words that two streams share, longest first, none overlapping another."""
    if a.words.tobytes() > b.words.tobytes():
        return tuple(
            SharedRun(run.b, run.a, run.n, run.quoted)
            for run in runs(b, a, least=least, least_quoted=least_quoted)
        )
    seed = max(1, min(least, least_quoted))
    free_a, free_b = np.ones(len(a), dtype=np.bool_), np.ones(len(b), dtype=np.bool_)
    common: list[SharedRun] = []
    for at, other, n in _maximal(a, b, seed):
        for place, length in _stretches(free_a[at : at + n] & free_b[other : other + n]):
            i, j = at + place, other + place
            both = a.quoted[i : i + length] & b.quoted[j : j + length]
            kept = [(0, length)] if length >= least else list(_stretches(both))
            for skip, size in kept:
                if length < least and size < least_quoted:
                    continue
                quoted = bool(both[skip : skip + size].all())
                common.append(SharedRun(i + skip, j + skip, size, quoted))
                free_a[i + skip : i + skip + size] = False
                free_b[j + skip : j + skip + size] = False
    return tuple(sorted(common, key=lambda run: (-run.n, run.a, run.b)))


def _maximal(a: Stream, b: Stream, seed: int) -> list[tuple[int, int, int]]:
    """Runs of at least ``seed`` common words that cannot be made longer, longest first."""
    first, second = _occurrences(grams(a.words, seed)), _occurrences(grams(b.words, seed))
    lefts, rights = [], []
    for left in first:
        for right in second:
            _, i, j = np.intersect1d(left[0], right[0], assume_unique=True, return_indices=True)
            lefts.append(left[1][i])
            rights.append(right[1][j])
    at = np.concatenate([*lefts, np.zeros(0, dtype=np.int64)])
    other = np.concatenate([*rights, np.zeros(0, dtype=np.int64)])
    order = np.lexsort((at, at - other))
    at, other = at[order], other[order]
    new = np.ones(len(at), dtype=np.bool_)
    new[1:] = (np.diff(at) != 1) | (np.diff(other) != 1)
    heads = np.flatnonzero(new)
    lengths = np.diff(np.append(heads, len(at))) + seed - 1
    maximal = zip(at[heads].tolist(), other[heads].tolist(), lengths.tolist(), strict=True)
    return sorted(maximal, key=lambda run: (-run[2], run[0], run[1]))


def _occurrences(keys: Keys) -> list[tuple[Keys, Places]]:
    """List the distinct keys with their first places, then with their second ones, and so on."""
    order = np.argsort(keys, kind="stable").astype(np.int64)
    ranked = keys[order]
    new = np.ones(len(ranked), dtype=np.bool_)
    new[1:] = ranked[1:] != ranked[:-1]
    heads = np.flatnonzero(new)
    turn = np.arange(len(ranked)) - np.repeat(heads, np.diff(np.append(heads, len(ranked))))
    turns = []
    for number in range(min(_REPEATS, int(turn.max(initial=-1)) + 1)):
        here = turn == number
        turns.append((ranked[here], order[here]))
    return turns


def _stretches(flags: Flags) -> Iterator[tuple[int, int]]:
    """Yield where unbroken stretches of true begin, and their lengths."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    for start, end in edges.reshape(-1, 2).tolist():
        yield start, end - start
