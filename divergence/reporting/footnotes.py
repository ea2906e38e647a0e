"""Numbered evidence: the same place gets the same number wherever a page cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from divergence.counting.columns import Column
from divergence.counting.feature import Feature
from divergence.digesting.material import Material
from divergence.digesting.quotable import SentenceRef
from divergence.phrases import say
from divergence.plots.lettering import plain
from divergence.reporting.report import Mark, Note
from divergence.types import Evidence, VoiceChoice

MOST = 240
SENTENCE_ROOM = 420
# Features that count every word or sentence: no place stands out, so none is cited.
EVERYWHERE = ("wording",)


@dataclass(slots=True)
class _Entry:
    number: int
    article: str
    source: str
    sentence: int
    text: str
    marks: dict[Mark, None] = field(default_factory=dict)
    uses: dict[str, None] = field(default_factory=dict)


class Footnotes:
    """Hands out numbers in the order in which pages ask for them."""

    def __init__(self, material: Sequence[Material], features: Sequence[Feature]) -> None:
        self._material = {article.article: article for article in material}
        self._by_source: dict[str, list[Material]] = defaultdict(list)
        for article in material:
            self._by_source[article.source].append(article)
        self._counted = {
            measure.name: frozenset(measure.of)
            for feature in features
            for measure in feature.measures
        }
        self._entries: dict[tuple[str, int], _Entry] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note so far, in the order of its number."""
        return tuple(
            Note(
                entry.number,
                entry.article,
                entry.source,
                entry.sentence,
                entry.text,
                tuple(sorted(entry.marks, key=lambda mark: (mark.start, mark.end, mark.feature))),
                tuple(entry.uses),
            )
            for entry in self._entries.values()
        )

    def cite_column(
        self, column: Column, source: str, voice: VoiceChoice = "all", *, most: int = 2
    ) -> tuple[int, ...]:
        """Cite places that count in a column, the earliest of each article first."""
        numbers: dict[int, None] = {}
        if column.feature in EVERYWHERE:
            return ()
        wanted = self._counted.get(column.name.partition("[")[0], frozenset())
        for article in self._by_source[source]:
            for piece in article.evidence:
                if len(numbers) >= most:
                    return tuple(numbers)
                if (
                    piece.feature == column.feature
                    and (voice == "all" or piece.voice == voice)
                    and (column.side is None or piece.side == column.side)
                    and (not wanted or piece.category in wanted)
                ):
                    numbers |= dict.fromkeys(self._cite(article, piece))
        return tuple(numbers)

    def cite_sentences(self, refs: Iterable[SentenceRef], *, label: str) -> tuple[int, ...]:
        """Cite whole sentences; ``label`` names what for, in the catalogue's table ``cited``."""
        numbers: list[int] = []
        for ref in refs:
            entry = self._entry(ref.article, ref.source, ref.sentence, ref.text)
            if entry is not None:
                entry.uses[say(f"cited.{label}")] = None
                numbers.append(entry.number)
        return tuple(dict.fromkeys(numbers))

    def cite_place(
        self, article: Material, start: int, end: int, sentence: int, *, label: str, category: str
    ) -> tuple[int, ...]:
        """Cite a stretch of an article that is not a feature's evidence."""
        piece = Evidence(label, category, start, end, sentence, "quoted", None, 1.0)
        return self._cite(article, piece)

    def _cite(self, article: Material, piece: Evidence) -> tuple[int, ...]:
        sentence = min(max(piece.sentence, 0), len(article.sentences) - 1)
        span = article.sentences[sentence]
        text = article.text[span.start : span.end]
        entry = self._entry(article.article, article.source, sentence, text)
        if entry is None:
            return ()
        # Offsets move where white space is folded: the same folding tells how far.
        start = len(_folded(text[: max(0, piece.start - span.start)]))
        end = len(plain(text[: max(0, min(piece.end, span.end) - span.start)]))
        end = min(end, len(entry.text))
        if start < end:
            mark = Mark(piece.feature, piece.category, start, end, piece.voice, piece.side)
            entry.marks[mark] = None
        return (entry.number,)

    def _entry(self, article: str, source: str, sentence: int, text: str) -> _Entry | None:
        key = article, sentence
        if key not in self._entries:
            if len(self._entries) >= MOST:
                return None
            self._entries[key] = _Entry(
                len(self._entries) + 1,
                plain(article, limit=120),
                plain(source, limit=120),
                sentence + 1,
                plain(text, limit=SENTENCE_ROOM),
            )
        return self._entries[key]


def _folded(text: str) -> str:
    """Fold white space as :func:`plain` does, but keep the space before what follows."""
    shown = plain(text)
    return f"{shown} " if shown and text[-1:].isspace() else shown
