"""Numbered evidence: the same place gets the same number wherever a page cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from divergence.comparing.results import Column, SentenceRef, VoiceChoice
from divergence.features.feature import Feature
from divergence.plots.lettering import plain
from divergence.reporting.material import Material
from divergence.reporting.report import Note
from divergence.types import Evidence

MOST = 240
SENTENCE_ROOM = 420


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
        self._numbers: dict[tuple[str, str, int, int], int] = {}
        self._notes: list[Note] = []

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note so far, in the order of its number."""
        return tuple(self._notes)

    def of_column(
        self, column: Column, source: str, voice: VoiceChoice = "all", *, most: int = 2
    ) -> tuple[int, ...]:
        """Cite places that count in a column, the earliest of each article first."""
        numbers: list[int] = []
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
                    numbers += self._cite(article, piece)
        return tuple(dict.fromkeys(numbers))

    def of_sentences(self, refs: Iterable[SentenceRef], *, label: str) -> tuple[int, ...]:
        """Cite whole sentences."""
        numbers: list[int] = []
        for ref in refs:
            numbers += self._add(
                ref.article,
                Note(0, label, "", ref.article, ref.source, ref.sentence, ref.text, 0, 0, "", None),
                ref.start,
                ref.end,
            )
        return tuple(dict.fromkeys(numbers))

    def of_place(
        self, article: Material, start: int, end: int, sentence: int, *, label: str, category: str
    ) -> tuple[int, ...]:
        """Cite a stretch of an article that is not a feature's evidence."""
        return self._cite(
            article, Evidence(label, category, start, end, sentence, "quoted", None, 1.0)
        )

    def _cite(self, article: Material, piece: Evidence) -> tuple[int, ...]:
        sentence = min(max(piece.sentence, 0), len(article.sentences) - 1)
        span = article.sentences[sentence]
        start, end = max(piece.start, span.start), min(max(piece.end, piece.start), span.end)
        before = plain(article.text[span.start : start])
        marked = plain(article.text[start:end])
        after = plain(article.text[end : span.end])
        lead = f"{before} " if before and article.text[start - 1 : start].isspace() else before
        gap = " " if after and article.text[end : end + 1].isspace() else ""
        if len(lead) > SENTENCE_ROOM // 2:
            lead = "…" + lead[-SENTENCE_ROOM // 2 :]
        text = plain(lead + marked + gap + after, limit=SENTENCE_ROOM)
        note = Note(
            number=0,
            feature=piece.feature,
            category=piece.category,
            article=article.article,
            source=article.source,
            sentence=sentence,
            text=text,
            start=min(len(lead), len(text)),
            end=min(len(lead) + len(marked), len(text)),
            voice=piece.voice,
            side=piece.side,
        )
        return self._add(article.article, note, piece.start, piece.end)

    def _add(self, article: str, note: Note, start: int, end: int) -> tuple[int, ...]:
        key = (note.feature, article, start, end)
        if key not in self._numbers:
            if len(self._notes) >= MOST:
                return ()
            number = len(self._notes) + 1
            self._numbers[key] = number
            self._notes.append(
                Note(
                    number,
                    note.feature,
                    note.category,
                    plain(note.article, limit=120),
                    plain(note.source, limit=120),
                    note.sentence + 1,
                    plain(note.text, limit=SENTENCE_ROOM),
                    note.start,
                    note.end,
                    note.voice,
                    note.side,
                )
            )
        return (self._numbers[key],)
