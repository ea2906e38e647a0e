"""Blocks that several pages share: sentences on contrasts, charts of a family's measures."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from divergence.comparing.measures.measure_results import Contrast, Estimate
from divergence.counting.columns import Column
from divergence.displays import estimates
from divergence.displays.contrast_selection import FEWEST_PLACES, clear
from divergence.phrases import say, semicolons
from divergence.plots import multiples, party_names
from divergence.plots.estimates import Panel, label
from divergence.plots.multiples import Multiples
from divergence.plots.party_names import capital, list_of
from divergence.reporting import number_sentences
from divergence.reporting.number_sentences import and_more
from divergence.reporting.report import Block, Chart, Paragraph, Sentence
from divergence.reporting.report_context import ReportContext

TALLEST = 7.4
MOST_PANELS = 6


def sentence(context: ReportContext, contrast: Contrast, *, most: int = 1) -> Sentence:
    """Say a contrast and cite what it rests on."""
    column = context.columns[contrast.column]
    own = context.estimate(contrast.source, contrast.column, contrast.voice)
    other = context.estimate(contrast.reference, contrast.column, contrast.voice)
    said = number_sentences.difference(contrast, column, own, other, weak=context.weak(contrast))
    return Sentence(said, context.cite(contrast, most=most))


def chart_title(context: ReportContext, columns: Sequence[Column], topic: str) -> str:
    """Say what a chart of these columns found: its clearest contrast, or that there is none."""
    if len(context.sources) < 2:
        name = capital(party_names.topic(topic))
        return say("measures.alone", topic=name, sources=list_of(context.sources))
    for best in _clear_contrasts(context, columns):
        said = number_sentences.headline(best, context.columns[best.column])
        return say("measures.found", headline=said, voice=say(f"voice.{best.voice}"))
    return number_sentences.nothing_clear(topic, context.sources)


def _clear_contrasts(
    context: ReportContext, columns: Sequence[Column], *, most: int = 3
) -> list[Contrast]:
    """Return the strongest contrasts that are clear and rest on enough text."""
    return [
        contrast
        for contrast in context.strongest(columns, most=most)
        if clear(contrast) and not context.weak(contrast)
    ]


def lead(
    context: ReportContext, columns: Sequence[Column], topic: str, *, most: int = 3
) -> Paragraph:
    """Open a topic with its strongest contrasts, or with the values of a single source."""
    if len(context.sources) < 2:
        return Paragraph(_profile(context, columns, most), kind="list")
    chosen = context.strongest(columns, most=most)
    sentences = tuple(
        sentence(context, contrast) for contrast in _clear_contrasts(context, columns, most=most)
    )
    if not sentences:
        nothing = number_sentences.nothing_clear(topic, context.sources)
        opening = Sentence(say("measures.in_sample", nothing_clear=nothing))
        # The title of the chart below says that nothing is clear.
        sentences = tuple(sentence(context, contrast) for contrast in chosen[:1]) or (opening,)
    return Paragraph(sentences, kind="list")


def _profile(context: ReportContext, columns: Sequence[Column], most: int) -> tuple[Sentence, ...]:
    """Say the values of a single source: of every family in turn what rests on most places."""
    families: dict[str, list[tuple[Estimate, Column]]] = {}
    for column in columns:
        estimate = (
            context.estimate(context.sources[0], column.name, "all") if context.sources else None
        )
        if estimate is not None and math.isfinite(estimate.value):
            families.setdefault(column.family, []).append((estimate, column))
    for family in families.values():
        family.sort(key=lambda pair: -pair[0].n_evidence)
    turns = itertools.chain.from_iterable(itertools.zip_longest(*families.values()))
    chosen = [pair for pair in turns if pair is not None][:most]
    chosen.sort(key=lambda pair: list(families).index(pair[1].family))
    return tuple(
        Sentence(
            number_sentences.value(estimate, column),
            context.footnotes.cite_column(column, estimate.source),
        )
        for estimate, column in chosen
    )


def measures(
    context: ReportContext, columns: Sequence[Column], topic: str, *, most: int = MOST_PANELS
) -> tuple[Block, ...]:
    """Chart the columns as small multiples, in as many charts as sheets need."""
    panels = [
        estimates.panel(context.comparison, column, context.shown_sources) for column in columns
    ]
    drawn = _chosen(context, tuple(panel for panel in panels if _any_value(panel)), most)
    beyond = sum(map(_any_value, panels)) - len(drawn)
    blocks: list[Block] = []
    if drawn:
        # A row holds panels of sides or of none: in this order fewest places stay empty.
        ordered = sorted(drawn, key=lambda panel: panel.column.side is not None)
        chunks = _chunks(tuple(ordered), _across(context, ordered))
        title = chart_title(context, columns, topic)
        for place, chunk in enumerate(chunks, start=1):
            several = len(chunks) > 1
            part = say("measures.part", title=title, place=place, parts=len(chunks))
            blocks.append(
                Chart(
                    name=f"{topic}-measures" + (f"-{place}" if several else ""),
                    kind="multiples",
                    title=part if several else title,
                    subtitle=_how(context),
                    data=chunk,
                    caution=_few_places(chunk, beyond if place == len(chunks) else 0),
                    alt=alt(chunk),
                )
            )
    missing = [_undefined(panel) for panel in panels if not _any_value(panel)]
    if missing:
        left_out = say("measures.left_out", measures=semicolons(missing[:8]))
        blocks.append(Paragraph((Sentence(left_out),), kind="small"))
    return tuple(blocks)


def _undefined(panel: Panel) -> str:
    reason = next((estimate.caution for estimate in panel.estimates if estimate.caution), "")
    return say(
        "measures.undefined",
        name=label(panel.column),
        undefined=number_sentences.undefined(reason),
    )


def _chosen(context: ReportContext, panels: tuple[Panel, ...], most: int) -> tuple[Panel, ...]:
    """Keep the measures that differ most; all sides of a measure stay together."""
    if len(panels) <= most:
        return panels
    ranked = context.strongest([panel.column for panel in panels], most=len(panels))
    order = [contrast.column for contrast in ranked]
    order += [panel.column.name for panel in panels if panel.column.name not in order]
    kept: set[str] = set()
    for name in dict.fromkeys(name.partition("[")[0] for name in order):
        group = {p.column.name for p in panels if p.column.name.partition("[")[0] == name}
        if len(kept | group) <= most:
            kept |= group
    return tuple(panel for panel in panels if panel.column.name in kept)


def alt(chart: Multiples) -> str:
    """Describe a chart of measures in words."""
    return " ".join(
        say(
            "measures.alt",
            source=estimate.source,
            value=number_sentences.value(estimate, panel.column),
        )
        for panel in chart.panels
        for estimate in panel.estimates
        if estimate.voice != "all"
    )[:2000]


def _any_value(panel: Panel) -> bool:
    return any(math.isfinite(estimate.value) for estimate in panel.estimates)


def _across(context: ReportContext, panels: Sequence[Panel]) -> int:
    """Panels in a row: three, or four where that leaves no panel and no side alone."""
    per_side = sum(panel.column.side is not None for panel in panels)
    paired = per_side > len(panels) / 2 and len(context.comparison.sides) == 2
    return 4 if paired or len(panels) == 4 else 3


def _chunks(panels: tuple[Panel, ...], across: int) -> list[Multiples]:
    rows: list[tuple[Panel, ...]] = [()]
    for group in _measures(panels):
        # The sides of a measure stay in one row, where they share an axis, if they fit.
        if rows[-1] and len(rows[-1]) + min(len(group), across) > across:
            rows.append(())
        for panel in group:
            if len(rows[-1]) == across:
                rows.append(())
            rows[-1] = (*rows[-1], panel)
    wide = min(across, max(map(len, rows)))
    chunks: list[Multiples] = []
    held: tuple[tuple[Panel, ...], ...] = ()
    for line in rows:
        if held and multiples.height(Multiples((*held, line), wide)) > TALLEST:
            chunks.append(Multiples(held, wide))
            held = ()
        held = (*held, line)
    return [*chunks, Multiples(held, wide)]


def _measures(panels: tuple[Panel, ...]) -> list[tuple[Panel, ...]]:
    """Group neighbouring panels of the same measure, one for each side."""
    runs = itertools.groupby(panels, key=lambda panel: panel.column.name.partition("[")[0])
    return [tuple(run) for _, run in runs]


def _how(context: ReportContext) -> str:
    how = say("measures.how", articles=context.n_articles, sources=len(context.sources))
    more = and_more(len(context.sources) - len(context.shown_sources), "source")
    return f"{how} {more}".rstrip()


def _few_places(chart: Multiples, beyond: int) -> str:
    places = [
        sum(e.n_evidence for e in panel.estimates if e.voice != "all" and e.source == source)
        for panel in chart.panels
        for source in panel.sources
    ]
    few = sum(n < FEWEST_PLACES for n in places)
    cautions = [and_more(beyond, "measure")]
    if few:
        cautions.append(say("measures.few", few=few, values=len(places), fewest=FEWEST_PLACES))
    return " ".join(filter(None, cautions))
