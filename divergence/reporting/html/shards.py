"""Articles dealt to pages: all on one where they fit, else whole events together."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from divergence.digesting.material import Material
from divergence.phrases import say
from divergence.plots.lettering import plain
from divergence.reporting.footnotes import EVERYWHERE
from divergence.reporting.html.article_index import ArticleIndex

FOLDER = "report-articles"
MOST_HERE, MOST_ELSEWHERE = 1_200_000, 1_500_000
MARK = 24


@dataclass(frozen=True, slots=True)
class Shard:
    """A page of articles: its file, what it holds, and the numbers of the articles."""

    name: str
    title: str
    articles: tuple[int, ...]


def split_into_shards(index: ArticleIndex) -> tuple[Shard, ...]:
    """Deal the articles of a shelf to as few pages as their sizes allow, events in order."""
    sizes = [_size(article) for article in index.articles]
    if sum(sizes) <= MOST_HERE:
        return (Shard("", "", tuple(range(len(sizes)))),)
    by_event: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(index.articles):
        by_event[article.event].append(place)
    # Pages of about one size: a full one and a scrap would be slower to read in than two halves.
    planned = math.ceil(sum(sizes) / MOST_ELSEWHERE)
    fair = sum(sizes) / planned
    batches: list[list[int]] = [[]]
    used = 0
    for places in by_event.values():
        whole = sum(sizes[place] for place in places)
        enough = used + whole / 2 > fair and len(batches) < planned
        if batches[-1] and (enough or used + whole > MOST_ELSEWHERE):
            batches.append([])
            used = 0
        for place in places:
            if batches[-1] and used + sizes[place] > MOST_ELSEWHERE:
                batches.append([])
                used = 0
            batches[-1].append(place)
            used += sizes[place]
    return tuple(
        Shard(f"{number:03d}.html", _title(index, batch), tuple(batch))
        for number, batch in enumerate(batches, start=1)
    )


def _size(article: Material) -> int:
    marks = sum(piece.feature not in EVERYWHERE for piece in article.evidence)
    return len(article.text.encode("utf-8", "replace")) + MARK * marks + 300


def _title(index: ArticleIndex, batch: list[int]) -> str:
    events = list(dict.fromkeys(index.articles[place].event for place in batch))
    shown = [plain(event, limit=60) for event in events if event]
    if not shown:
        return say("page.articles", first=batch[0] + 1, last=batch[-1] + 1)
    if len(shown) == 1:
        return shown[0]
    return say("page.events", first=shown[0], last=shown[-1])
