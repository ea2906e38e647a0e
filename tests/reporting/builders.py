"""Hand-made comparisons: two sources, one source, twenty sources on 55 events."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from divergence.comparing.cautions import ONE_ARTICLE, because
from divergence.comparing.claims.claim_results import LedgerDifference, LedgerEntry, Statement
from divergence.comparing.comparison import Comparison
from divergence.comparing.measures.measure_results import Contrast, Distances, Estimate
from divergence.comparing.parties import SourceProfile
from divergence.comparing.words.word_results import KeyTerm, ShiftTerm, WordShift
from divergence.counting.columns import Column
from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.digesting.material import Material, Spoken
from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.reporting.run_info import RunInfo
from divergence.types import Evidence, Rejection, Side, Span

SIDES = ("Northland", "Southland")
TEXT = (
    "The northern army may have lost 120 soldiers, General Ada Roth said on Monday. "
    "Southland confirmed that the bridge was destroyed. "
    "“We will certainly hold the town,” Mayor Ivo Lenz claimed. "
    "Aid groups reported at least 40 injured in the past week."
)
FAMILIES = {
    "certainty": (
        ("hedging.rate", "Hedges", "per 100 words"),
        ("boosters.rate", "Boosters", "per 100 words"),
    ),
    "voices": (("speakers.named", "Named speakers", "share of attributions"),),
    "sentiment": (("sentiment.mean", "Sentiment", "mean score from -1 to 1"),),
    "agency": (
        ("agency.agent", "Acts", "share of mentions"),
        ("agency.passive", "Agentless passives", "share of clauses"),
    ),
    "wording": (("wording.length", "Sentence length", "words per sentence"),),
    "frames": (
        ("frames.conflict", "Conflict frame", "per 100 words"),
        ("frames.human", "Human interest frame", "per 100 words"),
    ),
}
PER_SIDE = ("sentiment", "agency")


def features() -> tuple[Feature, ...]:
    """One invented feature a family."""
    made = []
    for family, measures in FAMILIES.items():
        name = measures[0][0].partition(".")[0]
        made.append(
            Feature(
                name,
                1,
                family,
                f"Shows {family} in the text.",
                "Roth & Lenz (1999)",
                "Misses irony.",
                lambda document: [],
                tuple(
                    Measure(n, title, unit, "higher: more of it", "words", of=("hit",))
                    for n, title, unit in measures
                ),
            )
        )
    return tuple(sorted(made, key=lambda feature: feature.name))


def columns() -> tuple[Column, ...]:
    made = []
    for family, measures in FAMILIES.items():
        for name, title, unit in measures:
            feature = measures[0][0].partition(".")[0]
            for side in SIDES if family in PER_SIDE else (None,):
                full = name if side is None else f"{name}[{side}]"
                made.append(
                    Column(
                        full,
                        feature,
                        family,
                        title,
                        unit,
                        "higher: more of it",
                        side,
                        (0.0, math.inf),
                        "Roth & Lenz (1999)",
                    )
                )
    return tuple(made)


def wave(*parts: object) -> float:
    """A number in [0, 1] that depends on the words only."""
    return (sum(ord(c) * (i + 3) for i, c in enumerate("/".join(map(str, parts)))) % 997) / 997


def estimates(sources: tuple[str, ...]) -> tuple[Estimate, ...]:
    made = []
    for source in sources:
        for column in columns():
            for voice in ("reporter", "quoted", "all"):
                scale = 1.0 if column.unit.startswith("share") else 20.0
                value = wave(source, column.name, voice) * scale
                low, high, reasons = max(0.0, value - 0.2 * scale), value + 0.15 * scale, ()
                if scale == 1.0:
                    high = min(1.0, high)
                if column.family == "sentiment" and voice == "quoted":
                    value = low = high = math.nan
                    reasons = (because("no_words"),)
                made.append(
                    Estimate(
                        source,
                        column.name,
                        voice,
                        value,
                        low,
                        high,
                        round(value * 10) if value == value else 0,
                        400.0,
                        1,
                        7,
                        "sentences",
                        reasons,
                    )
                )
    return tuple(made)


def contrasts(sources: tuple[str, ...], known: tuple[Estimate, ...]) -> tuple[Contrast, ...]:
    if len(sources) < 2:
        return ()
    pairs = [(sources[0], sources[1])]
    if len(sources) > 2:
        pairs = [(source, "the others") for source in sources]
    values = {(e.source, e.column, e.voice): e.value for e in known}
    made = []
    for source, reference in pairs:
        for column in columns():
            for voice in ("reporter", "quoted", "all"):
                other = values.get(
                    (reference, column.name, voice), values[sources[0], column.name, voice] / 2
                )
                gap = values[source, column.name, voice] - other
                half = (0.2 + wave(column.name, source)) * (
                    0.25 if column.unit.startswith("share") else 5
                )
                made.append(
                    Contrast(
                        source,
                        reference,
                        column.name,
                        voice,
                        gap,
                        gap - half,
                        gap + half,
                        gap / half,
                        math.nan,
                        math.nan,
                        (ONE_ARTICLE,),
                    )
                )
    return tuple(made)


def refs(article: str, source: str) -> tuple[SentenceRef, ...]:
    return tuple(
        SentenceRef(article, source, number, span.start, span.end, TEXT[span.start : span.end])
        for number, span in enumerate(spans())
    )


def spans() -> tuple[Span, ...]:
    ends = [TEXT.index("Southland"), TEXT.index("“We"), TEXT.index("Aid"), len(TEXT) + 1]
    starts = [0, *ends[:-1]]
    return tuple(Span(start, end - 1) for start, end in zip(starts, ends, strict=True))


def material(article: str, source: str, event: str, day: date | None) -> Material:
    may = TEXT.index("may")
    said = TEXT.index("“We")
    return Material(
        article,
        source,
        f"The bridge, told by {source}",
        event,
        day,
        TEXT,
        spans(),
        (
            Evidence("hedging", "hit", may, may + 3, 0, "reporter"),
            Evidence("agency", "hit", 4, 17, 0, "reporter", SIDES[0]),
            Evidence(
                "frames", "hit", TEXT.index("destroyed"), TEXT.index("destroyed") + 9, 1, "reporter"
            ),
        ),
        (
            Spoken("General Ada Roth", SIDES[0], "say", "neutral", "indirect", 9, 0, 0, 45),
            Spoken(
                "Southland",
                SIDES[1],
                "confirm",
                "endorsing",
                "indirect",
                6,
                1,
                spans()[1].start,
                spans()[1].end,
            ),
            Spoken(
                "Mayor Ivo Lenz",
                None,
                "claim",
                "distancing",
                "direct",
                6,
                2,
                said,
                said + 33,
            ),
            Spoken("", None, "", "neutral", "direct", 3, 2, said, said + 10),
        ),
    )


def figure(
    ref: SentenceRef, low: float, high: float, claimant: str, window: str = ""
) -> LedgerFigure:
    bound = "range" if low != high else "exact"
    return LedgerFigure(
        ref,
        f"{low:.0f}",
        low,
        high,
        bound,
        "soldiers",
        "killed",
        SIDES[0],
        window,
        "",
        claimant,
        None,
        "reporter",
    )


def ledger(event: str, sources: tuple[str, ...]) -> tuple[LedgerEntry, ...]:
    at = [refs(f"{event}/{source}", source)[0] for source in sources]
    entries = (
        [
            LedgerEntry(
                event,
                "Northland soldiers killed",
                "differ",
                tuple(
                    figure(
                        ref,
                        120 + 100 * n,
                        120 + 100 * n,
                        "General Ada Roth" if n % 2 == 0 else "",
                        "past week" if n else "past few days",
                    )
                    for n, ref in enumerate(at)
                ),
                (),
                (LedgerDifference("window", (("past few days",), ("past week",))),),
            ),
            LedgerEntry(
                event,
                "soldiers lost on both sides",
                "agree",
                tuple(figure(ref, 20000, 30000, "officials in the West") for ref in at),
                (),
                (),
            ),
        ]
        if len(at) > 1
        else []
    )
    entries.append(
        LedgerEntry(
            event,
            "civilians injured",
            "only",
            (figure(at[0], 4, 4, "Mayor Ivo Lenz"),),
            sources[1:],
            (),
        )
    )
    return tuple(entries)


def statements(event: str, sources: tuple[str, ...]) -> tuple[Statement, ...]:
    first = refs(f"{event}/{sources[0]}", sources[0])
    made = [Statement(event, (first[3],), (sources[0],), sources[1:], math.nan)]
    if len(sources) > 1:
        second = refs(f"{event}/{sources[1]}", sources[1])
        made.insert(0, Statement(event, (first[1], second[1]), sources[:2], sources[2:], 0.71))
    return tuple(made)


def made(
    sources: tuple[str, ...], n_events: int
) -> tuple[Comparison, RunInfo, tuple[Material, ...]]:
    """A comparison with three sources an event, or all where there are fewer."""
    start = date(2023, 3, 13)
    events = (
        tuple(f"event {number:02d}" for number in range(n_events))
        if n_events > 1
        else ("The bridge at Lenz",)
    )
    articles: list[Material] = []
    entries: list[LedgerEntry] = []
    said: list[Statement] = []
    for number, event in enumerate(events):
        own = tuple(sources[(3 * number + k) % len(sources)] for k in range(min(3, len(sources))))
        for place, source in enumerate(own):
            day = start + timedelta(days=number + place)
            articles.append(material(f"{event}/{source}", source, event, day))
        entries += ledger(event, own)
        said += statements(event, own)
    profiles = []
    for source in sources:
        own_articles = [article for article in articles if article.source == source]
        days = [article.date for article in own_articles if article.date]
        profiles.append(
            SourceProfile(
                source,
                len(own_articles),
                4 * len(own_articles),
                43 * len(own_articles),
                min(days, default=None),
                max(days, default=None),
            )
        )
    measured = estimates(sources)
    words = ("bridge", "troops", "aid", "convoy", "mayor", "shelling", "river", "claims")
    shifts = tuple(
        WordShift(
            source,
            other,
            0.31,
            0.22,
            0.27,
            tuple(ShiftTerm(word, (wave(word, source) - 0.5) / 50, 0.01, 0.005) for word in words),
        )
        for source, other in (
            [(sources[0], sources[1])]
            if len(sources) == 2
            else [(s, "the others") for s in sources]
            if len(sources) > 2
            else []
        )
    )
    keyness = tuple(
        KeyTerm(
            shift.source, shift.reference, word, 8 * wave(word) - 4, 8 * wave(word) - 4, 4, 2, 1, 1
        )
        for shift in shifts
        for word in words
    )
    distances = (
        tuple(
            Distances(
                family,
                sources,
                tuple(
                    tuple(0.0 if a == b else 0.3 + wave(*sorted((a, b)), family) for b in sources)
                    for a in sources
                ),
                2,
            )
            for family in FAMILIES
        )
        if len(sources) > 1
        else ()
    )
    comparison = Comparison(
        tuple(profiles),
        SIDES,
        events,
        columns(),
        measured,
        contrasts(sources, measured),
        keyness,
        shifts,
        tuple(said),
        tuple(entries),
        distances,
        (because("one_event"),),
        7,
        1000,
    )
    info = RunInfo(
        paths=("bridge-articles",),
        config="",
        sides=(Side("Northland", ("Northland", "Roth")), Side("Southland", ("Southland",))),
        sides_proposed=True,
        rejections=(
            Rejection("bridge-articles/empty.txt", "the file is empty", "add text or remove it"),
        ),
        n_in=len(articles) + 1,
        n_used=len(articles),
        version="0.1.0",
        settings=(("rounds", "1000"), ("seed", "7")),
        features=features(),
        lexicons=(("hedges", "v1, sha256 0f3a"),),
        seed=7,
    )
    return comparison, info, tuple(articles)


def two() -> tuple[Comparison, RunInfo, tuple[Material, ...]]:
    return made(("Daily Bridge", "River Post"), 1)


def single() -> tuple[Comparison, RunInfo, tuple[Material, ...]]:
    return made(("Daily Bridge",), 1)


def twenty() -> tuple[Comparison, RunInfo, tuple[Material, ...]]:
    return made(
        tuple(f"Outlet {chr(65 + n)}{'nouncer of the long river' * (n % 3)}" for n in range(20)), 55
    )


def titled(title: str) -> tuple[Comparison, RunInfo, tuple[Material, ...]]:
    comparison, info, articles = two()
    return comparison, replace(info, title=title), articles
