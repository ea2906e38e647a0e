"""What a number counts and what happened to it, also where another number has to say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.measurement_units import is_measure
from divergence.text.attributions.estimate_verbs import estimated_noun
from divergence.text.figures.before_and_after import other_number
from divergence.text.figures.elided_nouns import changed_noun, measured_noun, unit_before
from divergence.text.figures.event_classes import figure_event, find_event_classes
from divergence.text.figures.subjects.counted_phrase import CountedNumber
from divergence.text.figures.units import CURRENCIES, counted_noun, unit_of
from divergence.text.figures.wordings.age_expressions import AGE
from divergence.text.figures.wordings.dimensions import last_dimension
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document, Figure, Span

# What happens to people and to nothing else.
_OF_PEOPLE = frozenset(
    "arrested|captured|displaced|injured|killed|living there|missing|protested|rescued".split("|")
)


def what_is_counted(
    document: Document,
    sentence: Span,
    quantity: Number,
    beside: Sequence[Number],
    after: Mapping[Number, Number],
    earlier: Sequence[Figure],
) -> CountedNumber | None:
    """Say what a number of a sentence counts; None where nothing shows that it is a quantity.

    ``beside``: all quantities of the sentence; ``after``: those that are before a change, with the
    ones after it; ``earlier``: the figures of the text so far.
    """
    last = last_dimension(document, quantity, beside)
    if last is not None:
        head = counted_noun(document, last, sentence)
        unit = unit_of(document, last, head, sentence)
        return CountedNumber(quantity.tokens, head, unit, "") if is_measure(unit) else None
    counted = _by_itself(document, sentence, quantity, beside)
    partner = other_number(document, quantity, beside, after)
    if partner is not None and not (counted.unit and counted.event):
        other = _by_itself(document, sentence, partner, beside)
        if not counted.unit or counted.unit == other.unit:
            head = counted.head if counted.unit else other.head
            counted = CountedNumber(
                quantity.tokens, head, counted.unit or other.unit, counted.event or other.event
            )
        if not counted.unit:
            noun = changed_noun(document, quantity)
            unit = "" if noun is None else unit_of(document, quantity, noun, sentence)
            counted = CountedNumber(quantity.tokens, counted.head, unit, counted.event)
    _, head, unit, event = counted
    if unit or event or head not in range(*quantity.tokens):
        return counted if unit or event or _is_estimated(document, quantity) else None
    elided = unit_before(document, quantity, sentence, earlier)
    if elided:
        return CountedNumber(quantity.tokens, head, elided, "")
    measured = measured_noun(document, quantity, sentence)
    return None if measured is None else CountedNumber(quantity.tokens, measured, "", "")


def _is_estimated(document: Document, quantity: Number) -> bool:
    return _estimated(document, quantity) is not None


def _estimated(document: Document, quantity: Number) -> int | None:
    """The noun that somebody puts at a number, or at a range."""
    nouns = (estimated_noun(document, token) for token in reversed(range(*quantity.tokens)))
    return next((noun for noun in nouns if noun is not None), None)


def _by_itself(
    document: Document, sentence: Span, quantity: Number, beside: Sequence[Number]
) -> CountedNumber:
    head = counted_noun(document, quantity, sentence)
    if head in range(*quantity.tokens):
        estimated = _estimated(document, quantity)
        head = head if estimated is None else estimated
    unit = unit_of(document, quantity, head, sentence)
    if unit == AGE or unit in DURATIONS:
        return CountedNumber(quantity.tokens, head, unit, "")
    events = find_event_classes(document, quantity, head, beside)
    event = figure_event(events.stated)
    if unit in CURRENCIES.values() and event != "destroyed":
        event = ""
    if unit == "" and events.named & _OF_PEOPLE:
        unit = "people"
    if event == "living there" and unit not in {"people", "percent"}:
        event = ""
    return CountedNumber(quantity.tokens, head, unit, event)
