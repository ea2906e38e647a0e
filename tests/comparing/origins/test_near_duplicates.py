"""Copies: what an editor does to a wire story must not make it another one."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.comparing.origins.near_duplicates import (
    CROWD,
    candidates,
    compare_exactly,
    copies,
    find_copies,
)
from divergence.comparing.origins.shingles import shingles, stream, stream_of_text
from tests.comparing.wire import FRAME, OTHER, WIRE, sentences_of


def shuffled(text: str, seed: int) -> str:
    parts = sentences_of(text)
    random.Random(seed).shuffle(parts)
    return " ".join(parts)


def test_shares_are_what_a_hand_counts() -> None:
    sets = [shingles(stream((text,))) for text in ("a b c d e f g", "b c d e f g h i")]
    # abcde bcdef cdefg against bcdef cdefg defgh efghi: two of five.
    overlap = compare_exactly(sets, 0, 1)
    assert (overlap.shared, overlap.n_a, overlap.n_b) == (2, 3, 4)
    assert overlap.resemblance == pytest.approx(2 / 5)
    assert overlap.containment == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "edited",
    [
        "Trains were stopped overnight. " + WIRE,
        WIRE.replace("spilled diesel into a creek", "poured fuel into a stream"),
        WIRE.upper(),
        WIRE.replace(". ", ".\n\n"),
        shuffled(WIRE, 3),
        " ".join(sentences_of(WIRE)[1:]),
        " ".join(sentences_of(WIRE)[:4]),
        WIRE + " Trains to the harbor were packed on Wednesday, and clerks sent many people away.",
    ],
    ids=["first line", "words", "capitals", "paragraphs", "order", "cut", "brief", "longer"],
)
def test_an_edited_copy_is_found(edited: str) -> None:
    assert find_copies([OTHER, WIRE, FRAME, edited]) == ((1, 3),)


def test_a_page_of_several_texts_joins_the_longest_only() -> None:
    assert len(WIRE) > len(OTHER) > len(FRAME)
    assert find_copies([OTHER, WIRE, FRAME, f"{FRAME} {WIRE} {OTHER}"]) == ((1, 3),)


def test_reports_on_one_event_are_no_copies() -> None:
    assert find_copies([WIRE, OTHER, FRAME]) == ()


def test_a_brief_does_not_tie_its_two_holders_together() -> None:
    brief = " ".join(sentences_of(WIRE)[:3])
    first, second = f"{brief} {OTHER}", f"{FRAME} {FRAME[::-1]} {brief}"
    found = copies([shingles(stream((text,))) for text in (first, second, brief)])
    assert found.groups == ((0, 2),)
    assert found.within == {2: 0}
    # That both hold the brief is not lost.
    assert any({each.a, each.b} == {0, 1} for each in found.overlaps)


def test_the_order_of_texts_changes_nothing() -> None:
    texts = [WIRE, OTHER, shuffled(WIRE, 1), FRAME, sentences_of(WIRE)[0] + " " + OTHER, WIRE]
    expected = {frozenset(texts[n] for n in group) for group in find_copies(texts)}
    for seed in range(6):
        mixed = list(texts)
        random.Random(seed).shuffle(mixed)
        found = {frozenset(mixed[n] for n in group) for group in find_copies(mixed)}
        assert found == expected


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one"], ["one", "one"], ["!?", "…", "  "]])
def test_too_little_text_is_no_copy(texts: list[str]) -> None:
    assert find_copies(texts) == ()


def test_one_text_three_hundred_times_is_one_group() -> None:
    assert find_copies([WIRE] * 300 + [OTHER]) == (tuple(range(300)),)


def test_a_crowd_of_edited_copies_is_one_group() -> None:
    n = 3 * CROWD
    edited = [WIRE.replace("Tuesday", f"day{number}") for number in range(n)]
    assert find_copies([*edited, OTHER]) == (tuple(range(n)),)


def test_passages_in_a_crowd_of_texts_still_connect_neighbors() -> None:
    rng = np.random.default_rng(0)
    own = [" ".join(f"w{n}" for n in rng.integers(0, 10**6, 200)) for _ in range(CROWD + 5)]
    common = " ".join(sentences_of(WIRE)[:3])
    sets = [shingles(stream((f"{text} {common}",))) for text in own]
    linked = {number for pair in candidates(sets) for number in pair}
    assert linked == set(range(len(own)))


@given(st.lists(st.text(alphabet="ab \n.\"“”'‘’", max_size=60), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_text_is_grouped_without_an_error(texts: list[str]) -> None:
    groups = find_copies(texts)
    members = [number for group in groups for number in group]
    assert len(members) == len(set(members))
    for text in texts:
        assert len(stream_of_text(text)) == len(stream((text,)))
