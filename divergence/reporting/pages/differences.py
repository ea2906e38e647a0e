"""The largest differences as a chart, and when the articles appeared."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date as Date

from divergence.displays import contrast_selection, contrasts, timeline
from divergence.phrases import say, semicolons
from divergence.plots.timeline import DayCount
from divergence.reporting import number_sentences
from divergence.reporting.pages import profile
from divergence.reporting.report import Block, Chart, Page
from divergence.reporting.report_context import ReportContext

MOST_ROWS = 12


def page(context: ReportContext) -> Page | None:
    """Return the page, or None where nothing is compared and no dates span."""
    blocks: list[Block] = []
    columns = contrast_selection.leading(context.comparison)
    chosen = context.strongest(columns, most=MOST_ROWS)
    if chosen:
        names = {column.name for column in columns}
        defined = sum(
            math.isfinite(candidate.difference)
            for candidate in context.comparison.contrasts
            if candidate.column in names
        )
        blocks.append(
            Chart(
                name="differences",
                kind="contrasts",
                title=contrasts.headline(chosen),
                subtitle=say("differences.how", articles=context.n_articles),
                data=contrasts.rows(context.comparison, chosen),
                caution=say("differences.picked", defined=defined),
                alt=" ".join(
                    number_sentences.headline(
                        contrast, context.columns[contrast.column], weak=context.weak(contrast)
                    )
                    + "."
                    for contrast in chosen
                )[:2000],
            )
        )
    families = profile.chart(context)
    if families:
        blocks.append(families)
    days = _days(context)
    if days:
        blocks.append(days)
    if not blocks:
        return None
    heading = say("heading.differences" if chosen else "heading.time")
    return Page("differences", heading, tuple(blocks))


def _days(context: ReportContext) -> Chart | None:
    tally: Counter[tuple[str, Date]] = Counter(
        (article.source, article.date) for article in context.material if article.date is not None
    )
    dates = {date for _, date in tally}
    if len(dates) < 2:
        return None
    order = {source: place for place, source in enumerate(context.shown_sources)}
    days = tuple(
        DayCount(source, date, n)
        for (source, date), n in sorted(
            ((key, n) for key, n in tally.items() if key[0] in order),
            key=lambda pair: (order[pair[0][0]], pair[0][1]),
        )
    )
    if not days:
        return None
    dated = sum(day_count.articles for day_count in days)
    left = sum(tally.values()) - dated
    undated = sum(article.date is None for article in context.material)
    cautions = (
        say("time.undated", articles=undated) if undated else "",
        say("time.not_shown", articles=left) if left else "",
    )
    return Chart(
        name="time",
        kind="timeline",
        title=timeline.headline(tally),
        subtitle=say("time.how", articles=dated),
        data=days,
        caution=" ".join(filter(None, cautions)),
        alt=semicolons(
            [
                f"{day_count.source} {day_count.day.isoformat()}: {day_count.articles}"
                for day_count in days
            ]
        )[:2000],
    )
