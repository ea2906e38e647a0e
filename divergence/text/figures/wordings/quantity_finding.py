"""Quantities of a sentence in all wordings: numbers, shares, tallies, ages, "dozens", "one"."""

from __future__ import annotations

from collections.abc import Iterable

from divergence.text.figures.wordings.age_expressions import as_age, find_decades
from divergence.text.figures.wordings.fractions import find_fractions
from divergence.text.figures.wordings.number_expressions import Number, find_numbers
from divergence.text.figures.wordings.proportions import find_proportions
from divergence.text.figures.wordings.single_counts import find_single_counts
from divergence.text.figures.wordings.tallies import find_ratios, find_scores, find_tallies
from divergence.text.figures.wordings.uncounted_numbers import is_uncounted
from divergence.text.figures.wordings.vague_numbers import find_vague_numbers
from divergence.types import Document, Span


def find_quantities(document: Document, sentence: Span) -> list[Number]:
    """Find every quantity of a sentence in text order, without what counts nothing.

    A wording of several words ("two thirds", "52-48", "in his 20s") takes the numbers in it.
    """
    numbers = find_numbers(document.lowered, sentence)
    shares = find_proportions(document, sentence, numbers)
    known: list[Number] = []
    for kind in (
        find_ratios(document, sentence, numbers),
        find_tallies(document, sentence, numbers),
        find_fractions(document, sentence),
        shares.values(),
        find_decades(document, sentence),
    ):
        _add(known, kind)
    scores = list(find_scores(document, sentence, numbers))
    free: list[Number] = []
    for number in numbers:
        if not _overlaps(number, known) and number not in scores:
            age = as_age(document, number, sentence)
            if age is not None:
                known.append(age)
            elif not is_uncounted(document, number, sentence):
                free.append(number)
    for vague in (
        *find_vague_numbers(document, sentence),
        *find_single_counts(document, sentence),
    ):
        if not _overlaps(vague, known) and not _overlaps(vague, numbers):
            free.append(as_age(document, vague, sentence) or vague)
    return sorted((*known, *free), key=lambda number: number.tokens)


def _add(known: list[Number], numbers: Iterable[Number]) -> None:
    known.extend(number for number in dict.fromkeys(numbers) if not _overlaps(number, known))


def _overlaps(number: Number, others: Iterable[Number]) -> bool:
    start, end = number.tokens
    return any(other.tokens.start < end and start < other.tokens.end for other in others)
