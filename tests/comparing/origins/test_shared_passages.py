"""Passages in common: longest first, none twice, the same from either side."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.comparing.origins.shared_passages import runs, shared_passages
from divergence.comparing.origins.shingles import stream, stream_of_text
from divergence.types import Span


def test_a_run_of_eight_words_counts_and_one_of_seven_does_not() -> None:
    eight = "one two three four five six seven eight"
    assert [p.n_words for p in shared_passages(f"x {eight} y", f"p {eight} q")] == [8]
    seven = eight.removesuffix(" eight")
    assert shared_passages(f"x {seven} y", f"p {seven} q") == ()


def test_five_quoted_words_count_where_both_quote_them() -> None:
    a = "He called it “a night without any end” on Monday."
    b = "It was, she heard, ‘a night without any end’, nothing less."
    (passage,) = shared_passages(a, b)
    assert (passage.text, passage.n_words, passage.quoted) == ("a night without any end", 5, True)
    assert a[passage.a.start : passage.a.end] == b[passage.b.start : passage.b.end]
    assert shared_passages(a, b.replace("‘", "").replace("’", "")) == ()


def test_of_a_longer_run_only_the_quoted_words_are_taken() -> None:
    a = "called the town “the heart of our coast” in May"
    b = "called the town “the heart of our coast” in June"
    (passage,) = shared_passages(a, b, least=10)
    assert passage.text == "the heart of our coast"


def test_longest_first_and_case_marks_and_spaces_do_not_count() -> None:
    long = "the council voted on monday to close the old bridge for good"
    short = "rain is expected to fall until the end of week"
    found = shared_passages(f"{long}. Xyz. {short}", f"{short.upper()} abc\n\n{long}, they said")
    assert [p.text for p in found] == [long, short]


def test_a_word_is_in_one_passage_only() -> None:
    run = "a1 a2 a3 a4 a5 a6 a7 a8 a9"
    found = shared_passages(run, f"{run} {run} {run}")
    assert [p.n_words for p in found] == [9]


def test_repeated_words_stay_fast_and_do_not_overlap() -> None:
    text = stream_of_text("again " * 4000)
    found = runs(text, stream_of_text("again " * 3000))
    assert sum(run.n for run in found) <= 3000
    taken = [place for run in found for place in range(run.a, run.a + run.n)]
    assert len(taken) == len(set(taken))


@given(
    st.lists(st.sampled_from("abcd"), max_size=40),
    st.lists(st.sampled_from("abcd"), max_size=40),
)
@settings(max_examples=80, deadline=None)
def test_symmetric_and_word_for_word(first: list[str], second: list[str]) -> None:
    a, b = stream((" ".join(first),)), stream((" ".join(second),))
    found = runs(a, b, least=3, least_quoted=3)
    mirrored = runs(b, a, least=3, least_quoted=3)
    assert (
        sorted((run.a, run.b, run.n) for run in found)
        == sorted((run.b, run.a, run.n) for run in mirrored)
        or a.words.tobytes() == b.words.tobytes()
    )
    for run in found:
        assert first[run.a : run.a + run.n] == second[run.b : run.b + run.n]


@pytest.mark.parametrize("text", ["", "word", "“", "\x00", "\ud800"])
def test_hostile_texts_share_nothing(text: str) -> None:
    assert shared_passages(text, text) == ()


def test_text_over_pieces_is_joined() -> None:
    one = stream(("It rained  all day.", "The river", "rose fast."), [Span(1, 3)])
    assert one.text_of(1, 7) == "rained all day. The river rose"
    assert one.quoted.tolist() == [False, True, True] + [False] * 5
    assert one.part_of(4) == 1
