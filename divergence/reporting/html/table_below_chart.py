"""Which table of numbers, each with links to its sentences, stands below which chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from divergence.reporting.html.reader_links import ReaderLinks
from divergence.reporting.html.tables_below_charts import (
    claim_tables,
    measure_tables,
    voice_tables,
    wording_tables,
)
from divergence.reporting.html.tables_below_charts.data_table import DataTable
from divergence.reporting.report import Chart, Report, Table

OF_CHARTS: dict[str, Callable[[Any, Report, ReaderLinks], DataTable]] = {
    "agreement": claim_tables.agreement_table,
    "contrasts": measure_tables.contrasts_table,
    "course": measure_tables.course_table,
    "distances": measure_tables.distances_table,
    "keyness": wording_tables.keyness_table,
    "ledger": claim_tables.ledger_table,
    "multiples": measure_tables.multiples_table,
    "profile": measure_tables.profile_table,
    "shares": voice_tables.shares_table,
    "shift": wording_tables.shift_table,
    "speakers": voice_tables.speakers_table,
    "timeline": claim_tables.timeline_table,
    "tree": measure_tables.tree_table,
}
OF_TABLES: dict[str, Callable[[Table, Report, ReaderLinks], DataTable]] = {
    "partings": measure_tables.partings_table,
    "wording-keyness": wording_tables.key_terms_table,
}


def data_table_of(block: Chart | Table, report: Report, reader: ReaderLinks) -> DataTable:
    """List what a chart draws, or a table that stands for one."""
    if isinstance(block, Chart):
        return OF_CHARTS[block.kind](block.data, report, reader)
    if block.name in OF_TABLES:
        return OF_TABLES[block.name](block, report, reader)
    return DataTable((), (), ())
