"""The noun that a subject begins with: what is counted, or what a measure is the measure of."""

from __future__ import annotations

import re

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.measurement_units import measures
from divergence.text.figures.event_classes import word_event
from divergence.text.figures.subjects.changes import change_told
from divergence.text.figures.subjects.counted_phrase import GROUPS, CountedNumber, CountedPhrase
from divergence.text.figures.subjects.noun_phrases import joined
from divergence.text.figures.subjects.parts import money_verb
from divergence.types import Document

# What stands for people that the text has named before.
_STAND_INS = frozenset("another more one other individual dead wounded injured".split())
_HARM = {"killed", "injured", "killed or injured", "missing"}
# Lists of people by age and sex: "men, women and children".
_LONG_LIST = 2


_CALLED = {"people": "people", "money": "money", "percent": "share", "vote": "votes"}
# What a noun may be given in: its modifiers follow these words.
OPENING = re.compile(r"(?:share of|rise in|fall in) (?:the )?")
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")
_ENDING_IN_Y = re.compile(r"(?<=[^aeiou])y$")


def plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if " per " in noun:
        return noun
    if _ENDING_IN_Y.search(noun):
        return _ENDING_IN_Y.sub("ies", noun)
    return f"{noun}es" if _HISSING.search(noun) else f"{noun}s"


def kind_of(figure: CountedNumber) -> str:
    """Class a figure by its unit: people, money, percent, age, time, measure or things."""
    if figure.unit in {"people", "percent", "age", "vote"}:
        return figure.unit
    if figure.unit in DURATIONS:
        return "time"
    known = measures().get(figure.unit)
    if known is not None:
        return "money" if known.dimension == "money" else "measure"
    return "things"


def leading_words(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Write what is counted, without what distinguishes it."""
    syntax, noun = document.syntax, phrase.noun
    kind = kind_of(figure)
    bare = noun is None or not syntax.tags[noun].startswith("NN")
    if kind == "people" and noun is not None:
        listed = [c for c in document.children[noun] if syntax.relations[c] == "conj"]
        stands_in = syntax.lemmas[noun].lower() in _STAND_INS or len(listed) >= _LONG_LIST
        harm = word_event(document, noun) in _HARM and not actor_kinds().get(syntax.lemmas[noun])
        bare = bare or stands_in
        named_by = any(syntax.relations[c] in {"compound", "amod"} for c in document.children[noun])
        if (harm or noun_of_harm(document, figure, noun)) and not named_by:
            return f"people {figure.event or 'killed'}"
    behind = phrase.governor == figure.tokens.end
    if kind == "people" and bare and behind and word_event(document, phrase.governor) in _HARM:
        # "Suffered 40 injured".
        return f"people {word_event(document, phrase.governor)}"
    if kind == "money" and bare:
        verb = money_verb(document, phrase.top)
        return "money" if verb is None else verb.noun
    if bare or noun is None:
        return _CALLED.get(kind) or (plural(figure.unit) if figure.unit else "those")
    words = joined(document, (noun,))
    scaled = noun != phrase.top and syntax.heads[noun] == phrase.governor
    change = change_told(document, phrase.top, phrase.governor) if scaled else ""
    own = syntax.lemmas[noun].lower() in GROUPS or not phrase.whole
    opening = f"{change} in " if change else ""
    if kind == "percent" and not own:
        opening = opening or "share of "
    if opening and syntax.tags[noun] == "NN" and _is_definite(document, noun):
        words = f"the {words}"
    return f"{opening}{words}"


def _is_definite(document: Document, noun: int) -> bool:
    return any(document.lowered[c] == "the" for c in document.children[noun])


def noun_of_harm(document: Document, figure: CountedNumber, noun: int) -> bool:
    """Whether a noun is a count of harm: "the toll"."""
    return figure.event in _HARM and document.syntax.lemmas[noun].lower() in {"count", "toll"}


def suffered(document: Document, figure: CountedNumber, phrase: CountedPhrase) -> str:
    """Return the event class that the clause, and not the noun, says people suffered, or ""."""
    noun = phrase.noun
    if kind_of(figure) != "people" or (noun is not None and word_event(document, noun)):
        return ""
    return figure.event
