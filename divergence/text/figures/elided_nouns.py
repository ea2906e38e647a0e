"""Elided nouns: "three of those were hurt and two died" counts what was counted before.

Also what a bare number measures: "her heart rate was 72", "an LDL of 118".
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.lexicons.calendar import DURATIONS
from divergence.text.figures.wordings.number_expressions import Number
from divergence.text.figures.wordings.uncounted_numbers import is_recent_year
from divergence.types import Document, Figure, Span

_THEM = frozenset("them these those us whom which you".split())
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# What a bare number of something is not given in.
_NO_COUNTS = DURATIONS | {"", "age", "dollar", "euro", "percent", "pound", "vote"}
_MANY = frozenset("dozens hundreds scores thousands".split())
_TAKEN_OUT = frozenset("another except excluding for including other others".split())
_NEAR = 3
_BARE = frozenset("amount count estimate figure number size sum tally total".split())
_KNOWN = frozenset("all any both either every last next the these those".split())
_MEASURES = frozenset(
    "average balance bmi cholesterol count density gdp height index inflation level pressure price "
    "pulse rate ratio reading temperature weight width".split()
)
_COPULAS = frozenset("was is were are at of".split())
_REACHING = frozenset("to at".split())
_NO_MEASURES = frozenset(
    "aftermath age autumn best book case class end factor fall gang grade group list number part "
    "score season spring summer top winter year".split()
)
_BREAKS = frozenset({",", ".", ";", ")", "and", "but", "or", "while", "with", "in", "on"})
_FAR = 6


def noun_of_whole(document: Document, quantity: Number, sentence: Span) -> int | None:
    """The noun of which a number takes some: "dozens of Syrians", "seven of the victims"."""
    words, tags = document.lowered, document.syntax.tags
    token = quantity.tokens.end
    if words[token : token + 1] != ("of",):
        return None
    token += 1
    nouns: list[int] = []
    for near in range(token, min(token + 2 * _FAR, sentence.end)):
        if tags[near] == "POS":
            nouns.clear()
        elif tags[near].startswith("NN"):
            # "A pair of tweets Sunday morning" are tweets.
            if nouns and tags[nouns[-1]] == "NNS":
                break
            nouns.append(near)
        elif nouns and tags[near] not in {"HYPH", "VBG"}:
            break
        elif tags[near] in {"IN", "MD", "PRP", "VBD", "VBZ", "VBP"}:
            return None
    return nouns[-1] if nouns else None


def unit_before(
    document: Document, quantity: Number, sentence: Span, earlier: Sequence[Figure]
) -> str | None:
    """What a bare number counts, as a figure right before it says; None where it counts nothing."""
    start, end = quantity.tokens
    words, syntax = document.lowered, document.syntax
    # "The two" are known; "two" are counted.
    if words[start - 1 : start] and words[start - 1] in _KNOWN and start > sentence.start:
        return None
    if is_recent_year(document, quantity):
        return None
    of = words[end : end + 1] == ("of",) and end + 1 < sentence.end
    them = of and words[end + 1] in _THEM
    last = end - 1
    roles = _SUBJECTS | {"obj"} if words[last] in _MANY else _SUBJECTS
    subject = syntax.relations[last] in roles and syntax.tags[syntax.heads[last]].startswith(
        ("VB", "JJ", "NN")
    )
    out = start > sentence.start and (
        words[start - 1] in _TAKEN_OUT or words[max(start - 2, 0) : start] == ("all", "but")
    )
    more = words[end : end + 1] == ("more",) and _is_bare(document, end + 1, sentence)
    if not (them or subject or out or more) or (out and not _is_bare(document, end, sentence)):
        return None
    number = next(n for n, span in enumerate(syntax.sentences) if span.end >= end)
    known = [
        figure.unit
        for figure in earlier
        if figure.unit not in _NO_COUNTS and figure.sentence >= number - (0 if out else _NEAR)
    ]
    if known:
        return known[-1]
    return "people" if them or _is_many(document, last) else None


def changed_noun(document: Document, quantity: Number) -> int | None:
    """The noun that a bare number before or after a change is of: "the number of cases rose to"."""
    syntax, token = document.syntax, quantity.tokens.end - 1
    for _ in range(_NEAR):
        token = syntax.heads[token]
        if syntax.tags[token].startswith("VB"):
            break
    for child in document.children[token]:
        if syntax.relations[child] in {"nsubj", "nsubj:pass", "obj"} and child < token:
            below = (c for c in document.children[child] if syntax.relations[c] == "nmod")
            noun = next(below, child) if syntax.lemmas[child].lower() in _BARE else child
            return noun if syntax.tags[noun].startswith("NN") else None
    return None


def _is_many(document: Document, token: int) -> bool:
    """Whether "dozens" or "hundreds" do something, which people do: "hundreds marched"."""
    verb = document.syntax.heads[token]
    return document.lowered[token] in _MANY and document.syntax.lemmas[verb] not in {"be", "cost"}


def _is_bare(document: Document, end: int, sentence: Span) -> bool:
    """Whether nothing is counted behind a number."""
    return end >= sentence.end or not document.syntax.tags[end].startswith(("NN", "JJ", "CD", "VB"))


def is_reading(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number is the value of a rate, a pressure, a price."""
    noun = measured_noun(document, quantity, sentence)
    return noun is not None and document.syntax.lemmas[noun].lower() in _MEASURES


def measured_noun(document: Document, quantity: Number, sentence: Span) -> int | None:
    """The noun whose value a bare number is: "her heart rate was 72", "HDL of 64"; or None."""
    start, end = quantity.tokens
    words, tags = document.lowered, document.syntax.tags
    if is_recent_year(document, quantity) or not words[end - 1][:1].isdigit():
        return None
    if end < sentence.end and words[end] not in _BREAKS:
        return None
    before = start - 1
    if before <= sentence.start or words[before] not in _COPULAS | _REACHING:
        return None
    noun = before - 1
    if words[before] == "of" and tags[noun].startswith("NN"):
        lemma = document.syntax.lemmas[noun].lower()
        return None if lemma in _NO_MEASURES else noun
    for token in reversed(range(max(sentence.start, start - _FAR), before)):
        if tags[token] == "CD" or words[token] in {",", ";"}:
            return None
        if tags[token].startswith("NN"):
            return token if document.syntax.lemmas[token].lower() in _MEASURES else None
    return None
