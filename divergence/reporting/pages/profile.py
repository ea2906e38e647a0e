"""Which families of measures tell the sources apart at all, beside what chance would give."""

from __future__ import annotations

from divergence.displays import profile
from divergence.phrases import say, semicolons
from divergence.plots.number_format import number
from divergence.plots.party_names import capital
from divergence.reporting.report import Chart
from divergence.reporting.report_context import ReportContext


def chart(context: ReportContext) -> Chart | None:
    """Return the chart of all families, or None where nothing is compared."""
    shown = [
        family
        for family in context.comparison.profile
        if len(context.sources) <= 2 or family.source in context.shown_sources
    ]
    rows = profile.rows(shown)
    if not any(row.known for row in rows):
        return None
    cautions = dict.fromkeys(family.caution for family in shown if family.caution)
    return Chart(
        name="profile",
        kind="profile",
        title=profile.headline(rows),
        subtitle=profile.how_to_read(context.comparison, shown),
        data=rows,
        caution=_caution(list(cautions)),
        alt=semicolons([f"{row.family}: {number(max(row.known))}" for row in rows if row.known]),
    )


def _caution(cautions: list[str]) -> str:
    shown = (capital(caution) for caution in cautions[:2])
    return " ".join(say("method.caution", caution=caution) for caution in shown)
