"""The ledger's chart on the page and from Python: the same entries, whatever cannot be drawn."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from divergence.comparing.claims.claim_results import LedgerEntry
from divergence.comparing.comparison import Comparison
from divergence.displays import LedgerDisplay
from divergence.displays.ledger import MOST_ROWS, choose
from divergence.reporting.build import build_report
from divergence.reporting.html.article_index import ArticleIndex
from divergence.reporting.html.reader_links import ReaderLinks
from divergence.reporting.html.shards import split_into_shards
from divergence.reporting.html.tables_below_charts.claim_tables import ledger_table
from divergence.reporting.report import Report
from tests.reporting import builders


def undrawable(entry: LedgerEntry) -> LedgerEntry:
    """The same entry with numbers that have no place on an axis."""
    figures = tuple(replace(figure, low=math.nan, high=math.inf) for figure in entry.figures)
    return replace(entry, subject="boats lost", figures=figures)


def long(entry: LedgerEntry, n: int) -> LedgerEntry:
    """The same entry with more figures than a chart has rows."""
    first = entry.figures[0]
    figures = tuple(replace(first, low=float(k), high=float(k)) for k in range(1, n + 1))
    return replace(entry, subject="boats counted", figures=figures)


def with_ledger(entries: tuple[LedgerEntry, ...]) -> tuple[Comparison, Report]:
    comparison, info, articles = builders.two()
    comparison = replace(comparison, ledger=entries)
    return comparison, build_report(comparison, info, articles)


DIFFER, AGREE, ONLY = builders.two()[0].ledger


@pytest.mark.parametrize(
    ("entries", "drawn", "left"),
    [
        ((undrawable(DIFFER), DIFFER, AGREE, ONLY), [DIFFER, AGREE], 1),
        ((DIFFER, undrawable(AGREE), AGREE, ONLY), [DIFFER, AGREE], 1),
        ((DIFFER, long(DIFFER, MOST_ROWS), AGREE), [DIFFER, AGREE], 1),
        ((long(DIFFER, MOST_ROWS + 4), AGREE), [long(DIFFER, MOST_ROWS + 4)], 1),
        ((undrawable(DIFFER), ONLY), [], 1),
    ],
    ids=["first", "second", "too long", "long and first", "nothing"],
)
def test_the_page_draws_what_the_display_draws(entries, drawn, left):
    comparison, report = with_ledger(entries)
    assert choose(comparison).drawn == tuple(drawn)
    assert choose(comparison).left == left
    display = LedgerDisplay.from_comparison(comparison)
    chart = next(chart for chart in report.charts if chart.name == "claims-ledger")
    assert [g.verdict for g in chart.data] == [g.verdict for g in display.data]
    for group, whole in zip(chart.data, display.data, strict=True):
        assert group.rows == whole.rows[:MOST_ROWS]
    assert chart.title == display.title
    assert f"{left} more" in chart.caution
    assert f"{left} more" in display.subtitle


def test_numbers_behind_the_chart_are_those_of_what_it_draws():
    _, report = with_ledger((undrawable(DIFFER), DIFFER, AGREE))
    chart = next(chart for chart in report.charts if chart.name == "claims-ledger")
    index = ArticleIndex(report)
    numbers = ledger_table(chart.data, report, ReaderLinks(index, split_into_shards(index)))
    assert [row.cells[1] for row in numbers.rows] == [
        f"the numbers {verdict}" for verdict in ("differ", "differ", "agree", "agree")
    ]
    amounts = [row.cells[3] for row in numbers.rows]
    assert amounts == ["120", "220", "20,000 to 30,000", "20,000 to 30,000"]
