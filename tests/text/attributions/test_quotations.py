"""Quotation marks are paired by shape and neighbours, and speech told from marking."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.attributions.quotations import find_quotations
from divergence.text.syntax import parse


def spoken(text: str) -> list[str]:
    document = annotate(text)
    return [document.words_of(q.tokens).rstrip(",.") for q in document.quotations if q.speech]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("``", "''"), ("''", "''"), ("«", "»")]
)
def test_every_shape_of_marks_gives_the_same_quotation(opening: str, closing: str) -> None:
    text = f"{opening}The dam will hold,{closing} Hale said. The valley slept."
    assert spoken(text) == ["The dam will hold"]


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    assert spoken("‘The dam won’t break,’ Hale said. The soldiers’ boots and Hale’s car.") == [
        "The dam won’t break"
    ]


def test_short_marking_is_not_speech() -> None:
    document = annotate('The so-called "summit" drew a crowd. He goes by the name "Shorty".')
    assert [q.speech for q in document.quotations] == [False, False]
    assert set(document.voices) == {"reporter"}


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ('The dog was called "Old Bess." It slept.', False),
        ('The dog barked: "Old Bess." It slept.', True),
    ],
)
def test_a_name_in_marks_is_not_speech_for_the_period_inside_them(text: str, speech: bool) -> None:
    assert [each.speech for each in find_quotations(text, parse(text))] == [speech]


def test_a_quotation_runs_over_a_paragraph_that_opens_with_a_mark() -> None:
    text = "“The dam is old,” Hale said. “We asked for money.\n\n“Nobody answered,” she said."
    assert spoken(text) == ["The dam is old", "We asked for money", "Nobody answered"]


def test_an_odd_mark_costs_one_quotation_and_not_the_article() -> None:
    text = (
        'Hale called it "a very old and tired dam. The mayor disagreed.\n\n'
        '"The dam will hold," he said.'
    )
    assert "The dam will hold" in spoken(text)
    assert annotate(text).voices[-2] == "reporter"


def test_inches_and_feet_quote_nobody() -> None:
    assert spoken('The man, 6\'2" tall, ran. The plank was 10" long and dry.') == []


def test_voice_follows_speech() -> None:
    document = annotate("“The dam will hold,” Hale said.")
    quoted = [
        w for w, v in zip(document.syntax.words, document.voices, strict=True) if v == "quoted"
    ]
    assert quoted == ["The", "dam", "will", "hold", ","]
