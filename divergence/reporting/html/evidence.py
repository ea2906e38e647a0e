"""From a figure to the places behind it: which numbers stand below which kind of figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from divergence.reporting.html.behind import claims, measures, voices, wording
from divergence.reporting.html.behind.rows import Numbers
from divergence.reporting.html.places import Places
from divergence.reporting.report import Chart, Report, Table

KINDS: dict[str, Callable[[Any, Report, Places], Numbers]] = {
    "agreement": claims.of_agreement,
    "contrasts": measures.of_contrasts,
    "course": measures.of_course,
    "distances": measures.of_distances,
    "keyness": wording.of_keyness,
    "ledger": claims.of_ledger,
    "multiples": measures.of_multiples,
    "profile": measures.of_profile,
    "shares": voices.of_shares,
    "shift": wording.of_shift,
    "speakers": voices.of_speakers,
    "timeline": claims.of_timeline,
    "tree": measures.of_tree,
}
TABLES: dict[str, Callable[[Table, Report, Places], Numbers]] = {
    "partings": measures.of_partings,
    "wording-keyness": wording.of_terms,
}


def behind(block: Chart | Table, report: Report, places: Places) -> Numbers:
    """List what a chart draws, or a table that stands for one.

    Parameters
    ----------
    block : Chart or Table
        Any chart of the report; a table that holds numbers without notes.
    report : Report
        What it was made from.
    places : Places
        Where the articles can be read.

    Returns
    -------
    Numbers
        A row for every number; none for tables whose cells have notes themselves.
    """
    if isinstance(block, Chart):
        return KINDS[block.kind](block.data, report, places)
    if block.name in TABLES:
        return TABLES[block.name](block, report, places)
    return Numbers((), (), ())
