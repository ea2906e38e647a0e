"""Who gets to speak: words given to each side, the speakers, and the verbs that carry them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from divergence.plots.lettering import plain
from divergence.plots.numerals import count
from divergence.plots.shares import Shares
from divergence.plots.speakers import SpeakerBar
from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.material import Material, Spoken
from divergence.reporting.pages import parts
from divergence.reporting.report import Block, Chart, Page

MOST_SPEAKERS = 12
NO_SIDE, NO_NAME = "no side", "speaker not named"


@dataclass(slots=True)
class _Voice:
    source: str
    name: str
    side: str | None
    words: int = 0
    times: int = 0
    verbs: Counter[str] = field(default_factory=Counter)
    places: list[tuple[Material, Spoken]] = field(default_factory=list)


def page(desk: Desk) -> Page | None:
    """Return the page, or None where nobody is given words and nothing was measured."""
    columns = desk.family("voices")
    spoken = [(article, one) for article in desk.material for one in article.spoken]
    if not columns and not spoken:
        return None
    blocks: list[Block] = []
    if columns:
        blocks.append(parts.lead(desk, columns, "voices"))
    if spoken:
        parts_of = (*desk.comparison.sides, NO_SIDE, NO_NAME)
        blocks.append(
            _shares(
                desk,
                spoken,
                name="voices-sides",
                title=_most_room(desk, spoken),
                subtitle="Words in quotations and reported speech, by the speaker's side; at the "
                "end of each row n, the words given to anybody.",
                parts=parts_of,
                part_of=_side,
                weigh=lambda one: one.n_words,
                noun="word",
            )
        )
        blocks.append(_speakers(desk, spoken))
        blocks.append(
            _shares(
                desk,
                [pair for pair in spoken if pair[1].cue],
                name="voices-cues",
                title=f"The verbs that carry {words.list_of(desk.sources, most=3)}",
                subtitle="Share of reporting verbs by class; “claim” and “confirm” lend less and "
                "more belief than “say”. At the end of each row n.",
                parts=tuple(words.CUES.values()),
                part_of=lambda one: words.CUES[one.cue_class],
                weigh=lambda one: 1,
                noun="verb",
            )
        )
    if columns:
        blocks += parts.measures(desk, columns, "voices")
    return Page("voices", words.HEADINGS["voices"], tuple(blocks))


def _side(one: Spoken) -> str:
    if one.side:
        return one.side
    return NO_NAME if one.speaker_kind in ("unknown", "pronoun") else NO_SIDE


def _shares(
    desk: Desk,
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
    sums: dict[str, Counter[str]] = {source: Counter() for source in desk.shown_sources}
    for article, one in spoken:
        if article.source in sums:
            sums[article.source][part_of(one)] += weigh(one)
    kept = tuple(part for part in parts if any(tally[part] for tally in sums.values()))
    counts = tuple(tuple(float(tally[part]) for part in kept) for tally in sums.values())
    totals = [sum(row) for row in counts]
    shares = tuple(
        tuple(value / total if total else 0.0 for value in row)
        for row, total in zip(counts, totals, strict=True)
    )
    few = sum(0 < total < (100 if noun == "word" else 10) for total in totals)
    data = Shares(desk.shown_sources, kept, counts, shares, noun)
    return Chart(
        name=name,
        kind="shares",
        title=title,
        subtitle=subtitle,
        data=data,
        caution=f"Small n in {few:,} of {count(len(totals), 'row')}." if few else "",
        alt="; ".join(
            f"{source}: "
            + ", ".join(f"{part} {value:.0f}" for part, value in zip(kept, row, strict=True))
            for source, row in zip(data.rows, counts, strict=True)
        )[:2000],
    )


def _most_room(desk: Desk, spoken: Sequence[tuple[Material, Spoken]]) -> str:
    sums: Counter[str] = Counter()
    for _, one in spoken:
        sums[_side(one)] += one.n_words
    sides = [(side, sums[side]) for side in desk.comparison.sides if sums[side]]
    total = sum(sums.values())
    if not sides or not total:
        return f"{count(total, 'word')} given to speakers"
    side, most = max(sides, key=lambda pair: (pair[1], pair[0]))
    return f"{most:,} of {count(total, 'word')} given to speakers go to {words.short(side)}"


def _speakers(desk: Desk, spoken: Sequence[tuple[Material, Spoken]]) -> Chart:
    voices: dict[tuple[str, str], _Voice] = {}
    for article, one in spoken:
        named = one.speaker_kind not in ("unknown", "pronoun") and one.speaker
        name = plain(one.speaker, limit=80) if named else NO_NAME
        voice = voices.setdefault((article.source, name), _Voice(article.source, name, one.side))
        voice.words += one.n_words
        voice.times += 1
        voice.places.append((article, one))
        if one.cue:
            voice.verbs[one.cue] += 1
    ranked = sorted(voices.values(), key=lambda one: (-one.words, one.source, one.name))
    shown = ranked[:MOST_SPEAKERS]
    bars = tuple(_bar(desk, voice) for voice in shown)
    names = {voice.name for voice in ranked if voice.name != NO_NAME}
    return Chart(
        name="voices-speakers",
        kind="speakers",
        title=_heard(shown),
        subtitle=f"{words.READ_SPEAKERS} n: {count(len(spoken), 'attribution')}, "
        f"{count(len(names), 'named speaker')}.",
        data=bars,
        caution=f"{_unnamed(spoken)} {words.and_more(len(ranked) - len(shown), 'speaker')}".strip(),
        alt="; ".join(f"{bar.name}: {bar.words:,} words, {bar.text}" for bar in bars)[:2000],
    )


def _heard(shown: Sequence[_Voice]) -> str:
    named = [voice for voice in shown if voice.name != NO_NAME]
    if not named:
        return "No speaker is named"
    first = named[0]
    return f"Most words: {words.short(first.name)} in {words.short(first.source)}"


def _bar(desk: Desk, voice: _Voice) -> SpeakerBar:
    notes: tuple[int, ...] = ()
    for article, one in voice.places[:1]:
        notes = desk.footnotes.of_place(
            article, one.start, one.end, one.sentence, label="speakers", category=one.kind
        )
    verbs = ", ".join(
        f"{verb} {n}" if n > 1 else verb
        for verb, n in sorted(voice.verbs.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
    )
    mark = f" [{notes[0]}]" if notes else ""
    text = f"{voice.words:,} · {voice.times}× · {verbs or 'no verb'}{mark}"
    many = len(desk.sources) > 1
    return SpeakerBar(
        name=f"{voice.name} · {words.short(voice.source)}" if many else voice.name,
        words=voice.words,
        place=desk.sources.index(voice.source) if voice.source in desk.sources else 0,
        n_sources=len(desk.sources),
        text=text,
    )


def _unnamed(spoken: Sequence[tuple[Material, Spoken]]) -> str:
    """Say how many attributions have no named speaker."""
    n = sum(one.speaker_kind in ("unknown", "pronoun") for _, one in spoken)
    return f"{n:,} of {count(len(spoken), 'attribution')} have no speaker that can be named."
