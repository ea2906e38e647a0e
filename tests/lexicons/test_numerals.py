"""Number words: in order, without gaps, and listed nowhere else."""

from __future__ import annotations

from divergence.lexicons import numerals
from divergence.text.figures.wordings.number_expressions import find_numbers
from divergence.types import Span
from tests.lexicons.literals import strays


def test_the_place_of_a_word_is_its_number() -> None:
    assert len(numerals.BELOW_TWENTY) == 20
    assert len(numerals.TENS) == 8
    for number, word in enumerate(numerals.BELOW_TWENTY):
        # "One" alone is mostly a pronoun, and no number.
        if word == "one":
            continue
        assert [found.low for found in find_numbers([word, "dams"], Span(0, 2))] == [number]
    for number, word in enumerate(numerals.TENS, 2):
        assert [found.low for found in find_numbers([word, "dams"], Span(0, 2))] == [10 * number]


def test_scales_grow() -> None:
    assert list(numerals.SCALES.values()) == sorted(numerals.SCALES.values())


def test_words_are_lower_case() -> None:
    for word in (*numerals.BELOW_TWENTY, *numerals.TENS, *numerals.SCALES):
        assert word.isalpha()
        assert word.islower()


def test_no_other_module_lists_number_words() -> None:
    # "In one, two or three weeks" is a pattern of its own.
    words = {*numerals.BELOW_TWENTY, *numerals.TENS, *numerals.SCALES}
    assert strays(words, "numerals.py", fewest=4) == []
