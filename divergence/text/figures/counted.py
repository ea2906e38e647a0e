"""What a number counts and what happened to it, also where another number has to say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.measurement_units import is_measure
from divergence.text.attributions.estimate_verbs import estimated_noun
from divergence.text.figures.elided_nouns import measured_noun, unit_before
from divergence.text.figures.event_classes import figure_event, find_event_classes
from divergence.text.figures.subjects.leading_nouns import CountedNumber
from divergence.text.figures.units import CURRENCIES, counted_noun, unit_of
from divergence.text.figures.wordings.age_expressions import AGE
from divergence.text.figures.wordings.dimensions import last_dimension
from divergence.text.figures.wordings.number_expressions import Number
from divergence.types import Document, Figure, Span

# What happens to people and to nothing else.
_OF_PEOPLE = frozenset(
    "arrested|captured|injured|killed|living there|missing|protested|rescued".split("|")
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
    partner = after.get(quantity) or next((b for b, a in after.items() if a == quantity), None)
    if partner is not None and not (counted.unit and counted.event):
        other = _by_itself(document, sentence, partner, beside)
        if not counted.unit or counted.unit == other.unit:
            head = counted.head if counted.unit else other.head
            counted = CountedNumber(
                quantity.tokens, head, counted.unit or other.unit, counted.event or other.event
            )
    _, head, unit, event = counted
    if unit or event or head not in range(*quantity.tokens):
        return counted if unit or event or _is_estimated(document, quantity) else None
    elided = unit_before(document, quantity, sentence, earlier)
    if elided:
        return CountedNumber(quantity.tokens, head, elided, "")
    measured = measured_noun(document, quantity, sentence)
    return None if measured is None else CountedNumber(quantity.tokens, measured, "", "")


def _is_estimated(document: Document, quantity: Number) -> bool:
    return estimated_noun(document, quantity.tokens.end - 1) is not None


def _by_itself(
    document: Document, sentence: Span, quantity: Number, beside: Sequence[Number]
) -> CountedNumber:
    head = counted_noun(document, quantity, sentence)
    if head in range(*quantity.tokens):
        estimated = estimated_noun(document, quantity.tokens.end - 1)
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
