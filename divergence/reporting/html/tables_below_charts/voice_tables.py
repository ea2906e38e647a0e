"""The numbers of charts of voices: words by side, verbs by class, and each speaker."""

from __future__ import annotations

from collections import defaultdict

from divergence.digesting.material import Material, Spoken
from divergence.displays import speakers
from divergence.phrases import row, say
from divergence.plots.number_format import number
from divergence.plots.party_names import short
from divergence.plots.shares import Shares
from divergence.plots.speakers import SpeakerBar
from divergence.reporting.html.reader_links import ReaderLinks
from divergence.reporting.html.tables_below_charts.data_table import DataRow, DataTable, data_table
from divergence.reporting.pages.voices import side_of
from divergence.reporting.report import Report

VERB = "verb"


def shares_table(data: Shares, report: Report, reader: ReaderLinks) -> DataTable:
    """List every part of every row, with links to the sentences that it sums."""
    part_of = _cue if data.noun == VERB else side_of
    sentences: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for article, attribution in _spoken(report):
        part = part_of(attribution)
        if part:
            sentences[article.source, part].append((article.article, attribution.sentence))
    rows = (
        DataRow(
            (
                short(source),
                short(part),
                f"{amount:,.0f}",
                number(share, share=True),
                f"{sum(counts):,.0f}",
                number(len(sentences[source, part])),
            ),
            reader.to_sentences(sentences[source, part]),
        )
        for source, counts, shares in zip(data.rows, data.counts, data.shares, strict=True)
        for part, amount, share in zip(data.parts, counts, shares, strict=True)
        if amount
    )
    head = row("behind.verbs" if data.noun == VERB else "behind.words")
    return data_table(head, rows, right=(2, 3, 4, 5))


def speakers_table(data: tuple[SpeakerBar, ...], report: Report, reader: ReaderLinks) -> DataTable:
    """List the speakers that are drawn, with links to all their sentences."""
    spoken = _spoken(report)
    voices = speakers.voices((article.source, attribution) for article, attribution in spoken)
    rows = (
        DataRow(
            (
                voice.name or say("voices.no_name"),
                short(voice.source),
                number(voice.words),
                number(len(voice.places)),
            ),
            reader.to_sentences(
                (article.article, attribution.sentence)
                for article, attribution in (spoken[place] for place in voice.places)
            ),
        )
        for voice in voices[: len(data)]
    )
    return data_table(row("behind.speakers"), rows, right=(2, 3))


def _spoken(report: Report) -> list[tuple[Material, Spoken]]:
    return [(article, attribution) for article in report.material for attribution in article.spoken]


def _cue(attribution: Spoken) -> str:
    return say(f"cue.{attribution.cue_class}") if attribution.cue else ""
