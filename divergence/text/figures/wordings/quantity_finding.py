"""Quantities of a sentence in all wordings: numbers, shares, tallies, ages, "dozens", "one"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from divergence.lexicons.calendar import DURATIONS
from divergence.lexicons.numerals import BELOW_TWENTY, SCALES, TENS
from divergence.text.figures.wordings.age_expressions import DECADES, as_age, find_decades
from divergence.text.figures.wordings.fractions import PARTS, find_fractions
from divergence.text.figures.wordings.number_expressions import Number, find_numbers
from divergence.text.figures.wordings.proportions import find_proportions
from divergence.text.figures.wordings.single_counts import find_single_counts
from divergence.text.figures.wordings.tallies import find_ratios, find_scores, find_tallies
from divergence.text.figures.wordings.uncounted_numbers import is_uncounted
from divergence.text.figures.wordings.vague_numbers import find_vague_numbers
from divergence.types import Document, Span

_DIGIT = re.compile(r"[\d¼-¾⅐-⅞]")
# Every wording without a digit has one of these words.
_WORDS = (
    frozenset({*BELOW_TWENTY, *TENS, *SCALES, *PARTS, *DECADES, *DURATIONS})
    | {f"{word}s" for word in (*SCALES, *PARTS, "ten", "score")}
    | frozenset("digit halves once pair twice".split())
)


def find_quantities(document: Document, sentence: Span) -> list[Number]:
    """Find every quantity of a sentence in text order, without what counts nothing.

    A wording of several words ("two thirds", "52-48", "in his 20s") takes the numbers in it.
    """
    if not _may_have_some(document, sentence):
        return []
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


def _may_have_some(document: Document, sentence: Span) -> bool:
    """Whether a digit or a word of number is in a sentence: most have none."""
    if not _WORDS.isdisjoint(document.lowered[sentence.start : sentence.end]):
        return True
    return _DIGIT.search(document.text, *document.characters(sentence)) is not None


def _add(known: list[Number], numbers: Iterable[Number]) -> None:
    known.extend(number for number in dict.fromkeys(numbers) if not _overlaps(number, known))


def _overlaps(number: Number, others: Iterable[Number]) -> bool:
    start, end = number.tokens
    return any(other.tokens.start < end and start < other.tokens.end for other in others)
