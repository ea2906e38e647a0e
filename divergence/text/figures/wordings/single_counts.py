"""Single counts: "one suspect was shot" counts one; "one witness said" and "one day" do not."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DURATIONS
from divergence.text.figures.event_classes import event_words, word_event
from divergence.text.figures.wordings.bounds import bound_before
from divergence.text.figures.wordings.number_expressions import Number, with_bound
from divergence.types import Document, Span

_CASES = frozenset("arrest casualty death fatality injury suspect victim".split())
_ONLY = frozenset({"just", "only"})
_SOUGHT = frozenset("arrest charge detain hold hunt identify look search seek".split())
# "One day", "one night" and "one moment" say when.
_SOME_TIME = frozenset({"day", "night", "moment", "second"})
_SPANNING = frozenset("ago after before earlier later".split())
_FAR = 4
_HARM = frozenset({"injured", "killed", "missing"})


def find_single_counts(document: Document, sentence: Span) -> Iterator[Number]:
    """Find where "one" counts what follows, and where "a week" measures a length of time."""
    for token in range(*sentence):
        word = document.lowered[token]
        if word not in {"one", "a", "an"}:
            continue
        number = Number(Span(token, token + 1), 1.0, 1.0, "exact")
        bounded = with_bound(document.lowered, number, sentence)
        noun = _noun_behind(document, token, sentence)
        if noun is None:
            if word == "one" and _is_victim(document, token, sentence):
                yield bounded
            continue
        said = bounded.tokens.start < token or bound_before(document.lowered, token, sentence)
        if document.lowered[noun] in DURATIONS:
            if _is_span_of_time(document, word, noun, bool(said), sentence):
                yield _with_half_more(document, bounded, noun, sentence)
        elif word == "one" and (said or _counts(document, token, noun, sentence)):
            yield bounded


def _is_victim(document: Document, token: int, sentence: Span) -> bool:
    """Whether "one" stands for somebody who was harmed: "one killed, two hurt"."""
    behind = token + 1
    return behind < sentence.end and word_event(document, behind) in _HARM


def _noun_behind(document: Document, token: int, sentence: Span) -> int | None:
    """The singular noun that "one" stands before, or None."""
    tags, end = document.syntax.tags, token + 1
    if document.lowered[end : end + 1] == ("-",) and end + 1 < sentence.end:
        return end + 1 if tags[end + 1].startswith("NN") else None
    while end < min(sentence.end, token + _FAR) and (
        tags[end].startswith("JJ") or document.lowered[end] == "-"
    ):
        end += 1
    plural = tags[end : end + 1] == ("NNS",) and document.lowered[end].endswith("s")
    if end >= sentence.end or not tags[end].startswith("NN") or plural:
        return None
    while end + 1 < sentence.end and tags[end + 1] == "NN":
        end += 1
    return end


def _is_span_of_time(
    document: Document, word: str, noun: int, bounded: bool, sentence: Span
) -> bool:
    behind = document.lowered[noun + 1] if noun + 1 < sentence.end else ""
    if bounded or behind in _SPANNING or behind == "and":
        return bounded or behind != "and" or _is_and_a_half(document, noun)
    return word == "one" and document.lowered[noun] not in _SOME_TIME


def _is_and_a_half(document: Document, noun: int) -> bool:
    return document.lowered[noun + 1 : noun + 4] == ("and", "a", "half")


def _with_half_more(document: Document, number: Number, noun: int, sentence: Span) -> Number:
    """Add the half of "a year and a half"."""
    if noun + 3 >= sentence.end or not _is_and_a_half(document, noun):
        return number
    tokens = Span(number.tokens.start, number.tokens.end)
    return Number(tokens, number.low + 0.5, number.high + 0.5, number.bound, document.lowered[noun])


def _counts(document: Document, token: int, noun: int, sentence: Span) -> bool:
    """Whether "one" before a noun says how many there were."""
    syntax = document.syntax
    lemma = syntax.lemmas[noun].lower()
    person = actor_kinds().get(lemma) == "person" or lemma == "person"
    if not person and lemma not in _CASES and event_words().get(lemma) not in {"killed", "injured"}:
        return False
    if lemma in _CASES - {"suspect", "victim"}:
        return True
    if token > sentence.start and document.lowered[token - 1] in _ONLY:
        return True
    relation, above = syntax.relations[noun], syntax.heads[noun]
    below = {syntax.relations[child] for child in document.children[above]}
    if relation == "nsubj:pass" or (relation == "nsubj" and "cop" in below):
        return True
    if relation in {"obl", "obj"} and syntax.lemmas[above].lower() in _SOUGHT:
        return True
    harmed = any(word_event(document, near) for near in (above, *document.children[noun]))
    return relation in {"nsubj", "obj", "conj", "root"} and harmed
