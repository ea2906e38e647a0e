"""The articles as the reader's script gets them: sentences, places that count, who says the same.

Offsets count UTF-16 units, as the script does.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from divergence.comparing.comparison import Comparison
from divergence.digesting.material import Material
from divergence.digesting.quotable import SentenceRef
from divergence.phrases import declared, say, table
from divergence.plots.lettering import plain
from divergence.reporting.footnotes import EVERYWHERE
from divergence.reporting.report import Report
from divergence.types import Evidence

# Characters that only turn other text around; joiners stay, words of some scripts need them.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST = 200


class ArticleIndex:
    """Articles with the numbers that features, categories and sides go by on a page."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.articles = report.material
        self.number = {article.article: place for place, article in enumerate(report.material)}
        pieces = [piece for article in report.material for piece in article.evidence]
        shown = [piece for piece in pieces if piece.feature not in EVERYWHERE]
        families = {feature.name: feature.family for feature in report.info.features}
        self.features = sorted(
            {piece.feature for piece in shown}, key=lambda name: (families.get(name, ""), name)
        )
        self.categories = sorted({piece.category for piece in shown})
        self.sides = sorted({piece.side for piece in shown if piece.side})
        self._families = families
        self.families: dict[str, list[str]] = defaultdict(list)
        for name in self.features:
            self.families[families.get(name, "")].append(name)
        self.measures = {
            measure.name: frozenset(measure.of)
            for feature in report.info.features
            for measure in feature.measures
            if feature.name in self.features
        }
        self._titles = {
            measure.name: (measure.title, feature.name)
            for feature in report.info.features
            for measure in feature.measures
        }

    def data(self, chosen: Sequence[int]) -> dict[str, Any]:
        """Return everything that a page with the chosen articles needs."""
        kept = set(chosen)
        return {
            "features": [
                [name, declared(name.replace("_", " ").capitalize()), self._families.get(name, "")]
                for name in self.features
            ],
            "categories": self.categories,
            "measures": {
                name: [
                    declared(self._titles[name][0]),
                    self.features.index(self._titles[name][1]),
                    [
                        self.categories.index(category)
                        for category in sorted(of)
                        if category in self.categories
                    ]
                    if of
                    else None,
                ]
                for name, of in sorted(self.measures.items())
            },
            "sides": [plain(side, limit=LONGEST) for side in self.sides],
            "articles": {str(place): self._article(self.articles[place]) for place in chosen},
            "say": table("script"),
            "links": [
                link
                for link in self._links(self._report.comparison)
                if any(place in kept for place, _ in link["at"])
            ],
        }

    def place(self, article: str, sentence: int) -> tuple[int, int] | None:
        """Return the number of an article and of a sentence (from 0), if it is there."""
        number = self.number.get(article)
        if number is None or not 0 <= sentence < len(self.articles[number].sentences):
            return None
        return number, sentence

    def _article(self, article: Material) -> dict[str, Any]:
        spans = article.sentences
        shown = [_VisibleText(article.text[span.start : span.end]) for span in spans]
        breaks = [
            place
            for place, (before, after) in enumerate(pairwise(spans), start=1)
            if "\n" in article.text[before.end : after.start]
        ]
        marks: list[list[list[Any]]] = [[] for _ in spans]
        for piece in article.evidence:
            if piece.feature in EVERYWHERE:
                continue
            for nth, place in enumerate(_touched(piece, article)):
                span = spans[place]
                start = shown[place].at(max(piece.start, span.start) - span.start)
                end = shown[place].at(min(piece.end, span.end) - span.start)
                if start < end:
                    marks[place].append([*self._mark(piece, start, end), *[1] * (nth > 0)])
        return {
            "source": plain(article.source, limit=LONGEST),
            "title": plain(article.title, limit=2 * LONGEST),
            "event": plain(article.event, limit=LONGEST),
            "date": article.date.isoformat() if article.date else "",
            "url": safe_url(article.url),
            "breaks": breaks,
            "sentences": [
                [sentence.text, sorted(own_marks)]
                for sentence, own_marks in zip(shown, marks, strict=True)
            ],
        }

    def _mark(self, piece: Evidence, start: int, end: int) -> list[Any]:
        return [
            start,
            end,
            self.features.index(piece.feature),
            self.categories.index(piece.category),
            0 if piece.voice == "reporter" else 1,
            self.sides.index(piece.side) if piece.side else -1,
            float(f"{piece.weight:.3g}"),
        ]

    def _links(self, comparison: Comparison) -> Iterator[dict[str, Any]]:
        for statement in comparison.statements:
            if len(statement.sentences) > 1:
                yield from self._link(say("reader.says_the_same"), statement.sentences)
        for entry in comparison.ledger:
            if len(entry.figures) > 1:
                verdict = say(f"verdict.{entry.verdict}")
                what = f"{plain(str(entry.subject), limit=LONGEST)}: {verdict}"
                yield from self._link(what, [figure.at for figure in entry.figures])
        for conflict in comparison.conflicts:
            refs = [ref for version in conflict.versions for ref in version.sentences]
            aspect = say(f"aspect.{conflict.aspect}")
            yield from self._link(say("reader.differently", aspect=aspect), refs)

    def _link(self, what: str, refs: Iterable[SentenceRef]) -> Iterator[dict[str, Any]]:
        places = {self.place(ref.article, ref.sentence) for ref in refs}
        known = sorted(place for place in places if place is not None)
        if len({article for article, _ in known}) > 1:
            yield {"what": what, "at": [list(place) for place in known]}


def safe_url(url: str) -> str:
    """Return an address that may become a link: http or https with a host, else ""."""
    given = plain(url, limit=2000).replace(" ", "%20")
    try:
        parts = urlsplit(given)
    except ValueError:
        return ""
    return given if parts.scheme in {"http", "https"} and parts.netloc else ""


def _touched(piece: Evidence, article: Material) -> Iterator[int]:
    """Sentences that a place reaches into: its own and, for long quotations, those after it."""
    spans = article.sentences
    first = min(max(piece.sentence, 0), len(spans) - 1)
    while first > 0 and spans[first].start > piece.start:
        first -= 1
    for place in range(max(first, 0), len(spans)):
        if spans[place].start >= piece.end:
            return
        if spans[place].end > piece.start:
            yield place


class _VisibleText:
    """A sentence without characters that cannot be seen, and where its old offsets went."""

    def __init__(self, text: str) -> None:
        self._at = [0]
        kept: list[str] = []
        for character in text:
            shown = _visible(character)
            kept.append(shown)
            self._at.append(self._at[-1] + len(shown.encode("utf-16-le")) // 2)
        self.text = "".join(kept)

    def at(self, offset: int) -> int:
        return self._at[min(max(offset, 0), len(self._at) - 1)]


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if character in TURNING or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"}:
        return ""
    return character
