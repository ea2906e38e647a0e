"""The numbers of charts of voices: words by side, verbs by class, and each speaker."""

from __future__ import annotations

from collections import defaultdict

from divergence.digesting.material import Material, Spoken
from divergence.displays import speakers
from divergence.phrases import row, say
from divergence.plots.number_format import number
from divergence.plots.shares import Shares
from divergence.plots.speakers import SpeakerBar
from divergence.reporting import number_sentences
from divergence.reporting.html.chart_numbers.number_rows import Numbers, Row, numbers
from divergence.reporting.html.reader_links import Places
from divergence.reporting.pages.voices import side_of
from divergence.reporting.report import Report

VERB = "verb"


def of_shares(data: Shares, report: Report, places: Places) -> Numbers:
    """List every part of every row, with the ways to the sentences that it sums."""
    part_of = _cue if data.noun == VERB else side_of
    found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for article, one in _spoken(report):
        part = part_of(one)
        if part:
            found[article.source, part].append((article.article, one.sentence))
    rows = (
        Row(
            (
                number_sentences.short(source),
                number_sentences.short(part),
                f"{amount:,.0f}",
                number(share, share=True),
                f"{sum(counts):,.0f}",
                number(len(found[source, part])),
            ),
            places.sentences(found[source, part]),
        )
        for source, counts, shares in zip(data.rows, data.counts, data.shares, strict=True)
        for part, amount, share in zip(data.parts, counts, shares, strict=True)
        if amount
    )
    head = row("behind.verbs" if data.noun == VERB else "behind.words")
    return numbers(head, rows, right=(2, 3, 4, 5))


def of_speakers(data: tuple[SpeakerBar, ...], report: Report, places: Places) -> Numbers:
    """List the speakers that are drawn, with the ways to all their sentences."""
    spoken = _spoken(report)
    voices = speakers.voices((article.source, one) for article, one in spoken)
    rows = (
        Row(
            (
                voice.name or say("voices.no_name"),
                number_sentences.short(voice.source),
                number(voice.words),
                number(len(voice.places)),
            ),
            places.sentences(
                (article.article, one.sentence)
                for article, one in (spoken[place] for place in voice.places)
            ),
        )
        for voice in voices[: len(data)]
    )
    return numbers(row("behind.speakers"), rows, right=(2, 3))


def _spoken(report: Report) -> list[tuple[Material, Spoken]]:
    return [(article, one) for article in report.material for one in article.spoken]


def _cue(one: Spoken) -> str:
    return say(f"cue.{one.cue_class}") if one.cue else ""
