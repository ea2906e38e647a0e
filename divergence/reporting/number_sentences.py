"""The rules that turn numbers into sentences; their words stand in :mod:`divergence.phrases`.

Sentences name unit and n, hedge where the interval includes zero, and describe texts: they never
say which outlet is right or better.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from divergence.comparing.measures.measure_results import Contrast, Estimate
from divergence.comparing.parties import THE_OTHERS
from divergence.counting.columns import Column
from divergence.displays.contrast_selection import clear
from divergence.lists.list_features import PER_WORDS
from divergence.phrases import declared, known, say
from divergence.plots.estimates import label
from divergence.plots.lettering import plain
from divergence.plots.number_format import in_words, interval, is_share, number
from divergence.plots.party_names import capital, list_of, short, topic
from divergence.reporting.report import Note

# Voices in which a difference may lead a page, where not all may. Attribution measured inside
# quoted words only says that quoted words are quoted.
LEADING = {"voices": ("all",), "claims": ("all",), "wording": ("all", "reporter")}
LONG = 36


def given(value: float, unit: str) -> str:
    """Write a value with its unit: "2.1 per 100 words", "34% of attributions"."""
    if math.isnan(value):
        return say("number.undefined")
    if is_share(unit):
        rest = declared(unit.removeprefix("share").strip())
        written = number(value, share=True)
        return say("value.with_unit", value=written, unit=rest) if rest else written
    return say("value.with_unit", value=number(value), unit=in_words(unit))


def undefined(reason: str) -> str:
    """Write an undefined value with its reason."""
    given_reason = plain(reason, limit=120).rstrip(".")
    return say("number.because", reason=given_reason or say("number.nothing_to_divide"))


def in_quotes(text: str) -> str:
    """Put an article's sentence in quotation marks unless it brings its own."""
    return text if text[:1] in "“\"'‘«" else quoted(text)


def quoted(text: str) -> str:
    """Put words of an article in quotation marks."""
    return say("list.quoted", text=text)


def headline(contrast: Contrast, column: Column, *, weak: bool = False) -> str:
    """Say which source has more of what; where little is known, that it "may"."""
    hi, lo = contrast.source, contrast.reference
    if contrast.difference < 0:
        hi, lo = lo, hi
    form = "several" if hi == THE_OTHERS else "one"
    if weak or not clear(contrast):
        form = "may"
    measure = column.name.partition("[")[0]
    # A measure of a user's own has no phrase; most of them count words of a list.
    if not known(f"more.{measure}.{form}"):
        measure = "counted" if column.unit == PER_WORDS else "otherwise"
    side = plain(column.side, limit=60) if column.side else say("name.side")
    # Names of sources are written as they write themselves.
    who = capital(short(hi)) if hi == THE_OTHERS else short(hi)
    return say(f"more.{measure}.{form}", hi=who, lo=short(lo), side=side, name=label(column))


def difference(
    contrast: Contrast,
    column: Column,
    own: Estimate | None,
    other: Estimate | None,
    *,
    weak: bool = False,
) -> str:
    """Say one contrast in a sentence with values, unit, voice, interval and counts."""
    said = {
        "headline": headline(contrast, column, weak=weak),
        "voice": say(f"voice.{contrast.voice}"),
        "details": _size(contrast, column, own, other),
        "tail": _tail(contrast, weak=weak),
    }
    if own is None or other is None:
        return say("difference.no_values", **said)
    first, second = (own, other) if contrast.difference >= 0 else (other, own)
    return say(
        "difference.values",
        first=number(first.value, share=is_share(column.unit)),
        second=given(second.value, column.unit),
        **said,
    )


def _size(contrast: Contrast, column: Column, own: Estimate | None, other: Estimate | None) -> str:
    """Say how large a difference is, with its interval and what it was counted in."""
    share = is_share(column.unit)
    scale = 100 if share else 1
    size = number(scale * abs(contrast.difference))
    size = say("number.percentage_points", number=size) if share else size
    size = say("difference.size", size=size) + _interval(contrast, scale)
    if own is not None and other is not None:
        first, second = (own, other) if contrast.difference >= 0 else (other, own)
        n = {"first": first.n_evidence, "second": second.n_evidence}
        return size + say(f"difference.both_in_{_places(column)}", **n)
    only = own or other
    if only is None:
        return size if share else say("value.with_unit", value=size, unit=in_words(column.unit))
    # With one value only, it must not read as the value of the party named first or last.
    whose = short(contrast.source if only is own else contrast.reference)
    value = given(only.value, column.unit)
    counted = say(f"difference.in_{_places(column)}", n=only.n_evidence)
    return say("difference.owned", source=whose, value=value, size=size) + counted


def _interval(contrast: Contrast, scale: float) -> str:
    ends = (scale * contrast.low, scale * contrast.high)
    if contrast.difference < 0:
        ends = (-ends[1], -ends[0])
    spread = interval(*ends)
    if not spread:
        return ""
    return say("difference.interval" if clear(contrast) else "difference.zero", interval=spread)


def _tail(contrast: Contrast, *, weak: bool) -> str:
    if math.isnan(contrast.low) or math.isnan(contrast.high):
        return say("difference.bare")
    return say("difference.weak") if weak and clear(contrast) else ""


def _places(column: Column) -> str:
    """What the evidence of a column is counted in."""
    return "sentences" if column.per == "sentences" else "places"


def value(estimate: Estimate, column: Column) -> str:
    """Say one estimate in a sentence, for a profile without comparison."""
    voice = say(f"voice.{estimate.voice}")
    if math.isnan(estimate.value):
        why = undefined(estimate.caution)
        return say("value.undefined", name=label(column), undefined=why, voice=voice)
    ends = interval(estimate.low, estimate.high, share=is_share(column.unit))
    return say(
        f"value.in_{_places(column)}",
        name=label(column),
        value=given(estimate.value, column.unit),
        voice=voice,
        n=estimate.n_evidence,
        interval=say("difference.interval", interval=ends) if ends else "",
        direction=declared(column.direction),
    )


def facts(note: Note) -> tuple[str, ...]:
    """Say of a piece of evidence where it stands and what counts in it, each once."""
    said = [note.source, say("evidence.sentence", n=str(note.sentence)), *note.uses]
    for mark in note.marks:
        of = [declared(text).replace("_", " ") for text in (mark.feature, mark.category) if text]
        said.append(": ".join(of))
    return tuple(dict.fromkeys(said))


def nothing_clear(family: str, sources: Sequence[str]) -> str:
    """Say that no difference of a topic is clear; long lists of sources are counted."""
    who = list_of(sources, most=4)
    who = who if len(who) <= LONG else say("difference.the_sources", n=len(sources))
    return say("difference.none_clear", topic=topic(family), who=who)


def and_more(n: int, noun: str) -> str:
    """Say how many were left out."""
    return say(f"left_out.{noun}", n=n) if n > 0 else ""
