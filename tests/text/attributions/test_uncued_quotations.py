"""Whose a quotation without a cue is: open ones, posts, transcripts, paragraphs of their own."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.types import Document


def said_by(document: Document, name: str) -> str:
    return " ".join(
        document.words_of(part)
        for attribution in document.attributions
        if attribution.speaker.name == name
        for part in attribution.content
    )


def test_a_quotation_over_three_paragraphs_has_one_speaker() -> None:
    text = (
        "“The mill is cold,” said Greta Holm. “We lost two winters.\n\n"
        "“The roof came down in March.\n\n“Nobody asked us,” she added.\n\nIt rained on Monday."
    )
    document = annotate(text)
    assert {a.speaker.name for a in document.attributions} == {"Greta Holm"}
    words = said_by(document, "Greta Holm")
    assert "The roof came down in March" in words
    assert "Nobody asked us" in words


def test_an_open_quotation_belongs_to_the_cue_that_comes_later() -> None:
    text = "“The roof came down in March.\n\n“Nobody asked us,” Greta Holm said."
    (attribution,) = annotate(text).attributions
    assert attribution.speaker.name == "Greta Holm"
    assert len(attribution.content) == 2


def test_a_quotation_of_its_own_paragraph_is_the_last_speakers() -> None:
    text = (
        'The roof had leaked for years, Greta Holm told the paper.\n\n"Nobody asked us about it."'
    )
    document = annotate(text)
    assert "Nobody asked us about it" in said_by(document, "Greta Holm")


def test_a_quotation_after_two_speakers_is_nobodys() -> None:
    text = (
        "Greta Holm said the roof leaked, but Otto Brandt said it was dry.\n\n"
        '"Nobody asked us about it at all."'
    )
    assert annotate(text).attributions[-1].speaker.kind == "unknown"


def test_a_post_is_its_signers() -> None:
    text = (
        "The mill burned for two days.\n\nStay away from the mill road tonight. "
        "pic.twitter.com/abc123 — Greta Holm (@gretaholm) May 3, 2024\n\nTrucks went north."
    )
    document = annotate(text)
    (attribution,) = document.attributions
    assert attribution.speaker.name == "Greta Holm"
    assert attribution.cue is None
    assert attribution.kind == "direct"
    assert said_by(document, "Greta Holm") == "Stay away from the mill road tonight."


def test_a_signature_takes_no_more_than_a_post_may_hold() -> None:
    text = (
        "The mill burned for two days. " * 20 + "Stay away! — Greta Holm (@gretaholm) May 3, 2024"
    )
    document = annotate(text)
    assert len(said_by(document, "Greta Holm")) <= 300


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Courier: Who owns the mill?\n\nHolm: We do not know who owns it.", "We do not know who"),
        (
            "BRANDT (voice-over): This is the mill.\n\nREED: Who owns it?\n\nHOLM: We do not know.",
            "We do not know",
        ),
    ],
)
def test_a_turn_is_the_labels(text: str, words: str) -> None:
    document = annotate(text)
    speakers = [a.speaker.name for a in document.attributions if words in said(document, a)]
    assert [name.lower() for name in speakers] == ["holm"]
    assert document.voices[-2] == "quoted"


def said(document: Document, attribution: object) -> str:
    return " ".join(document.words_of(part) for part in attribution.content)  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["Q: Who owns the mill?\n\nA: We do not know who owns it."])
def test_question_and_answer_are_unknown_speakers(text: str) -> None:
    document = annotate(text)
    assert len(document.attributions) == 2
    assert {a.speaker.kind for a in document.attributions} == {"unknown"}


def test_headings_with_a_colon_are_no_speakers() -> None:
    text = "Note: the mill is shut.\n\nMore: how the mill burned.\n\nThe mill burned for two days."
    assert all(a.speaker.name == "" for a in annotate(text).attributions)
    assert "quoted" not in annotate(text).voices
