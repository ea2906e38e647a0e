"""The numbers of charts of wording: each word with its uses, found again in the articles."""

from __future__ import annotations

from collections.abc import Iterable

from divergence.comparing.parties import THE_OTHERS
from divergence.comparing.words.word_results import KeyTerm, WordShift
from divergence.phrases import row, say
from divergence.plots.number_format import number
from divergence.plots.party_names import short
from divergence.plots.word_shift import shown
from divergence.reporting.html.reader_links import Link, ReaderLinks
from divergence.reporting.html.tables_below_charts.data_table import DataRow, DataTable, data_table
from divergence.reporting.pages.wording import own_terms
from divergence.reporting.report import Report, Table


def keyness_table(data: Iterable[KeyTerm], report: Report, reader: ReaderLinks) -> DataTable:
    """List key terms, with links to their uses on either side."""
    rows = (
        DataRow(
            (
                short(term.term),
                short(term.source if term.z >= 0 else term.reference),
                number(term.log_odds, signed=True),
                number(term.z, signed=True),
                f"{number(term.count)} : {number(term.count_reference)}",
                f"{number(term.n_articles)} : {number(term.n_articles_reference)}",
            ),
            _uses(
                term.term, reader, (term.source, term.count), (term.reference, term.count_reference)
            ),
        )
        for term in data
    )
    return data_table(row("behind.keyness"), rows, right=(2, 3, 4, 5))


def shift_table(data: WordShift, report: Report, reader: ReaderLinks) -> DataTable:
    """List the words of a word shift, with links to their uses on either side."""
    rows = (
        DataRow(
            (
                short(term.term),
                short(data.source if term.contribution > 0 else data.reference),
                number(abs(term.contribution)),
                number(term.frequency, share=True),
                number(term.frequency_reference, share=True),
            ),
            _uses(
                term.term,
                reader,
                (data.source, term.frequency),
                (data.reference, term.frequency_reference),
            ),
        )
        for term in shown(data)
    )
    parties = short(data.source), short(data.reference)
    shares = (say("behind.share", source=source) for source in parties)
    return data_table((*row("behind.shift"), *shares), rows, right=(2, 3, 4))


def key_terms_table(table: Table, report: Report, reader: ReaderLinks) -> DataTable:
    """List the first key terms of the sources of a table that stands for the chart."""
    listed = {row[0].text for row in table.rows}
    terms = report.comparison.keyness
    sources = dict.fromkeys(term.source for term in terms if term.z > 0)
    chosen = [t for source in sources if short(source) in listed for t in own_terms(terms, source)]
    return keyness_table(chosen, report, reader)


def _uses(term: str, reader: ReaderLinks, *parties: tuple[str, float]) -> tuple[Link, ...]:
    return tuple(
        link
        for source, used in parties
        if used and source != THE_OTHERS
        for link in reader.to_word(term, source)
    )
