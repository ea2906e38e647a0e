"""Which sentences of different articles say the same, and which stand in one article alone.

Sentences are compared within one event only. Two are linked where each is the other's best match in
the other's article; links join into groups, strongest first, as long as a group holds no two
sentences of one article and its members are alike on average.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from divergence.comparing.results import SentenceRef, Statement
from divergence.comparing.similarity import Sentences, words

# Of some 70 links between articles of the BASIL corpus, read by eye, about three in ten said the
# same below 0.46, two in three from 0.46 to 0.55, and more than eight in ten above. Of the scored
# pairs that fitted the weights, 96% of those scored 3.5 or more (of 5) lie above 0.48.
LINK = 0.48
AVERAGE = 0.4
# Pairs whose rare words overlap less cannot reach a link and are not looked at.
CANDIDATE = 0.3
FEWEST_WORDS = 4
CHUNK = 512

Link = tuple[float, int, int]


def align(sentences: Sequence[SentenceRef], *, event: str = "") -> tuple[Statement, ...]:
    """Group the sentences of articles on one event into statements.

    Parameters
    ----------
    sentences : sequence of SentenceRef
        All sentences of all articles on the event, in any order.
    event : str, optional
        Name of the event.

    Returns
    -------
    tuple of Statement
        First those that most sources carry, then the more alike; sentences that stand alone come
        last, in the order of source, article and text. ``missing`` names the sources of the event
        that have no sentence like it: a sentence that stands alone only because its counterpart
        was closer to another one has no ``missing`` source there.

    Notes
    -----
    A long sentence that covers two short ones is linked to the closer one only, and the other
    seems to stand alone. Paraphrases without common words are missed.
    """
    ordered = sorted(sentences, key=lambda ref: (ref.source, ref.article, ref.sentence))
    everyone = tuple(sorted({ref.source for ref in ordered}))
    links, article = _links(ordered)
    alike = _alike(ordered, links)
    statements = []
    for members, lowest in _group(ordered, _mutual(links, article), links):
        told = {source for member in members for source in alike[member]}
        refs = tuple(ordered[member] for member in members)
        sources = tuple(sorted({ref.source for ref in refs}))
        missing = tuple(each for each in everyone if each not in told and each not in sources)
        statements.append(Statement(event, refs, sources, missing, lowest))
    return tuple(sorted(statements, key=_rank))


def _links(ordered: Sequence[SentenceRef]) -> tuple[list[Link], list[int]]:
    """Pairs of sentences of different articles that are alike, and the article of each."""
    names = {name: n for n, name in enumerate(dict.fromkeys(map(_article, ordered)))}
    article = np.array([names[_article(ref)] for ref in ordered], dtype=np.int64)
    if len(names) < 2:
        return [], article.tolist()
    known = Sentences([ref.text for ref in ordered])
    long = np.array([len(words(ref.text)) >= FEWEST_WORDS for ref in ordered])
    links: list[Link] = []
    for start in range(0, len(ordered), CHUNK):
        rows = np.arange(start, min(start + CHUNK, len(ordered)))
        near = known.close(rows, CANDIDATE).tocoo()
        a: NDArray[np.int64] = rows[near.row]
        b: NDArray[np.int64] = near.col.astype(np.int64)
        kept = (a < b) & (article[a] != article[b]) & long[a] & long[b]
        a, b = a[kept], b[kept]
        scores = known.similarity(a, b)
        good = scores >= AVERAGE
        links += zip(scores[good].tolist(), a[good].tolist(), b[good].tolist(), strict=True)
    return sorted(links, key=lambda link: (-link[0], *link[1:])), article.tolist()


def _alike(ordered: Sequence[SentenceRef], links: Sequence[Link]) -> list[set[str]]:
    """For every sentence the sources that have one like it, be it the best match or not."""
    found: list[set[str]] = [set() for _ in ordered]
    for score, a, b in links:
        if score >= LINK:
            found[a].add(ordered[b].source)
            found[b].add(ordered[a].source)
    return found


def _mutual(links: Sequence[Link], article: Sequence[int]) -> list[Link]:
    """Keep links that are the best of either sentence in the other's article."""
    best: dict[tuple[int, int], Link] = {}
    for link in links:
        score, a, b = link
        for key in ((a, article[b]), (b, article[a])):
            if key not in best or (-score, a, b) < (-best[key][0], *best[key][1:]):
                best[key] = link
    return [
        link
        for link in links
        if best[link[1], article[link[2]]] == link == best[link[2], article[link[1]]]
    ]


def _group(
    ordered: Sequence[SentenceRef], mutual: Sequence[Link], links: Sequence[Link]
) -> list[tuple[list[int], float]]:
    """Join linked sentences, strongest link first, while groups stay coherent."""
    members = {number: [number] for number in range(len(ordered))}
    group_of = list(range(len(ordered)))
    lowest = [math.nan] * len(ordered)
    score_of = {(a, b): score for score, a, b in links}
    for score, a, b in mutual:
        first, second = sorted((group_of[a], group_of[b]))
        if score < LINK or first == second:
            continue
        here, there = members[first], members[second]
        across = [score_of.get((min(x, y), max(x, y)), 0.0) for x in here for y in there]
        clash = {_article(ordered[x]) for x in here} & {_article(ordered[y]) for y in there}
        if clash or sum(across) / len(across) < AVERAGE:
            continue
        members[first] = here + there
        for member in members.pop(second):
            group_of[member] = first
        lowest[first] = score  # Links come strongest first: this one is the weakest so far.
    return [(sorted(numbers), lowest[group]) for group, numbers in members.items()]


def _article(ref: SentenceRef) -> tuple[str, str]:
    return ref.source, ref.article


def _rank(statement: Statement) -> tuple[object, ...]:
    first = statement.sentences[0]
    alone = math.isnan(statement.similarity)
    return (
        -len(statement.sources),
        -len(statement.sentences),
        0.0 if alone else -statement.similarity,
        first.source,
        first.article,
        first.sentence,
    )
