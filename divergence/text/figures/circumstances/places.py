"""Places of figures: where it is what a number counts, in the text's own words.

A place may stand in a sentence before, in the same paragraph. Most figures have none: which phrase
holds for a figure is learned from accounts labelled by readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from divergence.lexicons.calendar import DURATIONS, MONTH_WORDS, PARTS_OF_DAY, WEEKDAYS
from divergence.lexicons.countries import country_of
from divergence.lexicons.locatives import AT_REST, BOUNDING, OF_COUNTED, TOWARD
from divergence.text.figures.circumstances.standing import opening, sentences_back, standing
from divergence.text.figures.learned import LearnedChoice, choices
from divergence.text.figures.subjects.counted_phrase import CountedNumber
from divergence.text.figures.subjects.leading_nouns import kind_of
from divergence.text.figures.subjects.noun_phrases import (
    preposition,
    prepositional_tokens,
    run_around,
)
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Document, Span

# How many sentences back in its paragraph a place may stand.
REACH = 1
_TIMES = DURATIONS | MONTH_WORDS.union(WEEKDAYS, PARTS_OF_DAY)
_CASES = OF_COUNTED | TOWARD
_CLOSE = 6
_BEARINGS = frozenset("east north northeast northwest south southeast southwest west".split())
_ADVERBS = frozenset("abroad elsewhere nationwide overseas worldwide".split())


class PlacePhrase(NamedTuple):
    """A phrase that may name a place: its tokens, its main word and its preposition."""

    tokens: Span
    head: int
    case: str


def place_of(document: Document, sentence: Span, figure: CountedNumber) -> str:
    """Return the place that a figure is given for, in the text's words, or ""."""
    phrase = chosen_place(document, sentence, figure, choices()["place"])
    return "" if phrase is None else document.words_of(phrase.tokens)


def chosen_place(
    document: Document, sentence: Span, figure: CountedNumber, model: LearnedChoice
) -> PlacePhrase | None:
    """Return the likeliest place near a figure, or None."""
    near = candidates(document, figure)
    return model.likeliest(near, lambda phrase: features(document, sentence, figure, phrase, near))


def candidates(document: Document, figure: CountedNumber) -> list[PlacePhrase]:
    """Return the places of a figure's sentence, and of those before in its paragraph."""
    return [
        phrase
        for sentence in sentences_back(document, figure.tokens.start, REACH)
        for phrase in place_phrases(document, sentence)
        if not set(range(*phrase.tokens)) & set(range(*figure.tokens))
    ]


# The figures of a sentence ask in turn, and those of the sentences after it.
@lru_cache(maxsize=8)
def place_phrases(document: Document, sentence: Span) -> tuple[PlacePhrase, ...]:
    """Find what may be a place: behind a locative, by its name, or in an adverb."""
    return tuple(_place_phrases(document, sentence))


def _place_phrases(document: Document, sentence: Span) -> Iterator[PlacePhrase]:
    syntax, words = document.syntax, document.lowered
    taken: set[int] = set()
    for token in range(*sentence):
        if token in taken:
            continue
        head, case = token, words[token]
        bearing = case == "of" and token > sentence.start and words[token - 1] in _BEARINGS
        if syntax.relations[token] == "case" and (case in _CASES or bearing):
            head = syntax.heads[token]
            if head <= token or not syntax.tags[head].startswith("NN"):
                continue
            if case in BOUNDING and syntax.tags[token + 1] == "CD":
                continue
        elif case not in _ADVERBS and not _is_place(document, token):
            continue
        tokens = run_around(prepositional_tokens(document, head), head)
        if head > token and token not in tokens:
            tokens = [token, *(t for t in tokens if t > token)]
        lemmas = {syntax.lemmas[t].lower() for t in tokens}
        if lemmas & _TIMES or any(syntax.tags[t] == "CD" and _is_year(words[t]) for t in tokens):
            continue
        end = _with_wider(document, tokens[-1] + 1, sentence.end)
        first = tokens[0]
        elsewhere = first > sentence.start and words[first - 1] == "elsewhere"
        start = first - (bearing or elsewhere)
        yield PlacePhrase(Span(start, end), head, case if head > token else "")
        taken.update(range(start, end))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _is_place(document: Document, token: int) -> bool:
    return token in _named_places(document)


@lru_cache(maxsize=1)
def _named_places(document: Document) -> frozenset[int]:
    """The names of countries, and of places that the text puts behind a locative somewhere."""
    syntax = document.syntax
    places: set[int] = set()
    for entity in document.entities:
        if entity.type != "place":
            continue
        heads = [m.head for m in entity.mentions if syntax.tags[m.head] in PROPER_TAGS]
        located = any(preposition(document, mention.head) in _CASES for mention in entity.mentions)
        for head in heads:
            # "The Orm Post" is no place, whatever Orm is.
            inside = syntax.relations[head] in {"compound", "flat"}
            if inside and syntax.tags[syntax.heads[head]] in PROPER_TAGS:
                continue
            if located or document.lowered[head] in country_of():
                places.add(head)
    return frozenset(places)


def _with_wider(document: Document, end: int, limit: int) -> int:
    """Take in the wider place behind a comma: "in Orm, Norland"."""
    syntax = document.syntax
    after = end + 1
    while after < limit and syntax.tags[after] in PROPER_TAGS:
        after += 1
    if after == end + 1 or document.lowered[end] != ",":
        return end
    head = syntax.heads[after - 1]
    return after if end - _CLOSE <= head < end and _is_place(document, head) else end


def features(
    document: Document,
    sentence: Span,
    figure: CountedNumber,
    phrase: PlacePhrase,
    near: list[PlacePhrase],
) -> Iterator[str]:
    """Name what tells whether a figure is given for a place."""
    syntax, start = document.syntax, figure.tokens.start
    number = document.sentence_of[start]
    back = number - document.sentence_of[phrase.head]
    kind = kind_of(figure)
    where = f"back={min(back, 2)}"
    named = any(syntax.tags[t] in PROPER_TAGS for t in range(*phrase.tokens))
    entity = document.entity_of.get(phrase.head)
    types = entity.type if entity is not None else "none"
    aged = kind in {"age", "time"}
    yield f"aged={aged} {where}"
    yield f"aged={aged} {where} named={named}"
    yield f"{where} event={figure.event != ''} named={named}"
    yield f"{where} case={phrase.case}"
    yield f"{where} case={phrase.case} named={named}"
    yield f"type={types} named={named}"
    relation = syntax.relations[phrase.head]
    behind = "a locative" if phrase.case else relation
    yield f"{where} behind {behind} type={types}"
    yield f"{where} behind {behind} named={named} aged={aged}"
    rest = "rest" if phrase.case in AT_REST else "bare" if not phrase.case else "other"
    names = list(standing(document, start, phrase.head))
    for name in names[:1]:
        yield f"{name} {rest} type={types}"
        yield f"{name} {rest} {kind}"
        yield f"{name} {rest} event={figure.event != ''}"
    if phrase.head in document.children[figure.head]:
        yield f"hangs on what is counted, {relation}"
        yield f"hangs on what is counted, {rest} type={types}"
    if not named:
        yield f"lemma={syntax.lemmas[phrase.head].lower()}"
    for name in names:
        yield name
        yield f"{name} named={named} aged={aged}"
    own = [p for p in near if document.sentence_of[p.head] == number]
    if back:
        between = any(
            document.sentence_of[phrase.head] < document.sentence_of[p.head] for p in near
        )
        yield f"{where} another nearer={between}"
        yield f"{where} {opening(document, sentence)}"
    else:
        nearest = min(own, key=lambda p: abs(p.tokens.start - start))
        yield f"{where} alone={len(own) == 1}"
        yield f"{where} nearest={nearest is phrase} named={named}"
