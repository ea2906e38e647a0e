"""Sentences end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.text.normalize import clean_marks
from divergence.text.sentences import find_sentences


def _sentences(text: str) -> list[str]:
    return [text[found.span.start : found.span.end] for found in find_sentences(clean_marks(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["“Go away,” he said.", "“We will not go.”", "Then he left."],
        ["“Go away!” he said.", "“No?” Hale asked.", "“Never!” Mr. Hale said."],
        ["``We held it,'' Gen. Hale said.", "''It was hard.''", "He left."],
        ["‘It is over,’ he said.", "‘Nothing remains.’", "They left."],
        ["He met Sen. Sanders and Lt. Col. Roe in the U.S. Senate.", "The army left."],
        ["It left at 5 p.m.", "The next day it came back."],
        ["She works in the U.S.", "He does not."],
        ["The No. 5 brigade paid $5.3 million.", "See Fig. 2 for it."],
        ["J. R. Hale came on Jan. 5.", "He said no.", "She said yes."],
        ["He took bread, salt, etc. and left."],
        ["1. Take the bridge.", "2. Hold it."],
        ["He was hit. [4]", "He lived."],
        ["He said... perhaps not."],
    ],
)
def test_one_line_of_text(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


def test_a_headline_on_its_own_line_is_a_sentence() -> None:
    text = "Army Leaves the City\nBy Jane Roe\nThe army left the city on Monday. It was cold."
    assert len(_sentences(text)) == 4


def test_hard_wrapped_lines_are_put_together() -> None:
    lines = [
        "The army left the city on Monday after a long fight that",
        "cost many lives on both sides, the mayor said in a short",
        "statement. He did not say where it went or whether it",
        "would be back.",
    ]
    assert len(_sentences("\n".join(lines))) == 2


def test_a_blank_line_ends_a_sentence_and_a_paragraph() -> None:
    found = list(find_sentences("The army left\n \nthe city. It was cold.\n\n\nIt rained."))
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2]


@given(st.text(alphabet="aB1. ?!\"'‘’“”)\n\t[:,") | st.text())
def test_sentences_are_ordered_and_cover_all_but_white_space(text: str) -> None:
    cleaned = clean_marks(text)
    covered, paragraph = 0, 0
    for found in find_sentences(cleaned):
        start, end = found.span
        assert start >= covered
        assert not cleaned[covered:start].strip()
        assert cleaned[start:end].strip()
        assert found.paragraph in (paragraph, paragraph + 1)
        covered, paragraph = end, found.paragraph
    assert not cleaned[covered:].strip()


@pytest.mark.parametrize("text", ["", " \n\n ", "\t"])
def test_nothing_gives_nothing(text: str) -> None:
    assert _sentences(text) == []


def test_a_monstrous_line_is_handed_on_in_pieces() -> None:
    text = "word " * 50_000
    found = list(find_sentences(text))
    assert max(sentence.span.end - sentence.span.start for sentence in found) <= 20_000
    assert "".join(text[slice(*sentence.span)] for sentence in found).count("word") == 50_000
