"""Who is given no words: by hand-made sentences of silence, of nobody, and of being spoken of."""

from __future__ import annotations

import pytest

from divergence.features import attribution
from divergence.text.annotate import annotate
from divergence.types import Side


@pytest.mark.parametrize(
    "text",
    [
        "Its chairwoman, Greta Holm, did not answer calls from the paper.",
        "The guild had not replied to a request for comment.",
        "A spokesman for the harbor declined to comment.",
        "No one said that the bridge was safe.",
    ],
)
def test_silence_is_nobodys_words(text: str) -> None:
    assert annotate(text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is alleged to have sold two ferries.",
        "Ada Lin is accused of taking bribes.",
        "The mayor is said to have left.",
    ],
)
def test_who_is_only_spoken_of_does_not_speak(text: str) -> None:
    (found,) = annotate(text).attributions
    assert found.speaker.name == ""


def test_who_is_quoted_in_the_passive_speaks() -> None:
    (found,) = annotate("Ada Lin was quoted as saying that the bridge was safe.").attributions
    assert found.speaker.name == "Ada Lin"


def test_the_agent_of_a_passive_speaks() -> None:
    names = {
        each.speaker.name
        for each in annotate("The crew was told by residents that the gate was open.").attributions
    }
    assert "residents" in names


def test_a_sentence_before_the_cue_is_not_its_content() -> None:
    text = "In March the harbor signed a contract. It rained.\n\nLin says the guild tore it up."
    (found,) = annotate(text).attributions
    contents = [annotate(text).words_of(part) for part in found.content]
    assert contents == ["the guild tore it up"]


def test_a_cue_that_was_tagged_as_a_noun_keeps_its_class() -> None:
    assert [
        e.category for e in attribution.find("The company confirms that it got the letters.")
    ] == ["endorsing"]


def test_a_speaker_keeps_its_article_and_noun() -> None:
    sides = (Side("Norvik", ("Norvik", "the company")),)
    text = "The company confirms that it got the letters."
    (found,) = annotate(text, sides=sides).attributions
    assert (found.speaker.name, found.speaker.side) == ("The company", "Norvik")


def test_she_is_no_office() -> None:
    text = "The mayor's office says he is going nowhere. She says her team took the ledger."
    names = [each.speaker.name for each in annotate(text).attributions]
    assert names[0] == "The mayor's office"
    assert names[1] == ""


def test_he_is_not_the_woman_who_spoke_before() -> None:
    text = "Ms. Petersen says the deal is dead. It rained.\n\nHe said that the gate was open."
    assert [each.speaker.name for each in annotate(text).attributions] == ["Petersen", ""]


def test_a_name_in_between_may_be_the_one() -> None:
    text = (
        "Council President Ada Orvik wants more boats. It rained. Varga left the hall.\n\n"
        "She says her team took the ledger."
    )
    assert annotate(text).attributions[-1].speaker.name in {"", "Varga"}


@pytest.mark.parametrize(
    "text",
    [
        "The Valley Herald could not verify the report.",
        "The guard could not immediately confirm the number of boats.",
        "The Valley Herald was unable to verify that the dam had burst.",
        "The clerk was not able to confirm the number.",
    ],
)
def test_what_could_not_be_checked_is_nobodys_words(text: str) -> None:
    assert annotate(text).attributions == ()


def test_a_confirmation_is_words() -> None:
    (found,) = annotate("The guard confirmed that the dam had burst.").attributions
    assert found.cue_class == "endorsing"


def test_many_attack_with_arms() -> None:
    assert annotate("Rebels attacked the market of Orm on Monday.").attributions == ()
    (attribution,) = annotate("Critics attacked the plan as “a gift to thieves”.").attributions
    assert attribution.speaker.name == "Critics"
