"""Who says what, by which cue, in which form: invented sentences, counted by hand."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.types import Attribution, Document, Side

SIDES = (
    Side("Norland", ("Norland", "Norlander", "Norlanders", "Nordberg")),
    Side("Sudmark", ("Sudmark", "Sudmarkian", "Sudmarkians")),
)


def attributed(text: str) -> tuple[Document, tuple[Attribution, ...]]:
    document = annotate(text, sides=SIDES)
    return document, document.attributions


def content(document: Document, attribution: Attribution) -> str:
    return " … ".join(document.words_of(part) for part in attribution.content)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "words", "kind"),
    [
        (
            "Minister Ada Lin said that the bridge was open.",
            "Ada Lin",
            "say",
            "that the bridge was open",
            "indirect",
        ),
        (
            "“The bridge is open,” Ada Lin said.",
            "Ada Lin",
            "say",
            "“The bridge is open,”",
            "direct",
        ),
        (
            "“The bridge is open,” said Ada Lin.",
            "Ada Lin",
            "say",
            "“The bridge is open,”",
            "direct",
        ),
        (
            "According to the Ministry of Transport, the bridge was open.",
            "Ministry of Transport",
            "accord to",
            "the bridge was open",
            "indirect",
        ),
        (
            "The bridge was open, according to Ada Lin, the minister of transport.",
            "Ada Lin",
            "accord to",
            "The bridge was open",
            "indirect",
        ),
        (
            "Norland claims to have sunk two ships.",
            "Norland",
            "claim",
            "to have sunk two ships",
            "indirect",
        ),
        (
            "Ada Lin said the bridge was “in a very sorry state”.",
            "Ada Lin",
            "say",
            "the bridge was “in a very sorry state”",
            "mixed",
        ),
    ],
)
def test_forms_of_attribution(text: str, speaker: str, cue: str, words: str, kind: str) -> None:
    document, found = attributed(text)
    assert len(found) == 1
    attribution = found[0]
    assert attribution.speaker.name == speaker
    assert attribution.cue_lemma.replace("according", "accord") == cue
    assert content(document, attribution) == words
    assert attribution.kind == kind


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "neutral"),
        ("claimed", "distancing"),
        ("confirmed", "endorsing"),
        ("feared", "belief"),
    ],
)
def test_the_cue_has_a_stance(cue: str, stance: str) -> None:
    _, found = attributed(f"The mayor {cue} that the bridge was closed.")
    assert [a.cue_class for a in found] == [stance]


def test_an_apposition_does_not_hide_the_speaker() -> None:
    _, found = attributed(
        "Gen. Tomas Berg, commander of Norland's ground forces, stated that the pass was closed."
    )
    assert (found[0].speaker.name, found[0].speaker.side) == ("Tomas Berg", "Norland")


def test_a_loose_quotation_continues_the_speaker_before_it() -> None:
    document, found = attributed("“The dam is old,” Hale said. “We asked for money in spring.”")
    assert len(found) == 1
    assert content(document, found[0]) == "“The dam is old,” … “We asked for money in spring.”"


def test_a_speaker_goes_on_in_a_paragraph_that_is_all_quotation() -> None:
    _, found = attributed("“The dam is old,” Hale said.\n\n“We asked for money in spring.”")
    assert [each.speaker.name for each in found] == ["Hale", "Hale"]


def test_a_speaker_does_not_go_on_in_a_paragraph_of_other_words() -> None:
    _, found = attributed(
        "“The dam is old,” Hale said.\n\nAt the gate a board read “We asked for money in spring.”"
    )
    assert [each.speaker.name for each in found][:1] == ["Hale"]
    assert "Hale" not in [each.speaker.name for each in found][1:]


def test_a_quotation_without_a_cue_has_an_unknown_speaker() -> None:
    _, found = attributed("“We asked for money in spring.”")
    assert found[0].cue is None
    assert found[0].speaker.kind == "unknown"


def test_two_coordinated_speakers_of_two_sides_belong_to_neither() -> None:
    _, found = attributed("Both Norland and Sudmark said that the pass was closed.")
    assert found[0].speaker.side is None


def test_going_on_is_no_speech() -> None:
    _, found = attributed("Norland continued to deploy troops.")
    assert found == ()


@pytest.mark.parametrize(
    "text",
    ["The rebels attacked the town.", "The fire claimed two houses.", "Rebels hit a bridge."],
)
def test_non_speech_cues_are_no_words(text: str) -> None:
    _, found = attributed(text)
    assert found == ()


@pytest.mark.parametrize("text", ["", ".", "“", "””“", "''", "said", "according to", "😀 «»"])
def test_fragments_break_nothing(text: str) -> None:
    document, _ = attributed(text)
    assert len(document.voices) == len(document.syntax.words)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("She published a survey showing that 40 boats leaked.", "a survey"),
        ("Ada Lin released new records, showing that 40 boats leaked.", "new records"),
        ("Norland moved troops, with one rescue group reporting 40 deaths.", "one rescue group"),
    ],
)
def test_a_participle_has_the_source_that_it_modifies(text: str, speaker: str) -> None:
    _, attributions = attributed(text)
    assert attributions[-1].speaker.name == speaker


def test_who_does_something_after_a_report_has_not_reported_it() -> None:
    _, attributions = attributed("Ben Orr went on after a report that 40 boats leaked.")
    assert [attribution.speaker.name for attribution in attributions] == [""]
