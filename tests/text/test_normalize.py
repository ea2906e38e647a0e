"""Cleaning keeps every offset and makes all marks alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.text.normalize import FILLER, clean_marks, normal_forms, word_form
from divergence.types import Span


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(clean_marks(text)) == len(text)


@given(st.text(alphabet="'’‘\"“”`´ab. ,\n"))
def test_any_heap_of_marks_keeps_its_length(text: str) -> None:
    assert len(clean_marks(text)) == len(text)


@pytest.mark.parametrize(
    "quoted", ["“It fell”", '"It fell"', "«It fell»", "„It fell“", "``It fell''", "''It fell''"]
)
def test_every_double_mark_is_straight(quoted: str) -> None:
    assert word_form(clean_marks(quoted)) == '"It fell"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale’s men", "Hale's men"),
        ("‘We stay,’ she said", "‘We stay,’ she said"),
        ("'We stay,' she said", "‘We stay,’ she said"),
        ("the soldiers’ boots", "the soldiers' boots"),
        ("the soldiers' boots", "the soldiers' boots"),
        ("‘The soldiers’ line held,’ she said", "‘The soldiers' line held,’ she said"),
        ("the so-called ‘buffer zone’ held", "the so-called ‘buffer zone’ held"),
        ("the '90s were 'quiet' here", "the '90s were ‘quiet’ here"),
        ("‘An open quotation of two paragraphs", "‘An open quotation of two paragraphs"),
        ("rock 'n' roll", "rock 'n' roll"),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, expected: str) -> None:
    assert clean_marks(text) == expected


def test_what_cannot_be_seen_becomes_a_space() -> None:
    assert clean_marks("a\x00b\u200ec\ud800d\r\ne\rf") == "a b c d \ne\nf"


def test_joiners_inside_a_word_do_not_split_it() -> None:
    assert word_form(clean_marks("Bakh\u00admut")) == "Bakhmut"


def test_the_second_half_of_a_doubled_mark_is_filler() -> None:
    assert clean_marks("``Go''") == f'"{FILLER}Go"{FILLER}'


def test_words_of_a_treebank_are_normalised_in_their_sentence() -> None:
    text = "‘Go,’ said du"
    words = ["‘", "Go", ",", "’", "said", "de", "le"]
    places = [Span(0, 1), Span(1, 3), Span(3, 4), Span(4, 5), Span(6, 10), Span(11, 13)]
    places.append(Span(11, 13))
    assert normal_forms(text, words, places) == ["‘", "Go", ",", "’", "said", "de", "le"]
