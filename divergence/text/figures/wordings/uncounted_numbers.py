"""Numbers that count nothing: dates, clock times, numbers of a list or a name."""

from __future__ import annotations

import re

from divergence.lexicons.calendar import DURATIONS, MONTH_WORDS
from divergence.text.figures.wordings.digits import SIGNS
from divergence.text.figures.wordings.number_expressions import Number
from divergence.text.figures.wordings.numbered import LABELS, NUMBERED
from divergence.types import Document, Span

_CLOCK = frozenset({"a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "gmt", "est", "edt", ":"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_FIRST_YEAR, _RECENT, _LAST_YEAR = 1800, 1990, 2100
_BEFORE_YEARS = frozenset("in since of the , a an this that his her its their".split())
_DIGITS = re.compile(r"[\d-]{3,}")
# "Four-star" and "two-way" are kinds.
_TIED = frozenset(
    "bedroom d dimensional door fold g legged party piece ply point pronged sided star step "
    "state thirds tier time way wheel wheeler".split()
)
_SAYINGS = frozenset({"things", "ways"})
_OPENING = frozenset({'"', ":", "—", "–", "-", ".", "(", "'", "‘"})
_CAPTIONED = frozenset("comments images photos pictures shares slides videos views".split())
_EMERGENCY = frozenset({"911", "999", "112", "111"})
_CALLED = frozenset("audio call caller callers calls center dispatcher dispatchers tape".split())
_TWO_PARTIES = frozenset(
    "countries governments leaders nations neighbors neighbours parties powers rivals sides".split()
)
_STREETS = frozenset("ave avenue blvd boulevard drive lane road st street way".split())
_FAR = 4
_JOINTS = frozenset({"and", "or", ",", "-", "–", "to"})


def is_uncounted(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number is a date, a clock time, a label or part of a name."""
    words = document.lowered
    start, end = quantity.tokens
    before = words[start - 1] if start > sentence.start else ""
    after = words[end] if end < sentence.end else ""
    return (
        before in MONTH_WORDS
        or after in MONTH_WORDS
        or after in _CLOCK
        or (before == ":" and _is_tied(document, start))
        or after in _ORDINALS
        or _is_year(document, quantity, before)
        or _is_tied_to_name(document, start, sentence)
        or before in LABELS
        or _is_in_code(document, quantity, sentence)
        or _heads_list(document, quantity, sentence)
        or _is_set_phrase(document, quantity, sentence)
        or _is_name(document, quantity, sentence)
    )


def is_recent_year(document: Document, quantity: Number) -> bool:
    """Whether four bare digits may be a year of our time."""
    start, end = quantity.tokens
    plain = end - start == 1 and document.lowered[start].isdigit() and quantity.bound == "exact"
    return plain and _FIRST_YEAR <= quantity.low <= _LAST_YEAR


def _is_year(document: Document, quantity: Number, before: str) -> bool:
    """Whether a number is a year: "in 2002", "a 2002 act"; "about 2000 people" are people."""
    words, (start, end) = document.lowered, quantity.tokens
    written = [word for word in words[start:end] if word.isdigit() and len(word) == 4]
    if not written or not _FIRST_YEAR <= quantity.low <= quantity.high <= _LAST_YEAR:
        return False
    if quantity.bound == "range":
        above = document.syntax.heads[end - 1]
        counts = end <= above and document.syntax.tags[above] in {"NNS", "NNPS"}
        return len(written) == 2 and not counts
    if quantity.bound != "exact" or end - start > 1:
        return False
    above = document.syntax.heads[start]
    counted = document.syntax.relations[start] == "nummod" and document.syntax.tags[above] == "NNS"
    recent = quantity.low >= _RECENT and quantity.low % 100
    return not counted or bool(recent) or before in _BEFORE_YEARS


def _is_tied_to_name(document: Document, start: int, sentence: Span) -> bool:
    """Whether a hyphen ties a number to what stands before it: "AK-47", "COVID-19", "mid-1990"."""
    tied = start - 1 > sentence.start and document.lowered[start - 1] == "-"
    return tied and _is_tied(document, start)


def _is_tied(document: Document, start: int) -> bool:
    """Whether no space stands before a token."""
    return document.syntax.ends[start - 1] == document.syntax.starts[start]


def _is_in_code(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number stands in a row of digits, such as a telephone number."""
    start, end = quantity.tokens
    words = document.lowered
    before = start > sentence.start and _DIGITS.fullmatch(words[start - 1]) is not None
    behind = end < sentence.end and _DIGITS.fullmatch(words[end]) is not None
    return words[start].isdigit() and (before or behind)


def _heads_list(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number opens an item of a list: "1. Open the gate", "2) Close it"."""
    start, end = quantity.tokens
    opens = start == sentence.start or (
        start == sentence.start + 1 and document.lowered[start - 1] == "("
    )
    closed = document.lowered[end : end + 1] in ((")",), (".",), (":",))
    return opens and closed and document.lowered[start].isdigit() and end + 1 < sentence.end


def _is_set_phrase(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number says something else in its phrase: "911 calls", "the two sides"."""
    words, tags = document.lowered, document.syntax.tags
    start, end = quantity.tokens
    before = words[start - 1] if start > sentence.start else ""
    after = words[end] if end < sentence.end else ""
    behind = words[end + 1] if end + 1 < sentence.end else ""
    if (after == "-" and behind in _TIED) or _is_titled(document, start, sentence):
        return True
    # A ".22 rifle" has a caliber.
    if words[start].startswith(".") and after not in {"percent", "%"} and before not in SIGNS:
        return True
    if before == "(" and after in _CAPTIONED and behind == ")":
        return True
    # "Two different things" and "five ways" are about a text, or about nothing.
    if {after, behind} & _SAYINGS and tags[end : end + 1] in (("NNS",), ("JJ",)):
        return True
    if words[start] in _EMERGENCY and (after in _CALLED or tags[end : end + 1] != ("NNS",)):
        return True
    if after in {"percent", "%"}:
        return _is_wholehearted(document, quantity, end + 1)
    if quantity.low == 0:
        return after not in {"percent", "%", "-"} and tags[end : end + 1] != ("NNS",)
    definite = before in {"the", "both", "these", "those", "all"} and quantity.bound == "exact"
    if definite and after in _TWO_PARTIES and words[start] in {"two", "both"}:
        return True
    return _is_address(document, quantity, sentence)


def _is_wholehearted(document: Document, quantity: Number, behind: int) -> bool:
    """Whether a share is a figure of speech: "I 100 percent support it", "the 1 percent"."""
    syntax = document.syntax
    tag = syntax.tags[behind] if behind < len(syntax.tags) else ""
    if quantity.low == 1:
        start = quantity.tokens.start
        return document.lowered[start - 1 : start] == ("the",) and tag != "NN"
    if quantity.low != 100 or quantity.bound != "exact" or behind >= len(syntax.tags):
        return False
    above = syntax.heads[behind - 1]
    # "100 percent renewable power" is a share of power.
    described = tag.startswith(("JJ", "RB")) and syntax.tags[behind + 1 : behind + 2] not in (
        ("NN",),
        ("NNS",),
    )
    return (
        tag.startswith("VB")
        or described
        or (above == behind and syntax.relations[behind] in {"root", "advcl", "ccomp", "acl:relcl"})
    )


def _is_titled(document: Document, start: int, sentence: Span) -> bool:
    """Whether a number has the capital of a name: "the Ten Commandments", "60 Minutes"."""
    words = document.syntax.words
    if start + 1 >= sentence.end:
        return False
    timed = words[start].isdigit() and document.syntax.lemmas[start + 1].lower() in DURATIONS
    if not timed and (start == sentence.start or not words[start].istitle()):
        return False
    letters = [word for word in words[sentence.start : sentence.end] if word[:1].isalpha()]
    # In a headline every word may have a capital.
    headline = 2 * sum(map(str.istitle, letters)) >= len(letters)
    opened = not timed and document.lowered[start - 1] in _OPENING
    return not headline and not opened and words[start + 1].istitle()


def _is_address(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number tells houses of a street apart: "1600 Fern Avenue"."""
    start, end = quantity.tokens
    if not document.lowered[start].isdigit():
        return False
    for token in range(end, min(end + _FAR, sentence.end)):
        if not document.syntax.words[token][:1].isupper():
            return False
        if document.lowered[token].rstrip(".") in _STREETS:
            return token > end
    return False


def _is_name(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number stands behind what it tells apart from others: "Pier 3", "gates 3 and 4"."""
    syntax, words = document.syntax, document.lowered
    start = quantity.tokens.start
    noun = _numbered_noun(document, start, sentence)
    if noun is None or quantity.bound not in {"exact", "range"}:
        return False
    counts = _counts_what_follows(document, quantity, sentence)
    if words[noun] in NUMBERED or words[noun].removesuffix("s") in NUMBERED:
        return not counts or (syntax.words[noun].istitle() and noun == start - 1)
    if noun != start - 1 or syntax.tags[noun] not in {"NNP", "NNPS"}:
        return False
    above = syntax.heads[start]
    if above > start and syntax.tags[above].startswith(("NN", "CD", "$")):
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
