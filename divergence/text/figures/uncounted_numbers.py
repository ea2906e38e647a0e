"""Numbers that count nothing: dates, clock times, ages, and numbers that are part of a name."""

from __future__ import annotations

from divergence.lexicons.calendar import DURATIONS, MONTH_WORDS
from divergence.text.figures.ages import is_age
from divergence.text.figures.number_expressions import Number
from divergence.types import Document, Span

_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "est", "edt", ":"})
_LABELS = frozenset("no. number - # article section chapter day".split())
# What is told apart by a number behind it.
_NUMBERED = frozenset(
    "annex apartment area article bay berth block booth building bus cabin car carriage channel "
    "chapter checkpoint class clause coach corridor court counter deck district dock door exit "
    "flight floor gate grade group hall highway interstate item junction lane level line lock lot "
    "module motorway page panel paragraph part phase pier pit platform precinct quay reactor room "
    "route row rule runway seat section sector shed stage stairwell stand station studio table "
    "terminal track train tram tunnel turbine unit volume ward warehouse well wing zone".split()
)
# "One of four regions" counts the one.
_PART = frozenset("one some most each any".split())
_JOINTS = frozenset({"and", "or", ",", "-", "–", "to"})


def is_uncounted(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number is a date, a clock time, an age, a label or part of a name."""
    words = document.lowered
    start, end = quantity.tokens
    before = words[start - 1] if start > sentence.start else ""
    after = words[end] if end < sentence.end else ""
    if before in MONTH_WORDS or after in MONTH_WORDS or after in _CLOCK or before == ":":
        return True
    if after in {"-", "st", "nd", "rd", "th"} and words[end + 1 : end + 2] not in ((), ("to",)):
        return words[end + 1] in DURATIONS or after != "-" or words[end + 1] == "year"
    year = quantity.low == quantity.high and 1800 <= quantity.low <= 2100
    plain = end - start == 1 and words[start].isdigit() and len(words[start]) == 4
    if year and plain:
        counted = document.syntax.relations[start] == "nummod"
        return not counted or before in {"in", "since", "of", "the", ","}
    if quantity.bound == "range" and 1800 <= quantity.low <= quantity.high <= 2100:
        written = [word for word in words[start:end] if word.isdigit()]
        if len(written) == 2 and not _counts_what_follows(document, quantity, sentence):
            return True
    if before == "of" and words[start - 2] in _PART and start - 2 >= sentence.start:
        return True
    if before in _LABELS or is_age(document, quantity, sentence):
        return True
    return _is_name(document, quantity, sentence)


def _is_name(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number stands behind what it tells apart from others: "Pier 3", "gates 3 and 4"."""
    syntax, words = document.syntax, document.lowered
    start = quantity.tokens.start
    noun = _numbered_noun(document, start, sentence)
    if noun is None or quantity.bound not in {"exact", "range"}:
        return False
    counts = _counts_what_follows(document, quantity, sentence)
    if words[noun] in _NUMBERED or words[noun].removesuffix("s") in _NUMBERED:
        return not counts or (syntax.words[noun].istitle() and noun == start - 1)
    if noun != start - 1 or syntax.tags[noun] not in {"NNP", "NNPS"} or syntax.heads[start] > start:
        return False
    joined = syntax.relations[start] in {"flat", "nmod", "nummod", "dep"}
    return joined or (syntax.heads[noun] == start and not counts)


def _numbered_noun(document: Document, start: int, sentence: Span) -> int | None:
    """The noun right before a number, or before a row of numbers that ends with it."""
    noun = start - 1
    while (
        noun - 1 > sentence.start
        and document.lowered[noun] in _JOINTS
        and document.lowered[noun - 1].isdigit()
    ):
        noun -= 2
    if noun < sentence.start or not document.syntax.tags[noun].startswith("NN"):
        return None
    # "Pier 3 and 4 ships" has one pier.
    plural = document.lowered[noun].endswith("s")
    return noun if noun == start - 1 or plural else None


def _counts_what_follows(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number modifies a noun behind it."""
    above = document.syntax.heads[quantity.tokens.end - 1]
    return (
        quantity.tokens.end <= above < sentence.end
        and document.syntax.tags[above].startswith("NN")
        and document.syntax.relations[quantity.tokens.end - 1] == "nummod"
    )
