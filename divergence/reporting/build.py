"""From a comparison to a report: which pages there are, and in what order."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.comparison import Comparison
from divergence.digesting.material import Material
from divergence.phrases import DEFAULT, load, say, speaking, spoken
from divergence.plots.number_format import days
from divergence.reporting.pages import (
    claims,
    differences,
    distance_map,
    method,
    origins,
    over_time,
    summary,
    topics,
    voices,
    wording,
)
from divergence.reporting.report import Report
from divergence.reporting.report_context import ReportContext
from divergence.reporting.run_info import RunInfo


def build_report(
    comparison: Comparison,
    info: RunInfo,
    material: Sequence[Material] = (),
    *,
    language: str = DEFAULT,
) -> Report:
    """Turn a comparison into pages; without ``material`` they cite nothing."""
    with speaking(load(language)):
        context = ReportContext(comparison, info, material)
        pages = (
            summary.page(context),
            origins.page(context),
            differences.page(context),
            claims.page(context),
            voices.page(context),
            topics.page(context, "certainty"),
            topics.page(context, "sentiment"),
            topics.page(context, "agency"),
            wording.page(context),
            topics.page(context, "frames"),
            topics.page(context, "lists"),
            distance_map.page(context),
            over_time.page(context),
            method.evidence(context),
            method.page(context),
        )
        return Report(
            title=context.title_of(),
            subtitle=_subtitle(context),
            pages=tuple(page for page in pages if page is not None),
            notes=context.footnotes.notes,
            info=info,
            comparison=comparison,
            material=context.material,
            language=spoken().language,
        )


def _subtitle(context: ReportContext) -> str:
    """Count articles and sources, and give the span of their dates."""
    parts = [say("noun.article", n=context.n_articles), say("noun.source", n=len(context.sources))]
    dates = [
        date
        for profile in context.comparison.sources
        for date in (profile.first, profile.last)
        if date
    ]
    if dates:
        parts.append(days(min(dates), max(dates)))
    return " · ".join(parts)
