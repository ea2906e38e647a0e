"""Which families of measures tell the sources apart at all, beside what chance would give."""

from __future__ import annotations

from divergence.displays import profile
from divergence.phrases import say, semicolons
from divergence.plots.number_format import number
from divergence.reporting import number_sentences
from divergence.reporting.report import Chart
from divergence.reporting.report_context import Desk


def chart(desk: Desk) -> Chart | None:
    """Return the chart of all families, or None where nothing is compared."""
    shown = [
        each
        for each in desk.comparison.profile
        if len(desk.sources) <= 2 or each.source in desk.shown_sources
    ]
    rows = profile.rows(shown)
    if not any(row.known for row in rows):
        return None
    cautions = dict.fromkeys(each.caution for each in shown if each.caution)
    return Chart(
        name="profile",
        kind="profile",
        title=profile.headline(rows),
        subtitle=profile.how_to_read(desk.comparison, shown),
        data=rows,
        caution=_caution(list(cautions)),
        alt=semicolons([f"{row.family}: {number(max(row.known))}" for row in rows if row.known]),
    )


def _caution(cautions: list[str]) -> str:
    told = (number_sentences.capital(each) for each in cautions[:2])
    return " ".join(say("method.caution", caution=each) for each in told)
