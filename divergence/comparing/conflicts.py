"""Conflicts: where articles on one event tell one matter differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from divergence.comparing.judging import Difference, Told, judge
from divergence.comparing.links import Links
from divergence.comparing.results import (
    Aspect,
    Conflict,
    LedgerEntry,
    LedgerFigure,
    SentenceRef,
    Version,
)

# Of some 70 conflicts between articles of the BASIL corpus, read by eye, hardly any below this was
# one.
LEAST = 0.45
# In one event at most so many pairs of sentences, the most alike, and of one ledger entry so many
# figures that are told differently.
MOST_PAIRS, MOST_FIGURES = 20_000, 12

Pair = tuple[SentenceRef, SentenceRef]


def conflicts(
    links: Links,
    told: Mapping[SentenceRef, Told],
    *,
    event: str = "",
    ledger: Sequence[LedgerEntry] = (),
    least: float = LEAST,
) -> tuple[Conflict, ...]:
    """Find what articles on one event tell differently.

    Parameters
    ----------
    links : Links
        Sentences that are alike, as :func:`divergence.comparing.links.links_between` gives them.
    told : mapping of SentenceRef to Told
        How each sentence tells; others are left out.
    event : str, optional
        Name of the event.
    ledger : sequence of LedgerEntry, optional
        Figures of the event that count the same thing: their sentences are compared as well.
    least : float, optional
        Conflicts of less confidence, in [0, 1], are left out.

    Returns
    -------
    tuple of Conflict
        The surest first. Only sentences of different sources are compared, those that are each
        other's best match. Versions stand in the order of their sentences; the confidence is the
        mean over the pairs of sentences that conflict (see
        :func:`divergence.comparing.judging.judge`).

    Notes
    -----
    A conflict is something to read, not an error of either side: accounts of different hours, of
    different parts of an event or of different speakers differ rightly.
    """
    tied = _tied(ledger, told)
    linked = [pair for pair in _linked(links, told) if frozenset(pair) not in tied]
    firm = [pair for pair in tied.values() if pair]
    judged = [
        *zip(linked, judge([(told[a], told[b]) for a, b in linked]), strict=True),
        *zip(firm, judge([(told[a], told[b]) for a, b in firm], tied=True), strict=True),
    ]
    found: dict[Aspect, list[tuple[Pair, Difference]]] = {}
    for pair, one in judged:
        for difference in one.differences:
            if difference.confidence >= least:
                found.setdefault(difference.aspect, []).append((pair, difference))
    made = [each for aspect, rows in found.items() for each in _joined(event, aspect, rows)]
    return tuple(sorted(made, key=_rank))


def _linked(links: Links, told: Mapping[SentenceRef, Told]) -> list[Pair]:
    pairs = []
    for place in np.flatnonzero(links.mutual):
        a, b = links.ordered[links.a[place]], links.ordered[links.b[place]]
        if a.source != b.source and a.text != b.text and a in told and b in told:
            pairs.append((a, b))
        if len(pairs) == MOST_PAIRS:
            break
    return pairs


def _tied(
    ledger: Iterable[LedgerEntry], told: Mapping[SentenceRef, Told]
) -> dict[frozenset[SentenceRef], Pair]:
    """Sentences of figures that count the same thing, one for each way of telling it."""
    found: dict[frozenset[SentenceRef], Pair] = {}
    for entry in ledger:
        ways: dict[tuple[object, ...], LedgerFigure] = {}
        for figure in entry.figures:
            way = (figure.at.source, figure.low, figure.high, figure.window, figure.place)
            ways.setdefault((*way, figure.claimant), figure)
        for a, b in combinations(list(ways.values())[:MOST_FIGURES], 2):
            if a.at.source != b.at.source and a.at in told and b.at in told:
                found.setdefault(frozenset((a.at, b.at)), (a.at, b.at))
    return found


def _joined(event: str, aspect: Aspect, rows: Sequence[tuple[Pair, Difference]]) -> list[Conflict]:
    """Join pairs that have a sentence in common into one conflict of several versions."""
    group_of: dict[SentenceRef, int] = {}
    groups: dict[int, list[tuple[Pair, Difference]]] = {}
    for number, row in enumerate(rows):
        known = sorted({group_of[ref] for ref in row[0] if ref in group_of})
        into = known[0] if known else number
        groups.setdefault(into, []).append(row)
        for other in known[1:]:
            groups[into] += groups.pop(other)
        for pair, _ in groups[into]:
            group_of.update(dict.fromkeys(pair, into))
    return [_conflict(event, aspect, group) for group in groups.values()]


def _conflict(event: str, aspect: Aspect, rows: Sequence[tuple[Pair, Difference]]) -> Conflict:
    words: dict[SentenceRef, str] = {}
    for (a, b), difference in sorted(rows, key=lambda row: -row[1].confidence):
        words.setdefault(a, difference.words)
        words.setdefault(b, difference.other)
    versions: dict[str, tuple[str, list[SentenceRef]]] = {}
    for ref in sorted(words, key=_place):
        said = versions.setdefault(words[ref].casefold(), (words[ref], []))
        said[1].append(ref)
    mean = sum(difference.confidence for _, difference in rows) / len(rows)
    return Conflict(
        event,
        aspect,
        tuple(Version(said, tuple(refs)) for said, refs in versions.values()),
        round(mean, 3),
    )


def _place(ref: SentenceRef) -> tuple[str, str, int]:
    return ref.source, ref.article, ref.sentence


def _rank(one: Conflict) -> tuple[object, ...]:
    return -one.confidence, _place(one.versions[0].sentences[0]), one.aspect
