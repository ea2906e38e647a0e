"""Blocks that several pages share: sentences on contrasts, charts of a family's measures."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from divergence.comparing.measures.measure_results import Contrast, Estimate
from divergence.counting.columns import Column
from divergence.displays import estimates
from divergence.phrases import say, semicolons
from divergence.plots import multiples
from divergence.plots.estimates import Panel
from divergence.plots.multiples import Multiples
from divergence.reporting import number_sentences
from divergence.reporting.report import Block, Chart, Sentence, Words
from divergence.reporting.report_context import Desk

TALLEST = 7.4
MOST_PANELS = 6


def sentence(desk: Desk, contrast: Contrast, *, most: int = 1) -> Sentence:
    """Say a contrast and cite what it rests on."""
    column = desk.columns[contrast.column]
    own = desk.estimate(contrast.source, contrast.column, contrast.voice)
    other = desk.estimate(contrast.reference, contrast.column, contrast.voice)
    said = number_sentences.difference(contrast, column, own, other, weak=desk.weak(contrast))
    return Sentence(said, desk.cite(contrast, most=most))


def found(desk: Desk, columns: Sequence[Column], topic: str) -> str:
    """Say what a chart of these columns found: its clearest contrast, or that there is none."""
    if len(desk.sources) < 2:
        name = number_sentences.capital(number_sentences.topic(topic))
        return say("measures.alone", topic=name, sources=number_sentences.list_of(desk.sources))
    for best in _telling(desk, columns):
        said = number_sentences.headline(best, desk.columns[best.column])
        return say("measures.found", headline=said, voice=say(f"voice.{best.voice}"))
    return number_sentences.nothing_clear(topic, desk.sources)


def _telling(desk: Desk, columns: Sequence[Column], *, most: int = 3) -> list[Contrast]:
    """Return the strongest contrasts that are clear and rest on enough text."""
    return [
        contrast
        for contrast in desk.strongest(columns, most=most)
        if number_sentences.clear(contrast) and not desk.weak(contrast)
    ]


def lead(desk: Desk, columns: Sequence[Column], topic: str, *, most: int = 3) -> Words:
    """Open a topic with its strongest contrasts, or with the values of a single source."""
    if len(desk.sources) < 2:
        return Words(_profile(desk, columns, most), kind="list")
    chosen = desk.strongest(columns, most=most)
    sentences = tuple(sentence(desk, contrast) for contrast in _telling(desk, columns, most=most))
    if not sentences:
        nothing = number_sentences.nothing_clear(topic, desk.sources)
        opening = Sentence(say("measures.in_sample", nothing_clear=nothing))
        # The title of the chart below says that nothing is clear.
        sentences = tuple(sentence(desk, contrast) for contrast in chosen[:1]) or (opening,)
    return Words(sentences, kind="list")


def _profile(desk: Desk, columns: Sequence[Column], most: int) -> tuple[Sentence, ...]:
    """Say the values of a single source: of every family in turn what rests on most places."""
    families: dict[str, list[tuple[Estimate, Column]]] = {}
    for column in columns:
        estimate = desk.estimate(desk.sources[0], column.name, "all") if desk.sources else None
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
            desk.footnotes.of_column(column, estimate.source),
        )
        for estimate, column in chosen
    )


def measures(
    desk: Desk, columns: Sequence[Column], topic: str, *, most: int = MOST_PANELS
) -> tuple[Block, ...]:
    """Chart the columns as small multiples, in as many charts as sheets need."""
    panels = [estimates.panel(desk.comparison, column, desk.shown_sources) for column in columns]
    drawn = _chosen(desk, tuple(panel for panel in panels if _any_value(panel)), most)
    beyond = sum(map(_any_value, panels)) - len(drawn)
    blocks: list[Block] = []
    if drawn:
        # A row holds panels of sides or of none: in this order fewest places stay empty.
        ordered = sorted(drawn, key=lambda panel: panel.column.side is not None)
        chunks = _chunks(tuple(ordered), _across(desk, ordered))
        title = found(desk, columns, topic)
        for place, chunk in enumerate(chunks, start=1):
            several = len(chunks) > 1
            part = say("measures.part", title=title, place=place, parts=len(chunks))
            blocks.append(
                Chart(
                    name=f"{topic}-measures" + (f"-{place}" if several else ""),
                    kind="multiples",
                    title=part if several else title,
                    subtitle=_how(desk),
                    data=chunk,
                    caution=_few(chunk, beyond if place == len(chunks) else 0),
                    alt=alt(chunk),
                )
            )
    missing = [_undefined(panel) for panel in panels if not _any_value(panel)]
    if missing:
        left_out = say("measures.left_out", measures=semicolons(missing[:8]))
        blocks.append(Words((Sentence(left_out),), kind="small"))
    return tuple(blocks)


def _undefined(panel: Panel) -> str:
    reason = next((each.caution for each in panel.estimates if each.caution), "")
    return say(
        "measures.undefined",
        name=number_sentences.named(panel.column),
        undefined=number_sentences.undefined(reason),
    )


def _chosen(desk: Desk, panels: tuple[Panel, ...], most: int) -> tuple[Panel, ...]:
    """Keep the measures that differ most; all sides of a measure stay together."""
    if len(panels) <= most:
        return panels
    ranked = desk.strongest([panel.column for panel in panels], most=len(panels))
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


def _across(desk: Desk, panels: Sequence[Panel]) -> int:
    """Panels in a row: three, or four where that leaves no panel and no side alone."""
    per_side = sum(panel.column.side is not None for panel in panels)
    paired = per_side > len(panels) / 2 and len(desk.comparison.sides) == 2
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


def _how(desk: Desk) -> str:
    how = say("measures.how", articles=desk.n_articles, sources=len(desk.sources))
    more = number_sentences.and_more(len(desk.sources) - len(desk.shown_sources), "source")
    return f"{how} {more}".rstrip()


def _few(chart: Multiples, beyond: int) -> str:
    places = [
        sum(e.n_evidence for e in panel.estimates if e.voice != "all" and e.source == source)
        for panel in chart.panels
        for source in panel.sources
    ]
    few = sum(n < number_sentences.FEWEST_PLACES for n in places)
    told = [number_sentences.and_more(beyond, "measure")]
    if few:
        told.append(
            say("measures.few", few=few, values=len(places), fewest=number_sentences.FEWEST_PLACES)
        )
    return " ".join(filter(None, told))
