"""Who gets to speak: words given to each side, the speakers, and the verbs that carry them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

from divergence.digesting.material import Material, Spoken
from divergence.displays import speakers
from divergence.phrases import commas, say, semicolons
from divergence.plots.number_format import number
from divergence.plots.party_names import short
from divergence.plots.shares import Shares
from divergence.reporting.number_sentences import and_more
from divergence.reporting.pages import shared_blocks
from divergence.reporting.report import Block, Chart, Page
from divergence.reporting.report_context import ReportContext
from divergence.types import CueClass

MOST_SPEAKERS, FEWEST_VERBS, FEWEST_WORDS = 12, 10, 100
CUES: tuple[CueClass, ...] = ("neutral", "according_to", "endorsing", "belief", "distancing")


def page(context: ReportContext) -> Page | None:
    """Return the page, or None where nobody is given words and nothing was measured."""
    columns = context.family("voices")
    spoken = [
        (article, attribution) for article in context.material for attribution in article.spoken
    ]
    if not columns and not spoken:
        return None
    blocks: list[Block] = []
    if columns:
        blocks.append(shared_blocks.lead(context, columns, "voices"))
    if spoken:
        parts_of = (*context.comparison.sides, say("voices.no_side"), say("voices.no_name"))
        blocks.append(
            _shares(
                context,
                spoken,
                name="voices-sides",
                title=_most_room(context, spoken),
                subtitle=say("voices.sides_how"),
                parts=parts_of,
                part_of=side_of,
                weigh=lambda attribution: attribution.n_words,
                noun="word",
            )
        )
        blocks.append(_speakers(context, spoken))
        blocks.append(
            _shares(
                context,
                [pair for pair in spoken if pair[1].cue],
                name="voices-cues",
                title=_verbs(context, spoken),
                subtitle=say("voices.verbs_how"),
                parts=tuple(say(f"cue.{kind}") for kind in CUES),
                part_of=lambda attribution: say(f"cue.{attribution.cue_class}"),
                weigh=lambda attribution: 1,
                noun="verb",
            )
        )
    if columns:
        blocks += shared_blocks.measures(context, columns, "voices")
    return Page("voices", say("heading.voices"), tuple(blocks))


def side_of(attribution: Spoken) -> str:
    """Return the side of a speaker, or what is written for one without."""
    if attribution.side:
        return attribution.side
    return say("voices.no_side" if attribution.speaker else "voices.no_name")


def _shares(
    context: ReportContext,
    spoken: Sequence[tuple[Material, Spoken]],
    *,
    name: str,
    title: str,
    subtitle: str,
    parts: tuple[str, ...],
    part_of: Callable[[Spoken], str],
    weigh: Callable[[Spoken], int],
    noun: str,
) -> Chart:
    sums: dict[str, Counter[str]] = {source: Counter() for source in context.shown_sources}
    for article, attribution in spoken:
        if article.source in sums:
            sums[article.source][part_of(attribution)] += weigh(attribution)
    kept = tuple(part for part in parts if any(tally[part] for tally in sums.values()))
    counts = tuple(tuple(float(tally[part]) for part in kept) for tally in sums.values())
    totals = [sum(row) for row in counts]
    shares = tuple(
        tuple(value / total if total else 0.0 for value in row)
        for row, total in zip(counts, totals, strict=True)
    )
    fewest = FEWEST_WORDS if noun == "word" else FEWEST_VERBS
    few = sum(0 < total < fewest for total in totals)
    data = Shares(context.shown_sources, kept, counts, shares, noun)
    return Chart(
        name=name,
        kind="shares",
        title=title,
        subtitle=subtitle,
        data=data,
        caution=say("voices.few", few=few, rows=len(totals)) if few else "",
        alt=semicolons(
            [
                f"{source}: "
                + commas([f"{part} {value:.0f}" for part, value in zip(kept, row, strict=True)])
                for source, row in zip(data.rows, counts, strict=True)
            ]
        )[:2000],
    )


def _most_room(context: ReportContext, spoken: Sequence[tuple[Material, Spoken]]) -> str:
    sums: Counter[str] = Counter()
    for _, attribution in spoken:
        sums[side_of(attribution)] += attribution.n_words
    sides = [(side, sums[side]) for side in context.comparison.sides if sums[side]]
    total = sum(sums.values())
    if not sides or not total:
        return say("voices.given", words=total)
    side, most = max(sides, key=lambda pair: (pair[1], pair[0]))
    return say("voices.given_most", most=most, words=total, side=short(side))


def _verbs(context: ReportContext, spoken: Sequence[tuple[Material, Spoken]]) -> str:
    """Say how neutral the verbs are: where most and where least, if two sources have enough."""
    neutral: dict[str, list[bool]] = {source: [] for source in context.shown_sources}
    for article, attribution in spoken:
        if attribution.cue and article.source in neutral:
            neutral[article.source].append(attribution.cue_class == "neutral")
    shares = {
        source: sum(verbs) / len(verbs)
        for source, verbs in neutral.items()
        if len(verbs) >= FEWEST_VERBS
    }
    most, least = (max(shares.values()), min(shares.values())) if shares else (0.0, 0.0)
    if number(most, share=True) != number(least, share=True):
        hi, lo = (next(s for s, share in shares.items() if share == end) for end in (most, least))
        ends = {"most": number(most, share=True), "least": number(least, share=True)}
        return say("voices.verbs_apart", hi=short(hi), lo=short(lo), **ends)
    every = [is_neutral for verbs in neutral.values() for is_neutral in verbs]
    share = sum(every) / len(every) if every else math.nan
    return say("voices.verbs", share=number(share, share=True), verbs=len(every))


def _speakers(context: ReportContext, spoken: Sequence[tuple[Material, Spoken]]) -> Chart:
    voices = speakers.voices((article.source, attribution) for article, attribution in spoken)
    shown = voices[:MOST_SPEAKERS]
    bars = []
    for voice in shown:
        article, attribution = spoken[voice.places[0]]
        notes = context.footnotes.cite_place(
            article,
            attribution.start,
            attribution.end,
            attribution.sentence,
            label="speakers",
            category=attribution.kind,
        )
        mark = f" [{notes[0]}]" if notes else ""
        bars.append(speakers.bar(voice, context.sources, mark=mark))
    unshown = and_more(len(voices) - len(shown), "speaker")
    return Chart(
        name="voices-speakers",
        kind="speakers",
        title=speakers.headline(shown),
        subtitle=speakers.how_to_read(voices),
        data=tuple(bars),
        caution=" ".join(filter(None, (_unnamed(spoken), unshown))),
        alt=semicolons(
            [say("voices.alt", name=bar.name, n=bar.words, text=bar.text) for bar in bars]
        )[:2000],
    )


def _unnamed(spoken: Sequence[tuple[Material, Spoken]]) -> str:
    """Say how many attributions have no named speaker."""
    n = sum(not attribution.speaker for _, attribution in spoken)
    return say("voices.unnamed", unnamed=n, attributions=len(spoken))
