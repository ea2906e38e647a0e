"""From a figure to the places behind it: which numbers stand below which kind of figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from divergence.reporting.html.chart_numbers import (
    claim_numbers,
    measure_numbers,
    voice_numbers,
    wording_numbers,
)
from divergence.reporting.html.chart_numbers.number_rows import Numbers
from divergence.reporting.html.reader_links import Places
from divergence.reporting.report import Chart, Report, Table

KINDS: dict[str, Callable[[Any, Report, Places], Numbers]] = {
    "agreement": claim_numbers.of_agreement,
    "contrasts": measure_numbers.of_contrasts,
    "course": measure_numbers.of_course,
    "distances": measure_numbers.of_distances,
    "keyness": wording_numbers.of_keyness,
    "ledger": claim_numbers.of_ledger,
    "multiples": measure_numbers.of_multiples,
    "profile": measure_numbers.of_profile,
    "shares": voice_numbers.of_shares,
    "shift": wording_numbers.of_shift,
    "speakers": voice_numbers.of_speakers,
    "timeline": claim_numbers.of_timeline,
    "tree": measure_numbers.of_tree,
}
TABLES: dict[str, Callable[[Table, Report, Places], Numbers]] = {
    "partings": measure_numbers.of_partings,
    "wording-keyness": wording_numbers.of_terms,
}


def behind(block: Chart | Table, report: Report, places: Places) -> Numbers:
    """List what a chart draws, or a table that stands for one."""
    if isinstance(block, Chart):
        return KINDS[block.kind](block.data, report, places)
    if block.name in TABLES:
        return TABLES[block.name](block, report, places)
    return Numbers((), (), ())
