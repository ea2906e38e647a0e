"""Conflicts: where articles on one event tell one matter differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from divergence.comparing.claims.claim_results import (
    Aspect,
    Conflict,
    LedgerEntry,
    Version,
    text_order,
)
from divergence.comparing.claims.figure_conflicts import (
    FigurePair,
    figure_differences,
    pairs_across_sources,
)
from divergence.comparing.claims.sentence_judgment import (
    ReadSentences,
    SentenceDifference,
    judge_pairs,
)
from divergence.comparing.claims.sentence_links import Links
from divergence.digesting.quotable import SentenceRef
from divergence.phrases.saying import Words

# Of what lay below between articles of the BASIL corpus, read by eye, hardly any was a conflict.
LEAST = 0.45
# In one event at most so many pairs of sentences, the most alike.
MOST_PAIRS = 20_000

SentencePair = tuple[SentenceRef, SentenceRef]
PairDifference = tuple[SentencePair, SentenceDifference]


def conflicts(
    links: Links,
    sentences: ReadSentences,
    *,
    event: str = "",
    ledger: Sequence[LedgerEntry] = (),
    least: float = LEAST,
) -> tuple[Conflict, ...]:
    """Find what articles on one event tell differently, which is no error of either."""
    firm = pairs_across_sources(ledger, sentences)
    tied = {frozenset((a.at, b.at)) for a, b in firm}
    linked = [pair for pair in _linked(links, sentences) if frozenset(pair) not in tied]
    by_aspect: dict[Aspect, list[PairDifference]] = {}
    for pair, difference in (*_of_sentences(linked, sentences), *_of_figures(firm, sentences)):
        if difference.confidence >= least:
            by_aspect.setdefault(difference.aspect, []).append((pair, difference))
    joined = [
        conflict for aspect, rows in by_aspect.items() for conflict in _joined(event, aspect, rows)
    ]
    return tuple(sorted(joined, key=_rank))


def _of_sentences(
    pairs: Sequence[SentencePair], sentences: ReadSentences
) -> Iterator[PairDifference]:
    judgments = judge_pairs([(sentences[a], sentences[b]) for a, b in pairs])
    for pair, judgment in zip(pairs, judgments, strict=True):
        yield from ((pair, difference) for difference in judgment.differences)


def _of_figures(pairs: Sequence[FigurePair], sentences: ReadSentences) -> Iterator[PairDifference]:
    """What the words around figures differ in and, where those are silent, their sentences."""
    judgments = judge_pairs([(sentences[a.at], sentences[b.at]) for a, b in pairs], tied=True)
    apart = figure_differences(pairs, [judgment.alike for judgment in judgments], sentences)
    seen: set[frozenset[SentenceRef]] = set()
    for (a, b), judgment, own in zip(pairs, judgments, apart, strict=True):
        pair = a.at, b.at
        yield from ((pair, difference) for difference in own.differences)
        if frozenset(pair) not in seen:
            seen.add(frozenset(pair))
            for difference in judgment.differences:
                if difference.aspect not in own.given:
                    yield pair, difference


def _linked(links: Links, sentences: ReadSentences) -> list[SentencePair]:
    pairs = []
    for place in np.flatnonzero(links.mutual):
        a, b = links.ordered[links.a[place]], links.ordered[links.b[place]]
        if a.source != b.source and a.text != b.text and a in sentences and b in sentences:
            pairs.append((a, b))
        if len(pairs) == MOST_PAIRS:
            break
    return pairs


def _joined(event: str, aspect: Aspect, rows: Sequence[PairDifference]) -> list[Conflict]:
    """Join pairs that have a sentence in common into one conflict of several versions."""
    group_of: dict[SentenceRef, int] = {}
    groups: dict[int, list[PairDifference]] = {}
    for number, row in enumerate(rows):
        known = sorted({group_of[ref] for ref in row[0] if ref in group_of})
        into = known[0] if known else number
        groups.setdefault(into, []).append(row)
        for other in known[1:]:
            groups[into] += groups.pop(other)
        for pair, _ in groups[into]:
            group_of.update(dict.fromkeys(pair, into))
    return [_conflict(event, aspect, group) for group in groups.values()]


def _conflict(event: str, aspect: Aspect, rows: Sequence[PairDifference]) -> Conflict:
    words: dict[SentenceRef, Words] = {}
    for (a, b), difference in sorted(rows, key=lambda row: -row[1].confidence):
        words.setdefault(a, difference.words)
        words.setdefault(b, difference.other)
    versions: dict[Words, tuple[Words, list[SentenceRef]]] = {}
    for ref in sorted(words, key=text_order):
        version = words[ref]
        key = version.casefold() if isinstance(version, str) else version
        versions.setdefault(key, (version, []))[1].append(ref)
    mean = sum(difference.confidence for _, difference in rows) / len(rows)
    return Conflict(
        event,
        aspect,
        tuple(Version(version, tuple(refs)) for version, refs in versions.values()),
        round(mean, 3),
    )


def _rank(conflict: Conflict) -> tuple[object, ...]:
    return -conflict.confidence, text_order(conflict.versions[0].sentences[0]), conflict.aspect
