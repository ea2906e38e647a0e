"""Which sentences of different articles say the same, and which stand in one article alone.

Sentences are compared within one event only. Two are linked where each is the other's best match in
the other's article; links join into groups, strongest first, as long as a group holds no two
sentences of one article, none that denies what another tells, and its members are alike on average.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.claims.claim_results import Statement, text_order
from divergence.comparing.claims.sentence_conflicts import opposed
from divergence.comparing.claims.sentence_judgment import NEARLY
from divergence.comparing.claims.sentence_links import AVERAGE, LINK, Links, links_between
from divergence.comparing.claims.shared_content import SURE, share_substance
from divergence.digesting.assertions import Assertion
from divergence.digesting.quotable import SentenceRef
from divergence.instruments.sentence_similarity import similarity

__all__ = ["AVERAGE", "LINK", "align"]
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


def align(
    sentences: Sequence[SentenceRef],
    *,
    event: str = "",
    assertions: Mapping[SentenceRef, Assertion] | None = None,
    links: Links | None = None,
) -> tuple[Statement, ...]:
    """Group the sentences of articles on one event into statements (Barzilay and Elhadad 2003).

    Of two short sentences that a long one covers, only the closer is linked to it.
    """
    links = links or links_between(sentences)
    ordered = links.ordered
    everyone = tuple(sorted({ref.source for ref in ordered}))
    alike = _alike(links)
    statements = []
    substantial = _substantial(links, assertions or {})
    for members, lowest in _group(links, substantial, _opposites(links, assertions or {})):
        carrying = {source for member in members for source in alike[member]}
        refs = tuple(ordered[member] for member in members)
        sources = tuple(sorted({ref.source for ref in refs}))
        others = [source for source in everyone if source not in sources]
        statements.append(
            Statement(
                event,
                refs,
                sources,
                missing=tuple(source for source in others if source not in carrying),
                similarity=lowest,
                alike=tuple(source for source in others if source in carrying),
            )
        )
    return tuple(sorted(statements, key=_rank))


def _alike(links: Links) -> list[set[str]]:
    """For every sentence the sources that have one like it, be it the best match or not."""
    sources: list[set[str]] = [set() for _ in links.ordered]
    good = links.scores >= LINK
    for a, b in zip(links.a[good].tolist(), links.b[good].tolist(), strict=True):
        sources[a].add(links.ordered[b].source)
        sources[b].add(links.ordered[a].source)
    return sources


def _opposites(links: Links, assertions: Mapping[SentenceRef, Assertion]) -> set[tuple[int, int]]:
    """Linked sentences of which one denies what the other tells."""
    known = [assertions.get(ref) for ref in links.ordered]
    denies = np.array([bool(assertion and assertion.denied) for assertion in known], dtype=bool)
    places = np.flatnonzero(denies[links.a] | denies[links.b]) if len(links.a) else ()
    opposites = []
    for place in places:
        a, b = int(links.a[place]), int(links.b[place])
        first, second = known[a], known[b]
        if first is not None and second is not None and opposed(first, second):
            opposites.append((a, b, first.matter, second.matter))
    scores = similarity((matter, other) for _, _, matter, other in opposites)
    nearly = NEARLY["negation"]
    return {(a, b) for (a, b, *_), score in zip(opposites, scores, strict=True) if score >= nearly}


def _substantial(links: Links, assertions: Mapping[SentenceRef, Assertion]) -> NDArray[np.bool_]:
    """Which links rest on more than names, titles and words of saying."""
    known = [assertions.get(ref) for ref in links.ordered]
    kept = np.ones(len(links.a), dtype=bool)
    for place in np.flatnonzero(links.mutual & (links.scores >= LINK) & (links.scores < SURE)):
        a, b = int(links.a[place]), int(links.b[place])
        first, second = known[a], known[b]
        if first is not None and second is not None and not _share_digits(links, a, b):
            kept[place] = share_substance(first, second)
    return kept


def _share_digits(links: Links, a: int, b: int) -> bool:
    first, second = (set(_DIGITS.findall(links.ordered[place].text)) for place in (a, b))
    return bool(first & second)


def _group(
    links: Links, substantial: NDArray[np.bool_], opposites: set[tuple[int, int]]
) -> list[tuple[list[int], float]]:
    """Join linked sentences, strongest link first, while groups stay coherent."""
    n = len(links.ordered)
    members = {number: [number] for number in range(n)}
    articles = {number: {int(links.article[number])} for number in range(n)}
    group_of = list(range(n))
    lowest = [math.nan] * n
    kept = links.mutual & (links.scores >= LINK) & substantial
    for score, a, b in zip(
        links.scores[kept].tolist(), links.a[kept].tolist(), links.b[kept].tolist(), strict=True
    ):
        first, second = sorted((group_of[a], group_of[b]))
        if first == second or articles[first] & articles[second]:
            continue
        here, there = members[first], members[second]
        if opposites and any((min(x, y), max(x, y)) in opposites for x in here for y in there):
            continue
        if _across(links, here, there).mean() < AVERAGE:
            continue
        members[first] = here + there
        articles[first] |= articles.pop(second)
        for member in members.pop(second):
            group_of[member] = first
        lowest[first] = score  # Links come strongest first: this one is the weakest so far.
    return [(sorted(numbers), lowest[group]) for group, numbers in members.items()]


def _across(links: Links, here: Sequence[int], there: Sequence[int]) -> NDArray[np.float64]:
    """Scores of every sentence of one group with every one of another, 0 where not linked."""
    x, y = np.repeat(here, len(there)), np.tile(there, len(here))
    return links.between(np.minimum(x, y), np.maximum(x, y))


def _rank(statement: Statement) -> tuple[object, ...]:
    alone = math.isnan(statement.similarity)
    return (
        -len(statement.sources),
        -len(statement.sentences),
        0.0 if alone else -statement.similarity,
        *text_order(statement.sentences[0]),
    )
