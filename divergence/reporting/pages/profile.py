"""Which families of measures tell the sources apart at all, beside what chance would give."""

from __future__ import annotations

import math

from divergence.comparing.results import FamilyDivergence
from divergence.phrases import declared, say, semicolons
from divergence.plots.numerals import number
from divergence.plots.profile import FamilyRow
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.report import Chart

OVERALL = "overall"


def chart(desk: Desk) -> Chart | None:
    """Return the chart of all families, or None where nothing is compared."""
    shown = [
        each
        for each in desk.comparison.profile
        if len(desk.sources) <= 2 or each.source in desk.shown_sources
    ]
    families = list(dict.fromkeys(each.family for each in shown))
    rows = [_row([each for each in shown if each.family == family]) for family in families]
    if not any(math.isfinite(value) for row in rows for value in row.ratios):
        return None
    parts = [row for row, family in zip(rows, families, strict=True) if family != OVERALL]
    parts.sort(key=lambda row: -max(filter(math.isfinite, row.ratios), default=-1.0))
    whole = [row for row, family in zip(rows, families, strict=True) if family == OVERALL]
    cautions = dict.fromkeys(each.caution for each in shown if each.caution)
    n_events = max(each.n_events for each in shown)
    return Chart(
        name="profile",
        kind="profile",
        title=_found(parts),
        subtitle=_how(desk.n_articles, n_events),
        data=(*parts, *whole),
        caution=_caution(list(cautions)),
        alt=semicolons(
            [
                f"{row.family}: {number(max(known))}"
                for row in (*parts, *whole)
                if (known := [value for value in row.ratios if math.isfinite(value)])
            ]
        ),
    )


def _how(n_articles: int, n_events: int) -> str:
    if n_events > 1:
        return say("profile.how_within", articles=n_articles, events=n_events)
    return say("profile.how", articles=n_articles)


def _row(members: list[FamilyDivergence]) -> FamilyRow:
    known = [each for each in members if math.isfinite(each.ratio)]
    top = max(known, key=lambda each: (each.ratio, each.source), default=None)
    highs = [each.floor_high / each.floor for each in known if each.floor > 0]
    label = words.short(top.source) if top and len(members) > 1 else ""
    return FamilyRow(
        family=words.topic(members[0].family),
        ratios=tuple(each.ratio for each in members),
        high=max(highs, default=math.nan),
        label=label,
    )


def _found(rows: list[FamilyRow]) -> str:
    clear = [
        row.family
        for row in rows
        if any(math.isfinite(value) and value > row.high for value in row.ratios)
    ]
    if not clear:
        return say("profile.none")
    if len(clear) == len(rows):
        return say("profile.every")
    return words.capital(say("profile.some", families=words.list_of(clear, most=3)))


def _caution(cautions: list[str]) -> str:
    told = (words.capital(declared(each)) for each in cautions[:2])
    return " ".join(say("method.caution", caution=each) for each in told)
