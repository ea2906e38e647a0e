"""Quantities: each number of a text with what it counts, when, where and in whose name.

The unit is the noun that is counted, the event what happened to it, the subject both in the words
of the text; time window, place and claimant are those near it that hold for it, if any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from divergence.lexicons.calendar import DURATIONS
from divergence.text.figures.before_and_after import earlier_numbers, other_number
from divergence.text.figures.circumstances.claimants import claim_of, claimant_name
from divergence.text.figures.circumstances.places import place_of
from divergence.text.figures.circumstances.windows import window_of
from divergence.text.figures.counted import what_is_counted
from divergence.text.figures.subjects.counted_phrase import CountedNumber
from divergence.text.figures.subjects.subject import subject_of
from divergence.text.figures.wordings.age_expressions import AGE
from divergence.text.figures.wordings.number_expressions import Number
from divergence.text.figures.wordings.quantity_finding import find_quantities
from divergence.types import Document, Figure, Span

_SUFFER = frozenset({"suffer", "lose", "sustain", "take", "incur"})


def extract(document: Document) -> tuple[Figure, ...]:
    """Return every figure of a document, with its subject, event, window, place and claimant.

    The claimant is as good as the attributions near the figure. Not to be trusted for tables or
    lists of results.

    Zhong and others 2023, Extracting Victim Counts from Text.
    """
    return tuple(figure for figure in every_quantity(document) if is_counted(figure.unit))


# A feature asks, and then the comparison.
@lru_cache(maxsize=1)
def every_quantity(document: Document) -> tuple[Figure, ...]:
    """Return the figures of a document, and with them ages and lengths of time."""
    return tuple(figure for figure, _ in counted_figures(document))


def is_counted(unit: str) -> bool:
    """Whether figures of a unit are counts, amounts or shares, and no ages or lengths of time."""
    return unit != AGE and unit not in DURATIONS


def counted_figures(document: Document) -> Iterator[tuple[Figure, CountedNumber]]:
    """Yield every quantity of a document with the tokens that it was read from."""
    figures: list[Figure] = []
    for number, sentence in enumerate(document.syntax.sentences):
        quantities = find_quantities(document, sentence)
        after = earlier_numbers(document, sentence, quantities)
        for quantity in quantities:
            counted = what_is_counted(document, sentence, quantity, quantities, after, figures)
            if counted is not None:
                figure = _figure(document, number, sentence, quantity, counted)
                other = other_number(document, quantity, quantities, after)
                if other is not None:
                    figure = replace(figure, compared_with=document.characters(other.tokens))
                figures.append(figure)
                yield figure, counted


def _figure(
    document: Document, number: int, sentence: Span, quantity: Number, counted: CountedNumber
) -> Figure:
    claim = claim_of(document, sentence, quantity.tokens.start)
    side = claim.speaker.side if claim else None
    start, end = document.characters(quantity.tokens)
    return Figure(
        start=start,
        end=end,
        sentence=number,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=counted.unit,
        event=counted.event,
        affected_side=_affected_side(document, counted.head, side),
        window=window_of(document, sentence, counted),
        place=place_of(document, sentence, counted),
        claimant=claimant_name(document, claim) if claim else "",
        claimant_side=side,
        voice=document.voices[quantity.tokens.start],
        subject=subject_of(document, counted),
    )


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
