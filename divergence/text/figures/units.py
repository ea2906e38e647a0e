"""Units: what a number counts, as the noun behind it or the sign beside it says."""

from __future__ import annotations

import re

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.measurement_units import is_measure, measures
from divergence.text.figures.elided_nouns import noun_of_whole
from divergence.text.figures.event_classes import event_words
from divergence.text.figures.losses import UNSURE, is_of_people
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document, Span

CURRENCIES = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "₹": "rupee",
    "₽": "ruble",
    "₩": "won",
    "₪": "shekel",
    "₺": "lira",
    "₴": "hryvnia",
}
_IN_LETTERS = {
    "rs": "rupee",
    "rs.": "rupee",
    "inr": "rupee",
    "usd": "dollar",
    "eur": "euro",
    "gbp": "pound",
}
_PERCENT = frozenset({"%", "percent", "pc", "pct"})
_PEOPLE = frozenset(
    "alien attendee child civilian customer immigrant life man member migrant old other "
    "people person resident survivor victim visitor voter woman".split()
)
_BARE = frozenset("amount count estimate figure number size sum tally total".split())
_BEFORE_NOUNS = frozenset("JJ JJR JJS VBN VBG CC HYPH".split())
_INSIDE = frozenset({"VBG", "HYPH"})
_PHRASE = 6
_RATES = frozenset(
    "beat cycle gallon gram kilogram kilometer kilometre liter meter mg mile "
    "milligram ounce revolution round ton tonne".split()
)
_LONG = {"km": "kilometer", "kg": "kilogram", "mg": "milligram", "mph": "mile per hour"}
# Groups whose plural counts members.
_MEMBERS = frozenset(
    "clergy crew elite guard mercenary military militia minority personnel police reinforcement "
    "serviceman staff troop workforce".split()
)
# Plurals of names that are people: "Germans", "Democrats", "New Yorkers", "Israelis".
_DEMONYM = re.compile(r".+(?:[aeiou]ns|ers|ists|crats|ites|[ln]ese|[lqnrm]is|rds)")
_MODIFYING = frozenset({"nummod", "compound", "amod", "nmod", "dep"})


def counted_noun(document: Document, quantity: Number, sentence: Span) -> int:
    """Token of what is counted: the noun the number modifies, or the number itself."""
    syntax = document.syntax
    inside = range(*quantity.tokens)
    joined = _tied_noun(document, quantity, sentence)
    if joined is not None:
        return joined
    for token in reversed(inside):
        above = syntax.heads[token]
        if above not in inside and syntax.tags[above].startswith("NN"):
            near = sentence.start <= above < sentence.end
            behind = above > token or _numbers_group(document, quantity, above)
            if near and behind and syntax.relations[token] in _MODIFYING:
                plural = quantity.low != 1
                after = above >= quantity.tokens.end
                if not after:
                    return above
                return _last_of_compound(document, above, sentence, plural=plural)
    following = _head_behind(document, quantity, sentence)
    return quantity.tokens.end - 1 if following is None else following


def _tied_noun(document: Document, quantity: Number, sentence: Span) -> int | None:
    """The noun that a hyphen ties to a number: "page" of "a four-page letter"."""
    end = quantity.tokens.end
    if end + 1 >= sentence.end:
        return None
    # "The eight year span" has lost its hyphen.
    if document.lowered[end] in DURATIONS and quantity.low != 1:
        return end
    if _is_unit(document, end):
        return end
    if document.lowered[end] != "-":
        return None
    word, tag = document.lowered[end + 1], document.syntax.tags[end + 1]
    return end + 1 if tag.startswith("NN") or word in DURATIONS else None


def _is_unit(document: Document, token: int) -> bool:
    """Whether a word right behind a number is a unit of measurement: "120 mph", "30 miles"."""
    known = measures().get(document.syntax.lemmas[token].lower())
    return document.lowered[token] in _LONG or (known is not None and known.dimension != "load")


def _head_behind(document: Document, quantity: Number, sentence: Span) -> int | None:
    """Last noun of the phrase that opens right behind a number, or None."""
    tags, token = document.syntax.tags, quantity.tokens.end
    limit = min(token + _PHRASE, sentence.end)
    while token < limit and tags[token] in _BEFORE_NOUNS:
        token += 1
    if token >= limit or not tags[token].startswith("NN"):
        return None
    return _last_of_compound(document, token, sentence, plural=quantity.low != 1)


def _last_of_compound(document: Document, noun: int, sentence: Span, *, plural: bool) -> int:
    """The word that a noun modifies: "plants" of "food processing plants"."""
    tags, last = document.syntax.tags, noun
    if plural and tags[noun] in {"NNS", "NNPS"}:
        return noun
    for token in range(noun + 1, min(noun + _PHRASE, sentence.end)):
        if tags[token].startswith("NN"):
            last = token
            if tags[token] in {"NNS", "NNPS"}:
                break
        elif tags[token] in {"CC", "JJ"}:
            if not plural or tags[last] in {"NNS", "NNPS"}:
                break
        # "F-35 fighters" are fighters.
        elif tags[token] not in _INSIDE and tags[token - 1 : token + 1] != ("HYPH", "CD"):
            break
    # "Seven men and a boy" are not seven boys: across "and", only a plural is the head.
    joined = {"CC", "JJ"} & set(tags[noun:last])
    return last if not joined or tags[last] in {"NNS", "NNPS"} else noun


def _numbers_group(document: Document, quantity: Number, noun: int) -> bool:
    """Whether a noun before a number is what it counts: "a crowd of 400", not "up to 400"."""
    start = quantity.tokens.start
    if document.syntax.relations[quantity.tokens.end - 1] in {"nummod", "compound"}:
        return True
    group = actor_kinds().get(document.syntax.lemmas[noun].lower()) == "group"
    return group and document.lowered[start - 1 : start] == ("of",)


def unit_of(document: Document, quantity: Number, head: int, sentence: Span) -> str:
    """Name the unit: a currency, "percent", "people", or the lemma of the counted noun; or ""."""
    if quantity.unit:
        return quantity.unit
    words, syntax = document.lowered, document.syntax
    start, end = quantity.tokens
    around = {words[start], words[start - 1] if start > sentence.start else ""}
    for sign in around & _IN_LETTERS.keys():
        return _IN_LETTERS[sign]
    for sign, name in CURRENCIES.items():
        if sign in around or any(sign in word for word in words[start:end]):
            return name
    behind = words[end : min(end + 2, sentence.end)]
    if _PERCENT & set(behind) or behind == ("per", "cent"):
        return "percent"
    if head in range(*quantity.tokens):
        whole = noun_of_whole(document, quantity, sentence)
        if whole is None:
            return ""
        head = whole
    lemma = syntax.lemmas[head].lower()
    lemma = _LONG.get(lemma, lemma)
    # Lemmas of "inches" and the like come with an "e".
    lemma = lemma[:-1] if is_measure(lemma[:-1]) and lemma.endswith("che") else lemma
    if lemma in _RATES and words[head + 1 : head + 2] == ("per",) and head + 2 < sentence.end:
        return f"{lemma} per {syntax.lemmas[head + 2].lower()}"
    if lemma in _BARE:
        return ""
    if is_measure(lemma):
        return lemma
    entity = document.entity_of.get(head)
    named = syntax.tags[head] == "NNPS" and _DEMONYM.fullmatch(words[head]) is not None
    person = named or (entity is not None and entity.type == "person")
    if lemma[:1].isdigit() and words[head - 1] == "-":
        return f"{words[head - 2]}-{lemma.removesuffix('s')}"
    if lemma in UNSURE and is_of_people(document, head):
        return "people"
    kind = actor_kinds().get(lemma.removeprefix("ex-").removeprefix("non-"))
    human = lemma in _PEOPLE or lemma.endswith(("women", "woman", "men", "man"))
    # "A crowd of 400" and "12 troops" are people, "three crowds" are not.
    members = kind == "group" and (head < start or lemma in _MEMBERS)
    if person or human or kind == "person" or members:
        return "people"
    return "people" if event_words().get(lemma) in {"killed", "injured"} else lemma
