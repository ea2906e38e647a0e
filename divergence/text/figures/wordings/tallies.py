"""Tallies: "passed 234-193" and "by 217 votes to 210" give two numbers of votes.

The same pair is a score where a game is played, and says nothing where no one votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from divergence.text.figures.wordings.number_expressions import Number, number_at
from divergence.types import Document, Span

_JOINTS = frozenset({"-", "–", "—", "to"})
_VOTING = re.compile(
    r"vot\w+|ballots?|pass(?:ed|es|ing)?|approv\w+|reject\w*|confirm\w*|adopt\w*|ratif\w+|rul\w+"
    r"|decision\w*|verdict|convict\w*|acquit\w*|impeach\w*|overr\w+|margin|majority|party-line"
    r"|resolution|motion|bill|amendment|senate|house|parliament|council|committee|jury|court"
    r"|justices|panel|board|uph[eo]ld\w*|block\w*|clear(?:ed|s)?|split"
)
_PLAYING = re.compile(
    r"games?|match(?:es)?|goals?|scor\w+|sets?|innings?|teams?|seasons?|points?|playoffs?|cup"
    r"|league|halftime|victory|wins?|won|beat|beaten|draw|tie|loss|lost|record|odds"
)
_NEAR = 8
_MOST = 1500


def find_tallies(document: Document, sentence: Span, numbers: Sequence[Number]) -> Iterator[Number]:
    """Find the two numbers of each tally of votes in a sentence."""
    for first in numbers:
        start = first.tokens.start
        parts = _pair(document.lowered, first.tokens, sentence)
        if parts is None:
            continue
        falls = parts[0].low > parts[1].low
        if _is_voted(document, Span(start, parts[1].tokens.end), sentence, pair_falls=falls):
            yield from parts


def find_ratios(document: Document, sentence: Span, numbers: Sequence[Number]) -> Iterator[Number]:
    """Find ratios to one: "outspent them 4 to 1", "a six-to-one match"."""
    words = document.lowered
    for first in numbers:
        start, end = first.tokens
        behind = [word for word in words[end : min(end + 4, sentence.end)] if word != "-"][:2]
        if first.low > 1 and behind[:1] == ["to"] and behind[1:] in (["1"], ["one"]):
            last = words.index(behind[1], end)
            yield Number(Span(start, last + 1), first.low, first.high, first.bound, "ratio")


def find_scores(document: Document, sentence: Span, numbers: Sequence[Number]) -> Iterator[Number]:
    """Find pairs of numbers that a dash joins and that are no range: scores, models, codes."""
    for first in numbers:
        parts = _pair(document.lowered, first.tokens, sentence)
        if parts is None:
            continue
        one_range = first.bound == "range"
        dashed = document.lowered[parts[0].tokens.end] != "to"
        near = range(
            max(sentence.start, first.tokens.start - 3), min(sentence.end, first.tokens.end + 2)
        )
        played = any(_PLAYING.fullmatch(document.lowered[token]) for token in near)
        if dashed and (played or not one_range):
            yield first
            yield from parts


def _pair(words: Sequence[str], tokens: Span, sentence: Span) -> tuple[Number, Number] | None:
    """Two plain numbers, "234-193" or "217 to 210", the first of which begins a span."""
    start = tokens.start
    while start < tokens.end and not words[start][0].isdigit():
        spelled = number_at(words, start, sentence.end)
        if spelled is not None:
            break
        start += 1
    first = number_at(words, start, sentence.end) if start < sentence.end else None
    if first is None:
        return None
    joint = first.tokens.end
    joint += joint < sentence.end and words[joint] in {"vote", "votes"}
    if joint + 1 >= sentence.end or words[joint] not in _JOINTS:
        return None
    second = number_at(words, joint + 1, sentence.end)
    if second is None or not all(
        number.low == number.high <= _MOST and number.low.is_integer() and not number.unit
        for number in (first, second)
    ):
        return None
    # A further dash makes a date or a code of them: "1-973-792".
    further = words[second.tokens.end : second.tokens.end + 2]
    if len(further) == 2 and further[0] in _JOINTS and further[1][0].isdigit():
        return None
    return (
        Number(first.tokens, first.low, first.high, "exact", "vote"),
        Number(second.tokens, second.low, second.high, "exact", "vote"),
    )


def _is_voted(document: Document, pair: Span, sentence: Span, *, pair_falls: bool) -> bool:
    words = document.lowered
    near = range(max(sentence.start, pair.start - _NEAR), min(sentence.end, pair.end + _NEAR // 2))
    around = [words[token] for token in near if token not in range(*pair)]
    behind = words[pair.end : pair.end + 1]
    opened = words[pair.start - 1] if pair.start > sentence.start else ""
    joined = any(words[token] in {"-", "–"} for token in range(*pair))
    # "Between 3 and 5", "from 12 to 15" and "5 to 7 judges" are no tallies; "by 5 to 3" is one.
    falling = pair_falls and opened != "from"
    said = opened in {"by", "of", "was"} or "votes" in words[pair.start : pair.end]
    if not (joined or falling or said):
        return False
    if not joined and behind and document.syntax.tags[pair.end].startswith("NNS"):
        return False
    if any(_PLAYING.fullmatch(word) for word in around[-_NEAR:]):
        return any(word.startswith("vot") for word in around)
    return any(_VOTING.fullmatch(word) for word in around)
