"""Which table of numbers, each with links to its sentences, stands below which chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from divergence.reporting.html.chart_data import claim_data, measure_data, voice_data, wording_data
from divergence.reporting.html.chart_data.data_table import DataTable
from divergence.reporting.html.reader_links import ReaderLinks
from divergence.reporting.report import Chart, Report, Table

OF_CHARTS: dict[str, Callable[[Any, Report, ReaderLinks], DataTable]] = {
    "agreement": claim_data.agreement_table,
    "contrasts": measure_data.contrasts_table,
    "course": measure_data.course_table,
    "distances": measure_data.distances_table,
    "keyness": wording_data.keyness_table,
    "ledger": claim_data.ledger_table,
    "multiples": measure_data.multiples_table,
    "profile": measure_data.profile_table,
    "shares": voice_data.shares_table,
    "shift": wording_data.shift_table,
    "speakers": voice_data.speakers_table,
    "timeline": claim_data.timeline_table,
    "tree": measure_data.tree_table,
}
OF_TABLES: dict[str, Callable[[Table, Report, ReaderLinks], DataTable]] = {
    "partings": measure_data.partings_table,
    "wording-keyness": wording_data.key_terms_table,
}


def data_table_of(block: Chart | Table, report: Report, reader: ReaderLinks) -> DataTable:
    """List what a chart draws, or a table that stands for one."""
    if isinstance(block, Chart):
        return OF_CHARTS[block.kind](block.data, report, reader)
    if block.name in OF_TABLES:
        return OF_TABLES[block.name](block, report, reader)
    return DataTable((), (), ())
