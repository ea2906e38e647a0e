"""Words follow the treebanks' conventions and never lose a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.text.normalize import clean_marks
from divergence.text.words import find_words
from divergence.types import Span


def _words(text: str) -> list[str]:
    cleaned = clean_marks(text)
    return [cleaned[word.start : word.end] for word in find_words(cleaned, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20,000–30,000 men", "20,000 – 30,000 men"),
        ("from 3-5 p.m.", "from 3 - 5 p.m ."),
        ("$5 million, or 12%", "$ 5 million , or 12 %"),
        ("They cannot and won’t go.", "They can not and wo n't go ."),
        ("Russia’s and Hale's", "Russia 's and Hale 's"),
        ("a well-known, non-aligned co-founder", "a well - known , non-aligned co-founder"),
        ("the Kyiv-based and/or Lviv/Odesa", "the Kyiv - based and / or Lviv / Odesa"),
        ("on 3/4 and 9/11", "on 3/4 and 9/11"),
        ("It fell—fast--and hard...", "It fell — fast -- and hard ..."),
        ("Mr. Hale left the U.S.", "Mr. Hale left the U.S."),
        ("Mr. Hale left the U.S. early.", "Mr. Hale left the U.S. early ."),
        (
            "write to a.b@c.org or https://c.org/x-y?z=1.",
            "write to a.b@c.org or https://c.org/x-y?z=1 .",
        ),
        ("#bakhmut @hale AT&T", "#bakhmut @hale AT&T"),
        ("What?! Now!!!", "What ?! Now !!!"),
        ("at 7:30pm (local)", "at 7:30 pm ( local )"),
        ("dont do it", "do nt do it"),
        ("the soldiers' boots", "the soldiers ' boots"),
        ("call 555-0123", "call 555-0123"),
    ],
)
def test_words_as_in_the_treebanks(text: str, expected: str) -> None:
    assert _words(text) == expected.split()


def test_a_doubled_mark_is_one_word_of_two_characters() -> None:
    text = "``Go,'' he said."
    assert find_words(clean_marks(text), Span(0, len(text)))[:4] == [(0, 2), (2, 4), (4, 5), (5, 7)]


@pytest.mark.parametrize("quoted", ["‘Go,’ he said.", "'Go,' he said."])
def test_single_marks_are_words(quoted: str) -> None:
    assert _words(quoted) == ["‘", "Go", ",", "’", "he", "said", "."]


@given(st.text(alphabet="aB1.,-–/'\"‘’“”!?@#&$% \n(:)") | st.text())
def test_spans_are_ordered_and_cover_all_but_white_space(text: str) -> None:
    cleaned = clean_marks(text)
    covered = 0
    for start, end in find_words(cleaned, Span(0, len(cleaned))):
        assert start >= covered
        assert end > start
        assert not cleaned[covered:start].strip()
        covered = end
    assert not cleaned[covered:].strip()


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "First here. Then there."
    assert find_words(text, Span(12, 23)) == [Span(12, 16), Span(17, 22), Span(22, 23)]


def test_a_word_without_end_takes_no_time() -> None:
    assert find_words("a" * 20_000, Span(0, 20_000)) == [Span(0, 20_000)]
