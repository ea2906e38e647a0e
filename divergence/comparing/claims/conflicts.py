"""Conflicts: where articles on one event tell one matter differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from divergence.comparing.claims.claim_results import Aspect, Conflict, LedgerEntry, Version
from divergence.comparing.claims.figure_conflicts import Figures, side_by_side, told_apart
from divergence.comparing.claims.sentence_judgment import Difference, Told, judge
from divergence.comparing.claims.sentence_links import Links
from divergence.digesting.quotable import SentenceRef
from divergence.phrases.saying import Words

# Of what lay below between articles of the BASIL corpus, read by eye, hardly any was a conflict.
LEAST = 0.45
# In one event at most so many pairs of sentences, the most alike.
MOST_PAIRS = 20_000

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

    A conflict is something to read, not an error of either side: accounts of different hours, of
    different parts of an event or of different speakers differ rightly.
    """
    firm = side_by_side(ledger, told)
    tied = {frozenset((a.at, b.at)) for a, b in firm}
    linked = [pair for pair in _linked(links, told) if frozenset(pair) not in tied]
    found: dict[Aspect, list[tuple[Pair, Difference]]] = {}
    for pair, difference in (*_of_sentences(linked, told), *_of_figures(firm, told)):
        if difference.confidence >= least:
            found.setdefault(difference.aspect, []).append((pair, difference))
    made = [each for aspect, rows in found.items() for each in _joined(event, aspect, rows)]
    return tuple(sorted(made, key=_rank))


def _of_sentences(
    pairs: Sequence[Pair], told: Mapping[SentenceRef, Told]
) -> Iterator[tuple[Pair, Difference]]:
    judged = judge([(told[a], told[b]) for a, b in pairs])
    for pair, one in zip(pairs, judged, strict=True):
        yield from ((pair, difference) for difference in one.differences)


def _of_figures(
    pairs: Sequence[Figures], told: Mapping[SentenceRef, Told]
) -> Iterator[tuple[Pair, Difference]]:
    """What the words around figures differ in and, where those are silent, their sentences."""
    judged = judge([(told[a.at], told[b.at]) for a, b in pairs], tied=True)
    apart = told_apart(pairs, [one.alike for one in judged], told)
    seen: set[frozenset[SentenceRef]] = set()
    for (a, b), one, own in zip(pairs, judged, apart, strict=True):
        pair = a.at, b.at
        yield from ((pair, difference) for difference in own.differences)
        if frozenset(pair) not in seen:
            seen.add(frozenset(pair))
            for difference in one.differences:
                if difference.aspect not in own.given:
                    yield pair, difference


def _linked(links: Links, told: Mapping[SentenceRef, Told]) -> list[Pair]:
    pairs = []
    for place in np.flatnonzero(links.mutual):
        a, b = links.ordered[links.a[place]], links.ordered[links.b[place]]
        if a.source != b.source and a.text != b.text and a in told and b in told:
            pairs.append((a, b))
        if len(pairs) == MOST_PAIRS:
            break
    return pairs


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
    words: dict[SentenceRef, Words] = {}
    for (a, b), difference in sorted(rows, key=lambda row: -row[1].confidence):
        words.setdefault(a, difference.words)
        words.setdefault(b, difference.other)
    versions: dict[Words, tuple[Words, list[SentenceRef]]] = {}
    for ref in sorted(words, key=_place):
        told = words[ref]
        said = versions.setdefault(told.casefold() if isinstance(told, str) else told, (told, []))
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
