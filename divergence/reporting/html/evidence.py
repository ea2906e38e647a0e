"""From a figure to the places behind it: its numbers as rows, each with a way into the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from divergence.comparing.results import Column, Contrast, Estimate
from divergence.phrases import say
from divergence.plots.contrasts import NamedContrast
from divergence.plots.multiples import Multiples
from divergence.plots.numerals import interval, is_share, number
from divergence.reporting import words
from divergence.reporting.footnotes import EVERYWHERE
from divergence.reporting.report import Chart, Report

# Figures that show no measured column, and the feature that finds what they count.
FEATURES = {
    "claims-ledger": "figures",
    "voices-sides": "quotation",
    "voices-speakers": "speakers",
    "voices-cues": "attribution",
}
MOST = 400


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a figure: of what, how much, how sure, and where its places are shown."""

    of: str
    source: str
    voice: str
    value: str
    interval: str
    places: str
    link: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The numbers of a figure, and links to places where a figure has only those."""

    numbers: tuple[Number, ...]
    features: tuple[tuple[str, str], ...]
    more: int


def behind(chart: Chart, report: Report) -> Behind:
    """List what a chart draws.

    Parameters
    ----------
    chart : Chart
        Any chart of the report.
    report : Report
        Where its columns are declared.

    Returns
    -------
    Behind
        A row for every estimate or difference that the chart draws; none for other charts.
    """
    columns = {column.name: column for column in report.comparison.columns}
    rows = tuple(_rows(chart.data, columns))
    named = FEATURES.get(chart.name)
    links = ((named, link(named)),) if named else ()
    return Behind(rows[:MOST], links, max(0, len(rows) - MOST))


def link(feature: str, *, side: str | None = None, voice: str = "all", source: str = "") -> str:
    """Return the address of the reader with one feature shown."""
    asked = {"feature": feature, "side": side or "", "voice": voice, "source": source}
    told = {key: value for key, value in asked.items() if value and value != "all"}
    return "#read?" + urlencode(told)


def _rows(data: object, columns: dict[str, Column]) -> Iterator[Number]:
    if isinstance(data, Multiples):
        for panel in data.panels:
            for estimate in panel.estimates:
                yield _estimate(estimate, panel.column)
    elif isinstance(data, Iterable):
        for row in data:
            if isinstance(row, NamedContrast) and row.contrast.column in columns:
                yield _contrast(row.contrast, columns[row.contrast.column])


def _estimate(estimate: Estimate, column: Column) -> Number:
    share = is_share(column.unit)
    known = estimate.value == estimate.value
    return Number(
        words.named(column),
        words.short(estimate.source),
        say(f"voice.{estimate.voice}"),
        words.given(estimate.value, column.unit) if known else words.undefined(estimate.caution),
        _between(estimate.low, estimate.high, share=share) if known else "",
        f"{estimate.n_evidence:,}",
        _link(column, estimate.voice, estimate.source),
    )


def _contrast(contrast: Contrast, column: Column) -> Number:
    share = is_share(column.unit)
    known = contrast.difference == contrast.difference
    return Number(
        f"{words.named(column)}, {column.unit}",
        f"{words.short(contrast.source)} less {words.short(contrast.reference)}",
        say(f"voice.{contrast.voice}"),
        number(contrast.difference, share=share, signed=True)
        if known
        else words.undefined(contrast.caution),
        _between(contrast.low, contrast.high, share=share, signed=True) if known else "",
        "",
        _link(column, contrast.voice, contrast.source),
    )


def _link(column: Column, voice: str, source: str) -> str:
    if column.feature in EVERYWHERE:
        return ""
    return link(column.feature, side=column.side, voice=voice, source=source)


def _between(low: float, high: float, *, share: bool, signed: bool = False) -> str:
    return interval(low, high, share=share, signed=signed) if low == low else ""
