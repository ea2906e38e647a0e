"""What a reader would call words of somebody: invented sentences of words and of acts."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate


def cues_of(text: str) -> list[str]:
    document = annotate(text)
    return [document.words_of(a.cue) for a in document.attributions if a.cue]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The surgeon said the wound was deep.", "said"),
        ("The union accused the mill of firing three drivers.", "accused"),
        ("The abbot is believed to have hidden the keys.", "believed"),
        ("The driver allegedly left the lorry on the track.", "allegedly"),
        ("The lorry reportedly caught fire in the tunnel.", "reportedly"),
        ("Mill owners fear the strike will last until June.", "fear"),
        ("The audit showed that the mill had lost a third of its orders.", "showed"),
        ("The abbot urged pilgrims to stay at home.", "urged"),
        ("Drivers described the tunnel as a trap.", "described"),
        ("The tunnel, which drivers say is a trap, was closed.", "say"),
        ("The mill was struck by lightning, according to the fire brigade.", "according to"),
    ],
)
def test_words_and_beliefs_are_somebodys(text: str, cue: str) -> None:
    assert any(cue in found for found in cues_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The regent appointed Otto Brandt as head of the abbey.",
        "The senate adopted the budget on Tuesday.",
        "The avalanche claimed nine lives.",
        "The abbey declined to publish the list.",
        "Pilgrims were seen at the gate of the abbey.",
        "A video showed lorries burning in the tunnel.",
        "The union backed Brandt in the race.",
        "The drivers attacked the mill with stones.",
    ],
)
def test_acts_are_nobodys_words(text: str) -> None:
    assert cues_of(text) == []


def test_a_report_within_a_report_has_its_own_speaker() -> None:
    document = annotate("The abbot said drivers believe that the tunnel is a trap.")
    assert [a.cue_lemma for a in document.attributions] == ["say", "believe"]
