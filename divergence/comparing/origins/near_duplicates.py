"""Which texts are copies of each other: the same text, an edited one, or a part of a longer one.

MinHash with locality-sensitive hashing proposes pairs of texts that are alike as wholes, an
inverted index of shingles proposes pairs of which one may only hold the other. Every proposed pair
is then compared exactly, because a sketch is an estimate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.origins.shingles import Keys, shingles, stream

__all__ = ["Copies", "Overlap", "find_copies"]


# Broder and others clustered the web at a resemblance of one half. With shingles of five words,
# two texts of one length reach it where an editor changed every thirteenth word.
RESEMBLANCE = 0.5
# A brief of which four fifths stand in a longer text adds next to nothing of its own.
CONTAINMENT = 0.8
# Shorter texts share most shingles by chance of having few.
FEWEST = 20
# Shingles in common that make two texts worth comparing: 12 words in a row, or two short passages.
COMMON = 8
# A shingle in more texts than this joins each to the next only, not all with all.
CROWD = 24
PERMUTATIONS, SEED = 128, 1
# Bands and rows of the index: two texts of resemblance s are proposed with probability
# 1 - (1 - s**4)**32, that is 0.87 at one half and 0.99 at six tenths.
BANDS, ROWS = 32, 4


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many shingles two texts share, and how many each has; ``a`` and ``b`` are indices."""

    a: int
    b: int
    shared: int
    n_a: int
    n_b: int

    @property
    def resemblance(self) -> float:
        """Jaccard index of both sets of shingles, 0 to 1."""
        return self.shared / (self.n_a + self.n_b - self.shared)

    @property
    def containment(self) -> float:
        """Share of the shorter text's shingles that the other has too, 0 to 1."""
        return self.shared / min(self.n_a, self.n_b)


@dataclass(frozen=True, slots=True)
class Copies:
    """Groups of copies, and pairs of texts outside one group that overlap all the same.

    ``groups`` are sorted indices of two or more texts each. ``within`` gives, for a text that is
    part of a longer one, that longer text.
    """

    groups: tuple[tuple[int, ...], ...]
    within: dict[int, int]
    overlaps: tuple[Overlap, ...]


def find_copies(
    texts: Sequence[str],
    *,
    resemblance: float = RESEMBLANCE,
    containment: float = CONTAINMENT,
) -> tuple[tuple[int, ...], ...]:
    """Group texts that are copies of each other, edited a little or cut.

    Parameters
    ----------
    texts : sequence of str
        Any texts.
    resemblance : float, optional
        Share of all five-word shingles of two texts that both must have, 0 to 1.
    containment : float, optional
        Share of the shorter text's shingles that make it a part of the longer one, 0 to 1.

    Returns
    -------
    tuple of tuple of int
        Indices of the texts of every group of two or more, sorted; the same groups for any order.

    Notes
    -----
    Texts of fewer than 24 words are only grouped where they are equal word for word, and texts
    of fewer than five words never. A text that stands in two others joins the one that it is more
    like, so that a brief does not make one group of two reports that share nothing else. Translated
    and rewritten copies are not found. Two reports that consist of one long quotation are grouped.

    References
    ----------
    Broder 1997, On the resemblance and containment of documents; Leskovec, Rajaraman and Ullman,
    Mining of Massive Datasets, chapter 3.

    Examples
    --------
    >>> wire = (
    ...     "The bridge over the river was closed on Monday after a barge hit one of its piers, "
    ...     "the harbor office said. Nobody was hurt. Engineers will look at the pier on Tuesday "
    ...     "and decide whether trains may cross."
    ... )
    >>> other = "Trains stopped on Monday because a ship ran into the old railway bridge. " * 3
    >>> find_copies([wire, other, wire.replace("Nobody was hurt. ", "")])
    ((0, 2),)
    """
    grouped = copies(
        [shingles(stream((text,))) for text in texts],
        resemblance=resemblance,
        containment=containment,
    )
    return grouped.groups


def copies(
    sets: Sequence[Keys], *, resemblance: float = RESEMBLANCE, containment: float = CONTAINMENT
) -> Copies:
    """Find copies among sets of shingles."""
    same: dict[bytes, list[int]] = {}
    for number, keys in enumerate(sets):
        if len(keys):
            same.setdefault(keys.tobytes(), []).append(number)
    # In the order of what is written, so that ties fall the same way in every order of texts.
    firsts = [same[key][0] for key in sorted(same)]
    unique = [sets[number] for number in firsts]
    parent = list(range(len(unique)))
    loose: list[Overlap] = []
    for a, b in candidates(unique):
        if _root(parent, a) == _root(parent, b):
            continue
        overlap = compare_exactly(unique, a, b)
        long = min(overlap.n_a, overlap.n_b) >= FEWEST
        if long and overlap.resemblance >= resemblance:
            parent[max(_root(parent, a), _root(parent, b))] = min(
                _root(parent, a), _root(parent, b)
            )
        elif overlap.shared >= COMMON:
            loose.append(overlap)
    loose = [o for o in loose if _root(parent, o.a) != _root(parent, o.b)]
    within = _attach(parent, loose, unique, containment)
    groups: dict[int, list[int]] = {}
    for place in range(len(firsts)):
        groups.setdefault(_root(parent, place), []).extend(same[unique[place].tobytes()])
    return Copies(
        groups=tuple(sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)),
        within={
            member: firsts[holder]
            for part, holder in within.items()
            for member in same[unique[part].tobytes()]
        },
        overlaps=tuple(
            _in_order(Overlap(firsts[o.a], firsts[o.b], o.shared, o.n_a, o.n_b))
            for o in loose
            if _root(parent, o.a) != _root(parent, o.b)
        ),
    )


def compare_exactly(sets: Sequence[Keys], a: int, b: int) -> Overlap:
    """Count the shingles that two of several texts share."""
    shared = len(np.intersect1d(sets[a], sets[b], assume_unique=True))
    return Overlap(a, b, shared, len(sets[a]), len(sets[b]))


def candidates(sets: Sequence[Keys]) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts that may share text, each once, sorted."""
    if len(sets) < 2:
        return
    pairs = np.unique(np.concatenate([_alike(sets), _overlapping(sets)]), axis=0)
    yield from map(tuple, pairs.tolist())


def _alike(sets: Sequence[Keys]) -> NDArray[np.int64]:
    """Pairs of texts that fall into one bucket of the sketches' index."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    blank = MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=int)
    pairs: list[tuple[int, int]] = []
    for number, keys in enumerate(sets):
        if len(keys) < FEWEST:
            continue
        sketch = blank.copy()
        sketch.update_batch((keys >> np.uint64(32)).tolist())
        pairs += ((other, number) for other in index.query(sketch))
        index.insert(number, sketch, check_duplication=False)
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _overlapping(sets: Sequence[Keys]) -> NDArray[np.int64]:
    """Pairs of texts with several shingles in common, by an inverted index."""
    owner = np.repeat(np.arange(len(sets), dtype=np.int64), [len(keys) for keys in sets])
    keys = np.concatenate([*sets, np.zeros(0, dtype=np.uint64)])
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    heads = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else keys[:0]
    sizes = np.diff(np.append(heads, len(keys)))
    size_of = np.repeat(sizes, sizes)
    left_of = np.repeat(np.append(heads, len(keys))[1:], sizes) - np.arange(len(keys)) - 1
    n = len(sets)
    pairs = []
    for step in range(1, CROWD):
        kept = np.flatnonzero((left_of >= step) & ((size_of <= CROWD) | (step == 1)))
        if len(kept):
            pairs.append(owner[kept] * n + owner[kept + step])
    codes, counts = np.unique(np.concatenate([*pairs, owner[:0]]), return_counts=True)
    codes = codes[counts >= COMMON]
    return np.stack([codes // n, codes % n], axis=1)


def _attach(
    parent: list[int], loose: Sequence[Overlap], sets: Sequence[Keys], containment: float
) -> dict[int, int]:
    """Join every text that is part of a longer one with the one that it is most like.

    A page of several texts that share nothing joins the longest only, and does not tie them.
    """
    best: dict[int, tuple[float, float, int]] = {}
    for overlap in loose:
        if overlap.containment < containment or min(overlap.n_a, overlap.n_b) < FEWEST:
            continue
        a, b = overlap.a, overlap.b
        part, holder = (a, b) if overlap.n_a <= overlap.n_b else (b, a)
        mine = (-overlap.containment, -overlap.resemblance, holder)
        best[part] = min(best.get(part, mine), mine)
    # Groups as they are before any part is joined.
    root = [_root(parent, number) for number in range(len(parent))]
    held: dict[int, tuple[float, float, int, int]] = {}
    for part, mine in best.items():
        held[root[part]] = min(held.get(root[part], (*mine, part)), (*mine, part))
    joined: dict[int, int] = {}
    parts_of: dict[int, list[int]] = {}
    longest_first = sorted(held.items(), key=lambda item: (-len(sets[item[1][3]]), item[0]))
    for group, (_, _, holder, part) in longest_first:
        beside = parts_of.setdefault(root[holder], [])
        alike = (
            compare_exactly(sets, part, other).containment >= containment / 2 for other in beside
        )
        above, own = _root(parent, holder), _root(parent, group)
        if above != own and (not beside or any(alike)):
            parent[own] = above
            joined[part] = holder
            beside.append(part)
    return joined


def _in_order(overlap: Overlap) -> Overlap:
    if overlap.a < overlap.b:
        return overlap
    return Overlap(overlap.b, overlap.a, overlap.shared, overlap.n_b, overlap.n_a)


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
