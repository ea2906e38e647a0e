"""Phrases of time: days, dates, spans and events by which a text says when something is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from divergence.lexicons.calendar import (
    DATED,
    DEICTIC,
    DURATIONS,
    MONTH_WORDS,
    MONTHS_OR_WORDS,
    PARTS_OF_DAY,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
)
from divergence.text.figures.subjects.noun_phrases import (
    preposition,
    prepositional_tokens,
    run_around,
)
from divergence.types import Document, Span

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAYS = DATED | MONTH_WORDS | frozenset(SHORT_WEEKDAYS)
_POINTS = frozenset("time moment period span era season campaign term tenure".split())
_ADVERBS = frozenset(
    "now then currently initially recently annually daily overnight tonight".split()
)
# What follows these is a time, whatever it is: "since the flood", "during the raid".
_OF_TIME = frozenset({"during", "since", "until", "throughout"})
_BEFORE = frozenset(
    "a about after an around at before between both by couple during early earlier few for from in "
    "just late later mid most of on only over several since some than the through throughout until "
    "within".split()
)
_MONTHLY = frozenset({"in", "since", "until", "by", "during", "after", "before", "from"})
_JOINTS = frozenset(", and to through - –".split())
_LAST = frozenset("ago earlier later before".split())
_WHICH = frozenset(
    "this that those these last next past previous recent same each every first".split()
)


class TimePhrase(NamedTuple):
    """A phrase of time: its tokens, its main word and its class."""

    tokens: Span
    head: int
    kind: str


# The figures of a sentence ask in turn, and those of the sentences after it.
@lru_cache(maxsize=8)
def time_phrases(document: Document, sentence: Span) -> tuple[TimePhrase, ...]:
    """Find the phrases of time of a sentence, in text order; each of them once."""
    return tuple(_time_phrases(document, sentence))


def _time_phrases(document: Document, sentence: Span) -> Iterator[TimePhrase]:
    last = sentence.start
    for token in range(*sentence):
        kind = _kind(document, token) if token >= last else ""
        if kind:
            head = _topmost(document, token)
            span = _phrase(document, token, kind, Span(last, sentence.end))
            yield TimePhrase(span, head, kind)
            last = span.end


def _phrase(document: Document, token: int, kind: str, within: Span) -> Span:
    if kind == "event":
        tokens = [t for t in prepositional_tokens(document, token) if t in range(*within)]
        run = run_around(tokens, token)
        return Span(run[0], run[-1] + 1)
    if kind == "modifier":
        return Span(token, token + 1)
    start = token
    while start > within.start and _opens(document, start - 1):
        start -= 1
    return Span(start, _end(document, token + 1, within))


def _opens(document: Document, token: int) -> bool:
    """Whether a word may stand before a time in its phrase: "in the first four months"."""
    word, tag = document.lowered[token], document.syntax.tags[token]
    if tag == "CD":
        return document.syntax.lemmas[token + 1].lower() in DURATIONS | {"of"}
    if document.syntax.relations[token] == "mark":
        return False
    return word in _BEFORE or word in _WHICH or tag == "PRP$" or word in PARTS_OF_DAY


def _kind(document: Document, token: int) -> str:
    syntax, word = document.syntax, document.lowered[token]
    tag = syntax.tags[token]
    if not tag.startswith(("N", "CD", "RB", "J")) and word not in _DAYS:
        return ""
    if word in _DAYS and syntax.words[token][:1].isupper():
        if word not in MONTH_WORDS:
            return "day"
        # "Mar-a-Lago" and "May said" are no months.
        beside = document.lowered[token + 1 : token + 2]
        short = word.rstrip(".") in SHORT_MONTHS or word in MONTHS_OR_WORDS
        timed = preposition(document, token) in _MONTHLY or _which(document, token)
        numbered = beside[:1] and (beside[0][:1].isdigit() or beside[0] in {"of", "."})
        return "month" if numbered or timed or not short else ""
    if _YEAR.fullmatch(word) and tag in {"CD", "NN", "NNP"}:
        modifies = syntax.relations[token] in {"nummod", "compound", "amod"}
        return "modifier" if modifies and syntax.heads[token] > token else "year"
    if word in DEICTIC or word in _ADVERBS:
        return "adverb"
    lemma = syntax.lemmas[token].lower()
    case = preposition(document, token)
    before = {document.lowered[c] for c in document.children[token]}
    if lemma in DURATIONS or lemma in PARTS_OF_DAY or lemma in _POINTS:
        if before & _WHICH or ("the" in before and case):
            return "span"
        if document.lowered[token + 1 : token + 2] and document.lowered[token + 1] in _LAST:
            return "ago"
    if case in _OF_TIME and tag in {"NN", "NNS"}:
        return "event"
    return ""


def _which(document: Document, token: int) -> bool:
    before = token - 1
    return (
        before >= 0
        and document.lowered[before] in _WHICH
        and document.syntax.relations[before] in {"det", "amod"}
    )


def _topmost(document: Document, token: int) -> int:
    """The noun that a phrase of time hangs by: "the night of Oct. 1"."""
    syntax = document.syntax
    for _ in range(2):
        above = syntax.heads[token]
        near = abs(above - token) < 4 and above != token
        if near and syntax.relations[token] in {
            "nmod",
            "compound",
            "nmod:unmarked",
            "flat",
            "nummod",
        }:
            lemma = syntax.lemmas[above].lower()
            if _kind(document, above) or lemma in DURATIONS or lemma in PARTS_OF_DAY:
                token = above
                continue
        break
    return token


def _end(document: Document, end: int, within: Span) -> int:
    """Take in what goes on: "3, 2011", "and 2014", "ago", "night", "of 2013"."""
    words = document.lowered
    while end < within.end:
        word, following = words[end], words[end + 1 : end + 2]
        dated = words[end - 1] in MONTH_WORDS and word[:1].isdigit()
        if word in PARTS_OF_DAY or word in _LAST or dated:
            end += 1
        elif (word in _JOINTS and following and _YEAR.fullmatch(following[0])) or (
            word == "of" and end + 1 < within.end and _kind(document, end + 1)
        ):
            end += 2
        else:
            break
    return end
