"""Ages in words: "a 13-year-old girl", "22 years old", "in his 20s", "19 or older".

They and the ages that stand beside a person have the unit "age": they count nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.text.figures.elided_nouns import is_reading
from divergence.text.figures.wordings.ages import is_age, row_of
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document, Span

AGE = "age"
_OLDEST = 120
_AGES = frozenset({"age", "aged", "ages"})
_YEARS = frozenset({"year", "years", "yr", "yrs"})
_OLD = frozenset({"old", "olds"})
_DECADE = re.compile(r"(mid-|early-|late-)?([1-9]0)'?s")
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_WHOSE = frozenset("his her their my your our".split())
_PART_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_OLDER = frozenset({"older", "younger"})
_OVER = frozenset("above below over under up".split())
_PEOPLE = frozenset("adults anyone children everyone kids people seniors someone those".split())
_SAYING = frozenset("is was of at to from be remains are were".split())
# What has an age in years and is nobody.
_THING = re.compile(
    r".*(?:tion|ment|ship|ism|cy|ty|ance|ence|sure|age)|war|conflict|law|rule|ban|company|firm"
    r"|program|policy|deal|building|house|home|church|school|bridge|feud|record|case|lawsuit|bank"
    r"|newspaper|city|tree|ship|boat|car|plane|aircraft|video|photo|memo|report|letter|act|bill"
    r"|article|story|battle|siege|truce|ceasefire|embargo|blockade|insurgency|rebellion|regime|claim|crime|club"
)
_FAR = 10


def find_decades(document: Document, sentence: Span) -> Iterator[Number]:
    """Find ages said in decades: "in his 20s", "in their early thirties"."""
    words = document.lowered
    for token in range(*sentence):
        match = _DECADE.fullmatch(words[token])
        tens = int(match[2]) if match else DECADES.get(words[token], 0)
        if not tens:
            continue
        start, part = token, (match[1] or "").rstrip("-") if match else ""
        if start - 1 > sentence.start and words[start - 1] == "-":
            start -= 1
        if not part and start > sentence.start and words[start - 1] in _PART_OF_DECADE:
            start -= 1
            part = words[start]
        if start > sentence.start and words[start - 1] in _WHOSE:
            low, high = _PART_OF_DECADE.get(part, (0, 9))
            yield Number(Span(start - 1, token + 1), tens + low, tens + high, "range", AGE)


def as_age(document: Document, quantity: Number, sentence: Span) -> Number | None:
    """Give a number the unit of ages where it is one; None elsewhere."""
    if not 0 <= quantity.low <= quantity.high <= _OLDEST:
        return None
    if _AGES & set(document.lowered[slice(*quantity.tokens)]):
        return replace(quantity, unit=AGE)
    row = row_of(document, quantity.tokens, sentence)
    if row.end > quantity.tokens.end and _behind_years_old(document, row.end, sentence):
        return replace(quantity, unit=AGE)
    end = _behind_years_old(document, quantity.tokens.end, sentence)
    if end is not None:
        thing = _is_of_thing(document, end, sentence) or _is_said_of_thing(document, quantity)
        unit = "year" if thing else AGE
        return replace(quantity, tokens=Span(quantity.tokens.start, end), unit=unit)
    if _is_limit(document, quantity, sentence) or _is_said_of_age(document, quantity, sentence):
        return replace(quantity, unit=AGE)
    # "Her heart rate was 72" gives no age.
    if is_reading(document, quantity, sentence) or not is_age(document, quantity, sentence):
        return None
    return replace(quantity, unit=AGE)


def _behind_years_old(document: Document, token: int, sentence: Span) -> int | None:
    """The token behind "-year-old", "years old" or "years of age", where it begins at a token."""
    words = document.lowered
    token += token < sentence.end and words[token] == "-"
    if token >= sentence.end or words[token] not in _YEARS:
        return None
    token += 1
    token += token < sentence.end and words[token] == "-"
    if token < sentence.end and words[token] in _OLD:
        return token + 1
    return token + 2 if words[token : token + 2] == ("of", "age") else None


def _is_of_thing(document: Document, end: int, sentence: Span) -> bool:
    """Whether a thing is so many years old: "a 19-year-old war"."""
    tags, noun = document.syntax.tags, end
    while noun < sentence.end and tags[noun].startswith("JJ"):
        noun += 1
    if noun >= sentence.end or tags[noun] not in {"NN", "NNS"}:
        return False
    while noun + 1 < sentence.end and tags[noun + 1] in {"NN", "NNS"}:
        noun += 1
    return _is_thing(document, noun)


def _is_said_of_thing(document: Document, quantity: Number) -> bool:
    """Whether a thing "is 19 years old"."""
    syntax = document.syntax
    above = quantity.tokens.end - 1
    for _ in range(3):
        above = syntax.heads[above]
        for child in document.children[above]:
            if syntax.relations[child] == "nsubj" and child < quantity.tokens.start:
                return _is_thing(document, child)
    return False


def _is_thing(document: Document, noun: int) -> bool:
    """Whether a noun is a thing of which people say how old it is."""
    entity = document.entity_of.get(noun)
    if entity is not None and entity.type == "person":
        return False
    lemma = document.syntax.lemmas[noun].lower()
    kind = actor_kinds().get(lemma)
    return kind == "institution" or (kind is None and _THING.fullmatch(lemma) is not None)


def _is_limit(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number bounds ages from behind: "19 or older", "adults 65 and over"."""
    words, (start, end) = document.lowered, quantity.tokens
    if words[end - 1] in _OLDER:
        return True
    before = words[start - 1] if start > sentence.start else ""
    return words[end - 1] in _OVER and before in _PEOPLE and words[end - 2] in {"and", "or"}


def _is_said_of_age(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number is what an age comes to: "the age of consent is 16"."""
    words, start, end = document.lowered, quantity.tokens.start, quantity.tokens.end
    if start <= sentence.start or words[start - 1] not in _SAYING:
        return False
    if end < sentence.end and document.syntax.tags[end].startswith(("NN", "JJ")):
        return False
    for token in reversed(range(max(sentence.start, start - _FAR), start - 1)):
        if document.syntax.tags[token] == "CD" or words[token] in {",", ";"}:
            return False
        if words[token] in _AGES:
            return document.syntax.tags[token].startswith("NN")
    return False
