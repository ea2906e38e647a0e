"""Quantities: each number of a text with what it counts, when, where and in whose name.

The unit is the noun that is counted, the event what happened to it, the time window and place the
nearest phrases of the sentence, the claimant the speaker whom the reporter quotes for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.lexicons.calendar import DURATIONS, MONTH_WORDS, WEEKDAYS
from divergence.lexicons.locatives import BOUNDING, OF_COUNTED
from divergence.text.figures.before_and_after import earlier_numbers
from divergence.text.figures.counted import what_is_counted
from divergence.text.figures.time_windows import TIME, last_before_comparison, window_of
from divergence.text.figures.wordings.age_expressions import AGE
from divergence.text.figures.wordings.number_expressions import Number
from divergence.text.figures.wordings.quantity_finding import find_quantities
from divergence.types import UNNAMED_SPEAKER, Attribution, Document, Figure, Span

_TIMES = DURATIONS | MONTH_WORDS.union(WEEKDAYS)
_SUFFER = frozenset({"suffer", "lose", "sustain", "take", "incur"})


def extract(document: Document) -> tuple[Figure, ...]:
    """Return every figure of a document, with its unit, event, window, place and claimant.

    The claimant is as good as the attribution around the figure; a claimant named in the sentence
    before is not carried over. Not to be trusted for tables or lists of results.

    Zhong and others 2023, Extracting Victim Counts from Text.
    """
    return tuple(figure for figure in every_quantity(document) if is_counted(figure))


def every_quantity(document: Document) -> tuple[Figure, ...]:
    """Return the figures of a document, and with them ages and lengths of time."""
    return tuple(_figures(document))


def is_counted(figure: Figure) -> bool:
    """Whether a figure is a count, an amount or a share, and no age and no length of time."""
    return figure.unit != AGE and figure.unit not in DURATIONS


def _figures(document: Document) -> list[Figure]:
    figures: list[Figure] = []
    for number, sentence in enumerate(document.syntax.sentences):
        quantities = find_quantities(document, sentence)
        after = earlier_numbers(document, sentence, quantities)
        for quantity in quantities:
            figure = _figure(document, number, sentence, quantity, quantities, after, figures)
            if figure is not None:
                figures.append(figure)
    return figures


def _figure(
    document: Document,
    number: int,
    sentence: Span,
    quantity: Number,
    beside: Sequence[Number],
    after: Mapping[Number, Number],
    earlier: Sequence[Figure],
) -> Figure | None:
    counted = what_is_counted(document, sentence, quantity, beside, after, earlier)
    if counted is None:
        return None
    head, unit, event = counted
    claim = _attribution_of(document, sentence, quantity.tokens.start)
    side = claim.speaker.side if claim else None
    start, end = document.characters(quantity.tokens)
    return Figure(
        start=start,
        end=end,
        sentence=number,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=unit,
        event=event,
        affected_side=_affected_side(document, head, side),
        window=window_of(document, sentence, quantity.tokens.start),
        place=_place(document, quantity, head, sentence),
        claimant=(claim.speaker.name or UNNAMED_SPEAKER) if claim else "",
        claimant_side=side,
        voice=document.voices[quantity.tokens.start],
    )


def _attribution_of(document: Document, sentence: Span, token: int) -> Attribution | None:
    """Innermost attribution whose content holds the token, or what it is compared with."""
    attribution = _attribution_at(document, token)
    before = last_before_comparison(document, sentence, token)
    if attribution is not None or before is None:
        return attribution
    head = _attribution_at(document, before)
    tags = document.syntax.tags
    counts = head is not None and any("CD" in tags[p.start : p.end] for p in head.content)
    return head if counts else None


def _attribution_at(document: Document, token: int) -> Attribution | None:
    around = [
        attribution
        for attribution in document.attributions
        if any(part.start <= token < part.end for part in attribution.content)
    ]
    return min(
        around,
        key=lambda a: (a.speaker.name == "", sum(p.end - p.start for p in a.content)),
        default=None,
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


def _place(document: Document, quantity: Number, head: int, sentence: Span) -> str:
    """Nearest place phrase after the figure in its sentence, else before it."""
    syntax = document.syntax
    places = []
    for token in range(*sentence):
        if syntax.relations[token] != "case" or document.lowered[token] not in OF_COUNTED:
            continue
        if document.lowered[token] in BOUNDING and syntax.tags[token + 1 : token + 2] == ("CD",):
            continue
        noun = syntax.heads[token]
        if noun <= token or not syntax.tags[noun].startswith("NN"):
            continue
        tokens = range(token, noun + 1)
        proper = [
            t for t in tokens if syntax.tags[t] in {"NNP", "NNPS"} or syntax.words[t].istitle()
        ]
        timed = any(syntax.lemmas[t].lower() in _TIMES for t in tokens)
        if proper and not timed and not TIME.search(document.words_of(Span(token, noun + 1))):
            start = token - (token > sentence.start and document.lowered[token - 1] == "elsewhere")
            end = noun + 1
            if syntax.tags[end : end + 1] == ("CD",) and syntax.heads[end] == noun:
                end += 1
            places.append(Span(start, end))
    at = quantity.tokens.start
    nearest = min(places, key=lambda span: (span.start < at, abs(span.start - at)), default=None)
    return document.words_of(nearest) if nearest else ""
