"""Time windows of figures: which phrase of time a number is given for, if for any.

A number that another is compared with ("up from 11 million in 2022") has a window of its own. A
window may stand in a sentence before, in the same paragraph. Most figures have none: which phrase
holds for a figure is learned from accounts labelled by readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from divergence.text.figures.circumstances.comparisons import comparisons, part_of
from divergence.text.figures.circumstances.standing import (
    aside_above,
    opening,
    sentences_back,
    standing,
    way_up,
)
from divergence.text.figures.circumstances.time_phrases import TimePhrase, time_phrases
from divergence.text.figures.learned import LearnedChoice, choices
from divergence.text.figures.subjects.counted_phrase import CountedNumber
from divergence.text.figures.subjects.leading_nouns import kind_of
from divergence.types import Document, Span

# How many sentences back in its paragraph a window may stand.
REACH = 2


def window_of(document: Document, sentence: Span, figure: CountedNumber) -> str:
    """Return the phrase of time that a figure is given for, in the text's words, or ""."""
    phrase = chosen_window(document, sentence, figure, choices()["window"])
    return "" if phrase is None else document.words_of(phrase.tokens)


def chosen_window(
    document: Document, sentence: Span, figure: CountedNumber, model: LearnedChoice
) -> TimePhrase | None:
    """Return the likeliest phrase of time near a figure, or None."""
    near = candidates(document, figure)
    return model.likeliest(near, lambda phrase: features(document, sentence, figure, phrase, near))


def candidates(document: Document, figure: CountedNumber) -> list[TimePhrase]:
    """Return the phrases of time of a figure's sentence, and of those before in its paragraph."""
    near = []
    for sentence in sentences_back(document, figure.tokens.start, REACH):
        parts = comparisons(document, sentence)
        part = part_of(parts, figure.tokens.start)
        for phrase in time_phrases(document, sentence):
            apart = parts and part != part_of(parts, phrase.tokens.start)
            if (
                not apart
                and not _is_own(figure, phrase)
                and not _is_aside(document, figure, phrase)
            ):
                near.append(phrase)
    return near


def _is_own(figure: CountedNumber, phrase: TimePhrase) -> bool:
    """Whether a length of time is the figure itself."""
    own = set(range(*figure.tokens))
    if kind_of(figure) == "time":
        own.add(figure.head)
    return not own.isdisjoint(range(*phrase.tokens))


def _is_aside(document: Document, figure: CountedNumber, phrase: TimePhrase) -> bool:
    """Whether a time is told of something else, in a relative clause set off by a comma."""
    outer = set(way_up(document, figure.tokens.start))
    inner = takewhile(lambda token: token not in outer, way_up(document, phrase.head))
    return aside_above(document, tuple(inner))


def features(
    document: Document,
    sentence: Span,
    figure: CountedNumber,
    phrase: TimePhrase,
    near: list[TimePhrase],
) -> Iterator[str]:
    """Name what tells whether a figure is given for a phrase of time."""
    start = figure.tokens.start
    number = document.sentence_of[start]
    back = number - document.sentence_of[phrase.head]
    kind = kind_of(figure)
    where = f"back={min(back, 2)}"
    yield f"{where} {phrase.kind}"
    yield f"{where} {kind}"
    yield f"{where} {phrase.kind} {kind}"
    yield f"{where} event={figure.event != ''}"
    for name in standing(document, start, phrase.head):
        yield name
        yield f"{name} {'age or time' if kind in {'age', 'time'} else 'other'}"
    own = [p for p in near if document.sentence_of[p.head] == number]
    if back:
        between = any(
            document.sentence_of[phrase.head] < document.sentence_of[p.head] for p in near
        )
        yield f"{where} another nearer={between}"
        yield f"{where} {opening(document, sentence)}"
    else:
        yield f"{where} alone={len(own) == 1}"
        nearest = min(own, key=lambda p: abs(p.tokens.start - start))
        yield f"{where} nearest={nearest is phrase}"
        yield f"{where} nearest={nearest is phrase} {phrase.kind}"
    yield f"{where} opens={document.lowered[phrase.tokens.start]}" if back == 0 else where
