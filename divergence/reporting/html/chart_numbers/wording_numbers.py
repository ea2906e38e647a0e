"""The numbers of charts of wording: each word with its uses, found again in the articles."""

from __future__ import annotations

from collections.abc import Iterable

from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.word_results import KeyTerm, WordShift
from divergence.phrases import row, say
from divergence.plots.number_format import number
from divergence.plots.word_shift import shown
from divergence.reporting import number_sentences
from divergence.reporting.html.chart_numbers.number_rows import Numbers, Row, numbers
from divergence.reporting.html.reader_links import Places, Way
from divergence.reporting.report import Report, Table

MOST_TERMS = 6


def of_keyness(data: Iterable[KeyTerm], report: Report, places: Places) -> Numbers:
    """List key terms, with the ways to their uses on either side."""
    rows = (
        Row(
            (
                number_sentences.short(term.term),
                number_sentences.short(term.source if term.z >= 0 else term.reference),
                number(term.log_odds, signed=True),
                number(term.z, signed=True),
                f"{number(term.count)} : {number(term.count_reference)}",
                f"{number(term.n_articles)} : {number(term.n_articles_reference)}",
            ),
            _uses(
                term.term, places, (term.source, term.count), (term.reference, term.count_reference)
            ),
        )
        for term in data
    )
    return numbers(row("behind.keyness"), rows, right=(2, 3, 4, 5))


def of_shift(data: WordShift, report: Report, places: Places) -> Numbers:
    """List the words of a word shift, with the ways to their uses on either side."""
    rows = (
        Row(
            (
                number_sentences.short(term.term),
                number_sentences.short(data.source if term.contribution > 0 else data.reference),
                number(abs(term.contribution)),
                number(term.frequency, share=True),
                number(term.frequency_reference, share=True),
            ),
            _uses(
                term.term,
                places,
                (data.source, term.frequency),
                (data.reference, term.frequency_reference),
            ),
        )
        for term in shown(data)
    )
    parties = number_sentences.short(data.source), number_sentences.short(data.reference)
    shares = (say("behind.share", source=source) for source in parties)
    return numbers((*row("behind.shift"), *shares), rows, right=(2, 3, 4))


def of_terms(table: Table, report: Report, places: Places) -> Numbers:
    """List the first key terms of the sources of a table that stands for the chart."""
    listed = {row[0].text for row in table.rows}
    found: dict[str, list[KeyTerm]] = {}
    for term in report.comparison.keyness:
        if term.z > 0 and number_sentences.short(term.source) in listed:
            found.setdefault(term.source, []).append(term)
    chosen = [term for own in found.values() for term in own[:MOST_TERMS]]
    return of_keyness(chosen, report, places)


def _uses(term: str, places: Places, *parties: tuple[str, float]) -> tuple[Way, ...]:
    return tuple(
        way
        for source, used in parties
        if used and source != THE_OTHERS
        for way in places.word(term, source)
    )
