"""Links from a number to its sentences in the reader, on this page or on those beside it.

What an address finds is counted here as the measures count it, so that a page can say how many
places a link leads to.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from urllib.parse import urlencode

from divergence.counting.columns import Column
from divergence.phrases import say
from divergence.plots.lettering import plain
from divergence.plots.party_names import short
from divergence.reporting.footnotes import EVERYWHERE
from divergence.reporting.html.article_index import LONGEST, ArticleIndex
from divergence.reporting.html.shards import FOLDER, Shard
from divergence.types import Evidence, VoiceChoice

MOST_PAGES, MOST_SENTENCES = 6, 8
ALL = "all"


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, where it leads, and what it is called where its text alone says little."""

    text: str
    href: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Days that articles must be dated within, both included."""

    first: Date
    last: Date


class ReaderLinks:
    """Where the articles of a report can be read, and which of their places a measure counts."""

    def __init__(self, index: ArticleIndex, shards: Sequence[Shard]) -> None:
        self._index = index
        self._file = {
            article: f"{FOLDER}/{shard.name}" if len(shards) > 1 else ""
            for shard in shards
            for article in shard.articles
        }
        self._pieces: dict[tuple[str, str], list[tuple[int, Evidence]]] = defaultdict(list)
        self._sources: dict[str, list[int]] = defaultdict(list)
        for number, article in enumerate(index.articles):
            self._sources[article.source].append(number)
            for piece in article.evidence:
                self._pieces[piece.feature, article.source].append((number, piece))

    def to_sentence(self, article: str, sentence: int, *, named: bool = False) -> tuple[Link, ...]:
        """Return the link to a sentence (from 0), with its source where ``named``; or nothing."""
        place = self._index.place(article, sentence)
        if place is None:
            return ()
        source = short(self._index.articles[place[0]].source)
        text = say("behind.sentence", place=sentence + 1)
        href = f"{self._file[place[0]]}#s{place[0]}-{place[1] + 1}"
        whole = say("behind.in", source=source, what=text)
        return (Link(whole if named else text, href, whole),)

    def to_sentences(
        self, sentences: Iterable[tuple[str, int]], *, named: bool = False
    ) -> tuple[Link, ...]:
        """Return links to sentences, the first few of many and then how many are left."""
        known = list(dict.fromkeys(sentences))
        links = [link for place in known for link in self.to_sentence(*place, named=named)]
        left = len(links) - MOST_SENTENCES
        more = (Link(say("behind.left", n=left), ""),) if left > 0 else ()
        return (*links[:MOST_SENTENCES], *more)

    def to_column(
        self, column: Column, source: str, voice: VoiceChoice = "all", period: Period | None = None
    ) -> tuple[Link, ...]:
        """Return links to everything that counts in a column, one for each page that has any."""
        asked = {"source": plain(source, limit=LONGEST), "voice": voice, **_dated(period)}
        if column.feature in EVERYWHERE:
            asked["every"] = "sentence"
            every = self._articles(source, period)
            return self._pages(every, asked, lambda n: say("behind.every"))
        measure = column.name.partition("[")[0]
        known = measure in self._index.measures
        asked["measure" if known else "feature"] = measure if known else column.feature
        asked["side"] = plain(column.side or "", limit=LONGEST)
        articles = self.counted_articles(column, source, voice, period)
        if column.per == "sentences":
            return self._pages(articles, asked, lambda n: say("behind.sentence_n", n=n))
        return self._pages(articles, asked, lambda n: say("behind.place", n=n))

    def counted_articles(
        self, column: Column, source: str, voice: VoiceChoice = "all", period: Period | None = None
    ) -> list[int]:
        """Return the article of every place, or every sentence, that counts in a column."""
        kinds = self._index.measures.get(column.name.partition("[")[0], frozenset())
        within = set(self._articles(source, period))
        pieces = [
            (number, piece)
            for number, piece in self._pieces.get((column.feature, source), ())
            if number in within
            and (voice == ALL or piece.voice == voice)
            and (column.side is None or piece.side == column.side)
            and (not kinds or piece.category in kinds)
        ]
        if column.per == "sentences":
            once = {(number, piece.sentence, piece.voice) for number, piece in pieces}
            return [number for number, _, _ in sorted(once)]
        return [number for number, _ in pieces]

    def to_family(self, family: str, source: str, period: Period | None = None) -> tuple[Link, ...]:
        """Return the link to everything of a source that counts in a family of measures."""
        asked = {"family": family, "source": plain(source, limit=LONGEST), **_dated(period)}
        within = set(self._articles(source, period))
        articles = [
            number
            for feature in self._index.families.get(family, ())
            for number, _ in self._pieces.get((feature, source), ())
            if number in within
        ]
        return self._pages(articles, asked, lambda n: short(source))

    def to_word(self, term: str, source: str) -> tuple[Link, ...]:
        """Return the link to every use that a source makes of a word, or of words in a row."""
        asked = {"word": plain(term, limit=LONGEST), "source": plain(source, limit=LONGEST)}
        uses = _uses(term)
        articles = [
            number
            for number in self._articles(source, None)
            for span in self._index.articles[number].sentences
            for _ in uses.finditer(self._index.articles[number].text, span.start, span.end)
        ]
        return tuple(
            Link(say("behind.of", source=short(source), what=link.text), link.href)
            if link.href
            else link
            for link in self._pages(articles, asked, lambda n: say("behind.use", n=n))
        )

    def _articles(self, source: str, period: Period | None) -> list[int]:
        chosen = self._sources.get(source, [])
        if period is None:
            return chosen
        return [number for number in chosen if _within(self._index.articles[number].date, period)]

    def _pages(
        self, articles: Sequence[int], asked: Mapping[str, str], counted: Callable[[int], str]
    ) -> tuple[Link, ...]:
        """Return a link for every page that holds any of the articles, places counted by page."""
        query = urlencode({key: value for key, value in asked.items() if value and value != ALL})
        pages = Counter(self._file[article] for article in articles)
        links = []
        for file, n in sorted(pages.items()):
            text = counted(n)
            if len(pages) > 1:
                page = file.rpartition("/")[2].removesuffix(".html")
                text = say("behind.on_page", what=text, page=page)
            links.append(Link(text, f"{file}#read?{query}"))
        left = len(links) - MOST_PAGES
        more = (Link(say("behind.left_pages", n=left), ""),) if left > 0 else ()
        return (*links[:MOST_PAGES], *more)


def _uses(term: str) -> re.Pattern[str]:
    """Find words as the script of the page does: whole, in any case, any space between them."""
    words = r"\s+".join(map(re.escape, term.split())).replace("'", "['’]")
    before = r"(?<![^\W_])" if term[:1].isalnum() else ""
    after = r"(?![^\W_])" if term[-1:].isalnum() else ""
    return re.compile(before + words + after, re.IGNORECASE)


def _dated(period: Period | None) -> dict[str, str]:
    if period is None:
        return {}
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _within(day: Date | None, period: Period) -> bool:
    return day is not None and period.first <= day <= period.last
