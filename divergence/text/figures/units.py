"""Units: what a number counts, as the noun behind it or the sign beside it says."""

from __future__ import annotations

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.text.figures.event_classes import event_words
from divergence.text.figures.number_expressions import Number
from divergence.text.figures.proportions import is_proportion
from divergence.types import Document, Span

CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_PERCENT = frozenset({"%", "percent", "cent", "pct"})
_PEOPLE = frozenset(
    "people person man woman child civilian other member life man casualty old".split()
)
_BARE = frozenset("amount count estimate figure number size sum tally total".split())
_MODIFYING = frozenset({"nummod", "compound", "amod", "nmod", "dep"})


def counted_noun(document: Document, quantity: Number, sentence: Span) -> int:
    """Token of what is counted: the noun the number modifies, or the number itself."""
    syntax = document.syntax
    inside = range(*quantity.tokens)
    for token in reversed(inside):
        above = syntax.heads[token]
        if above not in inside and syntax.tags[above].startswith("NN"):
            near = sentence.start <= above < sentence.end
            behind = above > token or _numbers_group(document, quantity, above)
            if near and behind and syntax.relations[token] in _MODIFYING:
                return above
    following = quantity.tokens.end
    while following < sentence.end and syntax.tags[following].startswith("JJ"):
        following += 1
    if following < sentence.end and syntax.tags[following].startswith("NN"):
        while following + 1 < sentence.end and syntax.tags[following + 1].startswith("NN"):
            following += 1
        return following
    return quantity.tokens.end - 1


def _numbers_group(document: Document, quantity: Number, noun: int) -> bool:
    """Whether a noun before a number is what it counts: "a crowd of 400", not "up to 400"."""
    start = quantity.tokens.start
    if document.syntax.relations[quantity.tokens.end - 1] in {"nummod", "compound"}:
        return True
    group = actor_kinds().get(document.syntax.lemmas[noun].lower()) == "group"
    return group and document.lowered[start - 1 : start] == ("of",)


def unit_of(document: Document, quantity: Number, head: int, sentence: Span) -> str:
    """Name the unit: a currency, "percent", "people", or the lemma of the counted noun; or ""."""
    words, syntax = document.lowered, document.syntax
    start, end = quantity.tokens
    around = {words[start], words[start - 1] if start > sentence.start else ""}
    for sign, name in CURRENCIES.items():
        if sign in around or any(sign in word for word in words[start:end]):
            return name
    if is_proportion(document, quantity) or any(
        word in _PERCENT for word in words[end : min(end + 2, sentence.end)]
    ):
        return "percent"
    if head in range(*quantity.tokens):
        return ""
    lemma = syntax.lemmas[head].lower()
    if lemma in _BARE:
        return ""
    if lemma in _PEOPLE or actor_kinds().get(lemma) in {"person", "group"}:
        return "people"
    return "people" if event_words().get(lemma) in {"killed", "injured"} else lemma
