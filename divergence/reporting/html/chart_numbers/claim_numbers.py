"""The numbers of charts of claims: figures side by side, statements, and days."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.comparing.claims.carriers import shared
from divergence.comparing.claims.claim_results import LedgerEntry, Statement
from divergence.displays import ledger
from divergence.displays.agreement import shortest
from divergence.displays.figure_labels import amount, claimant, drawable
from divergence.phrases import row, say
from divergence.plots.agreement import Agreement
from divergence.plots.ledger import LedgerGroup
from divergence.plots.lettering import plain
from divergence.plots.number_format import day, number
from divergence.plots.timeline import DayCount
from divergence.reporting import number_sentences
from divergence.reporting.html.chart_numbers.number_rows import Numbers, Row, numbers
from divergence.reporting.html.reader_links import Places, Way
from divergence.reporting.report import Report

MOST_DAYS = 200


def of_ledger(data: tuple[LedgerGroup, ...], report: Report, places: Places) -> Numbers:
    """List every figure of the ledger, with the way to its sentence."""
    drawn = ledger.choose(report.comparison).drawn
    rows = (
        each
        for group, entry in zip(data, drawn, strict=True)
        for each in _figures(group, entry, places)
    )
    return numbers(row("behind.ledger"), rows)


def _figures(group: LedgerGroup, entry: LedgerEntry, places: Places) -> Iterator[Row]:
    for figure in drawable(entry)[: len(group.rows)]:
        where = ", ".join(filter(None, (plain(figure.window, limit=60), plain(figure.place))))
        yield Row(
            (
                plain(group.heading, limit=120),
                say(f"verdict.{entry.verdict}"),
                number_sentences.short(figure.at.source),
                amount(figure),
                claimant(figure),
                where or "–",
            ),
            places.sentence(figure.at.article, figure.at.sentence),
        )


def of_agreement(data: Agreement, report: Report, places: Places) -> Numbers:
    """List the statements of the matrix, with the ways to all their sentences."""
    told = shared(report.comparison.statements)
    rows = (_statement(one, places) for one in told[: len(data.statements)])
    return numbers(row("behind.agreement"), rows, right=(2,))


def _statement(one: Statement, places: Places) -> Row:
    return Row(
        (
            number_sentences.in_quotes(plain(shortest(one).text, limit=200)),
            say("behind.carried", n=len(one.sources), sources=one.n_sources),
            number(one.similarity),
        ),
        places.sentences(((ref.article, ref.sentence) for ref in one.sentences), named=True),
    )


def of_timeline(data: tuple[DayCount, ...], report: Report, places: Places) -> Numbers:
    """List the days of every source, with the ways to their articles."""
    found: dict[tuple[str, object], list[tuple[str, int]]] = {}
    for article in report.material:
        found.setdefault((article.source, article.date), []).append((article.article, 0))
    rows = (
        Row(
            (number_sentences.short(one.source), day(one.day), number(one.articles)),
            tuple(
                Way(say("behind.article", place=place), way.href) if way.href else way
                for place, way in enumerate(
                    places.sentences(found.get((one.source, one.day), ())), start=1
                )
            ),
        )
        for one in data
    )
    return numbers(row("behind.timeline"), rows, right=(2,), most=MOST_DAYS)
