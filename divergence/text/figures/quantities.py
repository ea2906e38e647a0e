"""Quantities: each number of a text with what it counts, when, where and in whose name.

The unit is the noun that is counted, the event what happened to it, the time window and place the
nearest phrases of the sentence, the claimant the speaker whom the reporter quotes for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DURATIONS
from divergence.text.attributions.estimate_verbs import estimated_noun
from divergence.text.figures.circumstances.claimants import claim_of
from divergence.text.figures.circumstances.places import place_of
from divergence.text.figures.circumstances.windows import window_of
from divergence.text.figures.event_classes import event_words, figure_event, find_event_classes
from divergence.text.figures.number_expressions import Number, find_numbers
from divergence.text.figures.proportions import find_proportions, is_proportion
from divergence.text.figures.subjects.leading_nouns import Counted
from divergence.text.figures.subjects.subject import subject_of
from divergence.text.figures.uncounted_numbers import is_uncounted
from divergence.types import UNNAMED_SPEAKER, Document, Figure, Span

_CURRENCY = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_PERCENT = frozenset({"%", "percent", "cent", "pct"})
_PEOPLE = frozenset(
    "people person man woman child civilian other member life man casualty old".split()
)
_BARE = frozenset("amount count estimate figure number size sum tally total".split())
_HARMED = frozenset({"killed", "injured", "missing"})
_MODIFYING = frozenset({"nummod", "compound", "amod", "nmod", "dep"})
_SUFFER = frozenset({"suffer", "lose", "sustain", "take", "incur"})


def extract(document: Document) -> tuple[Figure, ...]:
    """Return every figure of a document, with its unit, event, window, place and claimant.

    The claimant is as good as the attribution around the figure; a claimant named in the sentence
    before is not carried over. Not to be trusted for tables or lists of results.

    Zhong and others 2023, Extracting Victim Counts from Text.
    """
    return tuple(figure for figure, _ in counted_figures(document))


def counted_figures(document: Document) -> Iterator[tuple[Figure, Counted]]:
    """Yield every figure of a document with the tokens that it was read from."""
    syntax = document.syntax
    for number, sentence in enumerate(syntax.sentences):
        numbers = find_numbers(document.lowered, sentence)
        shares = find_proportions(document, sentence, numbers)
        for quantity in dict.fromkeys(shares.get(written, written) for written in numbers):
            if quantity in shares.values() or not is_uncounted(document, quantity, sentence):
                figure = _figure(document, number, sentence, quantity)
                if figure is not None:
                    yield figure


def _figure(
    document: Document, number: int, sentence: Span, quantity: Number
) -> tuple[Figure, Counted] | None:
    head = _counted_noun(document, quantity, sentence)
    estimated = None
    if head in range(*quantity.tokens):
        estimated = estimated_noun(document, quantity.tokens.end - 1)
    head = head if estimated is None else estimated
    unit = _unit(document, quantity, head, sentence)
    if unit in DURATIONS:
        return None
    events = find_event_classes(document, quantity, head)
    event = figure_event(events.stated)
    if unit in _CURRENCY.values() and event != "destroyed":
        event = ""
    if unit == "" and events.named & _HARMED:
        unit = "people"
    if not unit and not event and estimated is None:
        return None
    claim = claim_of(document, sentence, quantity.tokens.start)
    side = claim.speaker.side if claim else None
    counted = Counted(quantity.tokens, head, unit, event)
    start, end = document.characters(quantity.tokens)
    figure = Figure(
        start=start,
        end=end,
        sentence=number,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=unit,
        event=event,
        affected_side=_affected_side(document, head, side),
        window=window_of(document, sentence, counted),
        place=place_of(document, sentence, counted),
        claimant=(claim.speaker.name or UNNAMED_SPEAKER) if claim else "",
        claimant_side=side,
        voice=document.voices[quantity.tokens.start],
        subject=subject_of(document, counted),
    )
    return figure, counted


def _counted_noun(document: Document, quantity: Number, sentence: Span) -> int:
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


def _unit(document: Document, quantity: Number, head: int, sentence: Span) -> str:
    words, syntax = document.lowered, document.syntax
    start, end = quantity.tokens
    around = {words[start], words[start - 1] if start > sentence.start else ""}
    for sign, name in _CURRENCY.items():
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


def _affected_side(document: Document, head: int, claimant_side: str | None) -> str | None:
    """Side of those counted: by name, by the subject that suffers them, or "enemy" of a side."""
    side_of = {mention.head: mention.side for mention in document.mentions if mention.actor}
    if head in side_of:
        return side_of[head]
    syntax = document.syntax
    for clause in document.clauses:
        if syntax.lemmas[clause.verb] in _SUFFER and head in clause.patients and clause.agents:
            return side_of.get(clause.agents[0])
    lemmas = {syntax.lemmas[child].lower() for child in document.children[head]}
    names = [side.name for side in document.sides]
    if "enemy" in lemmas and claimant_side in names and len(names) == 2:
        return next(name for name in names if name != claimant_side)
    return None
