"""The numbers of charts of claims: figures side by side, statements, and days."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.comparing.claims.claim_results import LedgerEntry, Statement
from divergence.comparing.claims.statement_carriers import shared
from divergence.displays import ledger
from divergence.displays.agreement import shortest
from divergence.displays.figure_labels import amount, claimant, drawable
from divergence.phrases import row, say
from divergence.plots.agreement import Agreement
from divergence.plots.ledger import LedgerGroup
from divergence.plots.lettering import plain
from divergence.plots.number_format import day, number
from divergence.plots.party_names import short
from divergence.plots.timeline import DayCount
from divergence.reporting.html.reader_links import Link, ReaderLinks
from divergence.reporting.html.tables_below_charts.data_table import DataRow, DataTable, data_table
from divergence.reporting.number_sentences import in_quotes
from divergence.reporting.report import Report

MOST_DAYS = 200


def ledger_table(data: tuple[LedgerGroup, ...], report: Report, reader: ReaderLinks) -> DataTable:
    """List every figure of the ledger, with a link to its sentence."""
    drawn = ledger.choose(report.comparison).drawn
    rows = (
        figure_row
        for group, entry in zip(data, drawn, strict=True)
        for figure_row in _figures(group, entry, reader)
    )
    return data_table(row("behind.ledger"), rows)


def _figures(group: LedgerGroup, entry: LedgerEntry, reader: ReaderLinks) -> Iterator[DataRow]:
    for figure in drawable(entry)[: len(group.rows)]:
        where = ", ".join(filter(None, (plain(figure.window, limit=60), plain(figure.place))))
        yield DataRow(
            (
                plain(group.heading, limit=120),
                say(f"verdict.{entry.verdict}"),
                short(figure.at.source),
                amount(figure),
                claimant(figure),
                where or "–",
            ),
            reader.to_sentence(figure.at.article, figure.at.sentence),
        )


def agreement_table(data: Agreement, report: Report, reader: ReaderLinks) -> DataTable:
    """List the statements of the matrix, with links to all their sentences."""
    statements = shared(report.comparison.statements)
    rows = (_statement(statement, reader) for statement in statements[: len(data.statements)])
    return data_table(row("behind.agreement"), rows, right=(2,))


def _statement(statement: Statement, reader: ReaderLinks) -> DataRow:
    return DataRow(
        (
            in_quotes(plain(shortest(statement).text, limit=200)),
            say("behind.carried", n=len(statement.sources), sources=statement.n_sources),
            number(statement.similarity),
        ),
        reader.to_sentences(
            ((ref.article, ref.sentence) for ref in statement.sentences), named=True
        ),
    )


def timeline_table(data: tuple[DayCount, ...], report: Report, reader: ReaderLinks) -> DataTable:
    """List the days of every source, with links to their articles."""
    articles: dict[tuple[str, object], list[tuple[str, int]]] = {}
    for article in report.material:
        articles.setdefault((article.source, article.date), []).append((article.article, 0))
    rows = (
        DataRow(
            (short(day_count.source), day(day_count.day), number(day_count.articles)),
            tuple(
                Link(say("behind.article", place=place), link.href) if link.href else link
                for place, link in enumerate(
                    reader.to_sentences(articles.get((day_count.source, day_count.day), ())),
                    start=1,
                )
            ),
        )
        for day_count in data
    )
    return data_table(row("behind.timeline"), rows, right=(2,), most=MOST_DAYS)
