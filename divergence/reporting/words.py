"""Every string of a report, and the rules that turn numbers into sentences.

Sentences name unit and n, hedge where the interval includes zero, and describe texts: they never
say which outlet is right or better. Another language is another copy of this file.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from divergence.comparing.results import Column, Contrast, Estimate
from divergence.plots.estimates import label
from divergence.plots.lettering import plain
from divergence.plots.numerals import UNDEFINED, count, in_words, interval, is_share, number

LEVEL = "95%"
OTHERS = "the others"

VOICE = {
    "reporter": "in the reporter's own words",
    "quoted": "in quoted words",
    "all": "over the whole text",
}
CUES = {
    "neutral": "neutral (say, tell)",
    "according_to": "according to",
    "endorsing": "endorsing (confirm, note)",
    "belief": "belief (think, hope)",
    "distancing": "distancing (claim, allege)",
}
VERDICTS = {"agree": "the numbers agree", "differ": "the numbers differ", "only": "only here"}
BOUNDS = {"exact": "", "at_least": "at least", "at_most": "at most", "about": "about", "range": ""}

HEADINGS = {
    "summary": "What the articles share and where they part",
    "profile": "A profile without comparison",
    "origins": "Where the texts come from",
    "differences": "The largest differences",
    "time": "When they were published",
    "course": "How coverage moves over time",
    "claims": "Claims and figures",
    "voices": "Who gets to speak",
    "certainty": "How certain the text sounds",
    "sentiment": "Sentiment toward each side",
    "agency": "Who acts and who is acted upon",
    "wording": "Words and wording",
    "frames": "News frames",
    "map": "A map of the sources",
    "evidence": "Evidence",
    "method": "Method and cautions",
}
TOPIC = {
    "claims": "claims and figures",
    "voices": "who gets to speak",
    "certainty": "certainty",
    "sentiment": "sentiment toward the sides",
    "agency": "agency",
    "wording": "wording",
    "frames": "news frames",
}
# What a higher value of a measure means: a verb for one source, for several, and the rest.
MORE = {
    "agency.agent": ("shows", "show", "{side} acting rather than acted upon more often than {lo}"),
    "agency.patient": ("shows", "show", "{side} acted upon more often than {lo}"),
    "attribution.according_to": ("uses", "use", "“according to” more often than {lo}"),
    "attribution.belief": ("uses", "use", "verbs of belief such as “fear” more often than {lo}"),
    "attribution.distancing": (
        "uses",
        "use",
        "distancing verbs such as “claimed” more often than {lo}",
    ),
    "attribution.endorsing": (
        "uses",
        "use",
        "endorsing verbs such as “confirmed” more often than {lo}",
    ),
    "attribution.neutral": ("uses", "use", "neutral verbs such as “said” more often than {lo}"),
    "attribution.rate": ("attributes", "attribute", "more often than {lo}"),
    "boosters.rate": ("uses", "use", "more boosters than {lo}"),
    "certainty.mean": ("sounds", "sound", "more certain than {lo}"),
    "figures.claimed": (
        "gives",
        "give",
        "a larger share of figures in somebody else's name than {lo}",
    ),
    "figures.rate": ("gives", "give", "more figures than {lo}"),
    "frames.conflict": ("uses", "use", "terms of conflict in more sentences than {lo}"),
    "frames.economic": ("uses", "use", "economic terms in more sentences than {lo}"),
    "frames.human_interest": (
        "uses",
        "use",
        "terms of human interest in more sentences than {lo}",
    ),
    "frames.morality": ("uses", "use", "moral terms in more sentences than {lo}"),
    "frames.resolution": ("uses", "use", "terms of resolution in more sentences than {lo}"),
    "hedging.rate": ("hedges", "hedge", "more often than {lo}"),
    "labels.rate": ("uses", "use", "more loaded or contested labels than {lo}"),
    "loaded.sentences": ("uses", "use", "loaded words in more sentences than {lo}"),
    "passives.agentless": ("leaves", "leave", "out who acted in more of the passives than {lo}"),
    "passives.share": ("uses", "use", "the passive more often than {lo}"),
    "passives.unnamed": ("leaves", "leave", "unsaid who acted upon {side} more often than {lo}"),
    "quotation.direct": ("gives", "give", "more of what others say as direct speech than {lo}"),
    "quotation.given": (
        "gives",
        "give",
        "speakers of {side} a larger share of attributed words than {lo}",
    ),
    "quotation.mixed": (
        "gives",
        "give",
        "more of what others say as paraphrase with quoted fragments than {lo}",
    ),
    "quotation.share": ("gives", "give", "more room to what others say than {lo}"),
    "sentiment.charge": (
        "uses",
        "use",
        "words that speak more for, or less against, {side} than {lo}",
    ),
    "sentiment.toward": (
        "sounds",
        "sound",
        "more positive in sentences that name {side} than {lo}",
    ),
    "speakers.named": ("names", "name", "speakers more often than {lo}"),
    "speakers.role": ("gives", "give", "speakers by their role only more often than {lo}"),
    "speakers.side": ("turns", "turn", "to speakers of {side} more often than {lo}"),
    "speakers.unknown": ("leaves", "leave", "open who speaks more often than {lo}"),
    "uncertainty.sentences": ("leaves", "leave", "more sentences uncertain than {lo}"),
    "wording.mattr": ("varies", "vary", "words more than {lo}"),
    "wording.readability": ("reads", "read", "harder than {lo}"),
    "wording.sentence_length": ("writes", "write", "longer sentences than {lo}"),
}
OTHERWISE = ("has", "have", "a higher value than {lo} on “{name}”")

# Voices in which a difference may lead a page. Attribution measured inside quoted words only says
# that quoted words are quoted.
LEADING = {"voices": ("all",), "claims": ("all",), "wording": ("all", "reporter")}
FEWEST_PLACES = 5
LONG = 36

NO_VERDICT = "This report describes texts. It does not rank outlets and does not say who is right."
SINGLE_ARTICLE = (
    "This is the profile of a single article. There is nothing to compare it with, so the report "
    "makes no claim about differences."
)
SINGLE_SOURCE = (
    "All articles come from a single source. This is its profile; the report makes no claim about "
    "differences between sources."
)
ONE_EACH = (
    "Where a source has only one article, intervals come from resampling its sentences: they "
    "describe that article, not the outlet."
)
READ_DOTS = (
    "Filled marks: the reporter's own words; hollow marks: quoted words. Lines are "
    f"{LEVEL} intervals."
)
READ_LEDGER = (
    "Each row is a figure as one article prints it; bars are ranges. The axis is logarithmic."
)
READ_SPEAKERS = "Words inside quotations and reported speech, by the speaker they are given to."
READ_KEYNESS = (
    "Log-odds with an informative Dirichlet prior; beside each word how often the source and the "
    "reference use it. The z rests on the model, not on a test over articles."
)
READ_NAMING = (
    "Nouns beside a name, outside quotations; a source without a label is left out. A label used "
    "once may be accident."
)
READ_DISTANCE = (
    "Root mean square of the differences of the family's measures, each in standard deviations."
)
TRUST = "How far to trust each instrument"
READ_SCORES = (
    "Agreement with people's labels (1 at best), with 95% intervals. It holds for the kind of text "
    "named; expect less on other kinds."
)
LEXICONS = "How much of these articles the lists of words see"
READ_LEXICONS = (
    "Share of all words that stand in a match, before readings are told apart. A list that covers "
    "little has little to say here."
)
NOT_ALIGNED = (
    "Statements and figures were not compared, because the articles name no event. To compare "
    "them, give each article an “event” field: articles with the same event are aligned."
)
NO_SIDES = "No sides are known, so nothing is measured per side."
PROPOSED = (
    "They were proposed from the text, not chosen by a person: check them, or set your own in "
    "config.toml (divergence init writes a draft)."
)


def given(value: float, unit: str) -> str:
    """Write a value with its unit: "2.1 per 100 words", "34% of attributions"."""
    if math.isnan(value):
        return UNDEFINED
    if is_share(unit):
        rest = unit.removeprefix("share").strip()
        return f"{number(value, share=True)} {rest}".strip()
    return f"{number(value)} {in_words(unit)}"


def undefined(reason: str) -> str:
    """Write an undefined value with its reason."""
    short = plain(reason, limit=120).rstrip(".")
    return f"{UNDEFINED} ({short})" if short else f"{UNDEFINED} (nothing to divide by)"


def named(column: Column) -> str:
    """Name of a column with its side."""
    return label(column)


def short(name: str) -> str:
    """Name of a source or speaker at a length that a sentence can hold."""
    return plain(name, limit=48)


def in_quotes(text: str) -> str:
    """Put an article's sentence in quotation marks unless it brings its own."""
    return text if text[:1] in "“\"'‘«" else f"“{text}”"


def list_of(names: Sequence[str], *, most: int = 6) -> str:
    """Join names: "A, B and C", "A, B and 4 more"."""
    shown = [short(name) for name in names]
    if len(shown) > most:
        return f"{', '.join(shown[: most - 1])} and {len(shown) - most + 1} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def clear(contrast: Contrast) -> bool:
    """Tell whether a contrast has an interval of some width that excludes zero."""
    if not (math.isfinite(contrast.low) and math.isfinite(contrast.strength)):
        return False
    return contrast.low > 0 or contrast.high < 0


def headline(contrast: Contrast, column: Column, *, weak: bool = False) -> str:
    """Say in a few words which source has more of what.

    A contrast whose interval includes zero, or that rests on little text, says "may".
    """
    hi, lo = contrast.source, contrast.reference
    if contrast.difference < 0:
        hi, lo = lo, hi
    unsure = weak or not clear(contrast)
    one, several, rest = MORE.get(column.name.partition("[")[0], OTHERWISE)
    verb = f"may {several}" if unsure else (several if hi == OTHERS else one)
    side = plain(column.side or "a side", limit=60)
    told = rest.format(lo=short(lo), side=side, name=named(column))
    # Names of sources are written as they write themselves.
    who = hi.capitalize() if hi == OTHERS else short(hi)
    return f"{who} {verb} {told}"


def difference(
    contrast: Contrast,
    column: Column,
    own: Estimate | None,
    other: Estimate | None,
    *,
    weak: bool = False,
) -> str:
    """Say one contrast in a sentence with values, unit, voice, interval and counts."""
    share = is_share(column.unit)
    lead = ""
    if own is not None and other is not None:
        first, second = (own, other) if contrast.difference >= 0 else (other, own)
        values = (
            f": {number(first.value, share=share)} against {given(second.value, column.unit)}"
            f", {VOICE[contrast.voice]}"
        )
        counts = f"; {first.n_evidence:,} and {second.n_evidence:,} {_place(column)}s in the text"
    else:
        known = own or other
        values = f", {VOICE[contrast.voice]}"
        counts = "" if share else f" {in_words(column.unit)}"
        if known is not None:
            # With one value only, it must not read as the value of the party named first or last.
            whose = short(contrast.source if known is own else contrast.reference)
            lead = f"{whose}: {given(known.value, column.unit)}; "
            counts = f"; {count(known.n_evidence, _place(column))} in the text"
    scale = 100 if share else 1
    size = number(scale * abs(contrast.difference)) + (" percentage points" if share else "")
    ends = (scale * contrast.low, scale * contrast.high)
    if contrast.difference < 0:
        ends = (-ends[1], -ends[0])
    spread = interval(*ends)
    spread = f", {LEVEL} interval {spread}" if spread else ""
    tail = " It rests on little text." if weak else ""
    if not clear(contrast):
        tail = ""
        spread += " includes zero" if spread else ""
    if not spread:
        tail = " No interval is defined: read it as a description of these texts."
    said = headline(contrast, column, weak=weak)
    return f"{said}{values} ({lead}difference {size}{spread}{counts}).{tail}"


def _place(column: Column) -> str:
    """What the evidence of a column is counted in."""
    return "sentence" if column.per == "sentences" else "place"


def value(estimate: Estimate, column: Column) -> str:
    """Say one estimate in a sentence, for a profile without comparison."""
    if math.isnan(estimate.value):
        return f"{named(column)}: {undefined(estimate.caution)} {VOICE[estimate.voice]}."
    ends = interval(estimate.low, estimate.high, share=is_share(column.unit))
    spread = f", {LEVEL} interval {ends}" if ends else ""
    return (
        f"{named(column)}: {given(estimate.value, column.unit)}, {VOICE[estimate.voice]}"
        f" ({count(estimate.n_evidence, _place(column))} in the text{spread}; {column.direction})."
    )


def nothing_clear(topic: str, sources: Sequence[str]) -> str:
    """Say that no difference of a topic is clear; long lists of sources are counted."""
    who = list_of(sources, most=4)
    who = who if len(who) <= LONG else f"the {count(len(sources), 'source')}"
    return f"No clear difference in {TOPIC.get(topic, topic)} between {who}"


def and_more(n: int, noun: str) -> str:
    """Say how many were left out."""
    _, kind = count(n, noun).split(" ", 1)
    return f"… and {n:,} more {kind} in report.json." if n > 0 else ""
