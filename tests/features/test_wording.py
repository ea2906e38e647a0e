"""Wording, counted by hand and against the published formula."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.features import wording
from divergence.types import Document, Evidence

Make = Callable[..., Document]


def _sums(found: list[Evidence]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for evidence in found:
        sums[evidence.category] = sums.get(evidence.category, 0.0) + evidence.weight
    return sums


def _ratio(found: list[Evidence]) -> float:
    sums = _sums(found)
    return sums["ttr"] / sums["windows"]


def test_words_are_tokens_with_a_letter_or_digit(make_document: Make) -> None:
    document = make_document('" Two-thirds , of 30 - " ! don\'t .')
    assert _sums(wording.find(document))["words"] == 4


def test_grade_is_coleman_and_liau(make_document: Make) -> None:
    document = make_document("Seven tall trees fell . Nobody saw 3 .")
    letters, words, sentences = 5 + 4 + 5 + 4 + 6 + 3 + 1, 7, 2
    expected = 0.0588 * (100 * letters / words) - 0.296 * (100 * sentences / words) - 15.8
    assert _sums(wording.find(document))["grade"] / words == pytest.approx(expected)


def test_voices_of_a_sentence_add_up_to_the_sentence(make_document: Make) -> None:
    text = '" We are ready " , said the mayor .'
    mixed = wording.find(make_document(text, quoted=(1, 2, 3)))
    plain = wording.find(make_document(text))
    quoted = [evidence for evidence in mixed if evidence.voice == "quoted"]
    assert _sums(quoted)["words"] == 3
    assert _sums(mixed) == pytest.approx(_sums(plain))
    assert [text[e.start : e.end] for e in quoted] == ["We are ready"] * 2


def test_mattr_of_one_word_repeated_and_of_different_words(make_document: Make) -> None:
    same = wording.find(make_document(" ".join(["tick"] * 60)))
    assert _sums(same)["windows"] == 11
    assert _ratio(same) == pytest.approx(1 / 50)
    different = make_document(" ".join(f"w{number}" for number in range(60)))
    assert _ratio(wording.find(different)) == 1.0


def test_mattr_by_hand(make_document: Make) -> None:
    # 49 different words, then the first again twice: windows hold 49, then 49 different words.
    words = [f"w{number}" for number in range(49)]
    document = make_document(" ".join([*words, "w0", "w1"]))
    assert _ratio(wording.find(document)) == pytest.approx((49 + 49) / 2 / 50)


def test_windows_belong_to_the_voice_of_their_first_word(make_document: Make) -> None:
    document = make_document(" ".join(["a"] * 52), quoted=(0, 1))
    windows = {e.voice: e.weight for e in wording.find(document) if e.category == "windows"}
    assert windows == {"quoted": 2, "reporter": 1}


def test_capitals_do_not_make_another_word(make_document: Make) -> None:
    document = make_document(" ".join(["Tick", "tick"] * 25))
    assert _ratio(wording.find(document)) == pytest.approx(1 / 50)


def test_below_the_window_there_is_no_mattr() -> None:
    assert math.isnan(wording.mattr("The ferry left at noon."))


@given(st.lists(st.sampled_from("abcdefgh"), min_size=50, max_size=120))
def test_sliding_count_equals_counting_every_window(make_document: Make, words: list[str]) -> None:
    n_windows = len(words) - wording.WINDOW + 1
    ratios = [len(set(words[i : i + wording.WINDOW])) / wording.WINDOW for i in range(n_windows)]
    found = wording.find(make_document(" ".join(words)))
    assert _ratio(found) == pytest.approx(sum(ratios) / n_windows)


def test_public_functions_agree_with_the_evidence() -> None:
    text = "Two men left. Nobody else saw them go."
    assert wording.sentence_length(text) == 4.0
    assert wording.readability(text) == pytest.approx(5.88 * 29 / 8 - 29.6 * 2 / 8 - 15.8)
