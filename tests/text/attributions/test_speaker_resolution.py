"""Names are written out, pronouns traced only where the text makes them plain."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.types import Side, Speaker

SIDES = (
    Side("Norland", ("Norland", "Norlander", "Norlanders")),
    Side("Sudmark", ("Sudmark", "Sudmarkian")),
)


def last_speaker(text: str) -> Speaker:
    return annotate(text, sides=SIDES).attributions[-1].speaker


def test_a_short_name_becomes_the_full_one() -> None:
    speaker = last_speaker("Minister Ada Lin met the press. Ms. Lin said that the bridge was open.")
    assert (speaker.name, speaker.kind) == ("Ada Lin", "named")


def test_a_person_has_the_side_that_introduced_them() -> None:
    speaker = last_speaker(
        "Norlander President Ada Lin met the press. Two days passed. Lin said the bridge was open."
    )
    assert speaker.side == "Norland"


def test_a_plain_pronoun_is_traced() -> None:
    speaker = last_speaker("President Ada Lin met the press. She said that the bridge was open.")
    assert (speaker.name, speaker.kind) == ("Ada Lin", "named")


def test_a_pronoun_with_two_candidates_is_unknown() -> None:
    speaker = last_speaker(
        "President Ada Lin and Minister Eva Roth met. A crowd watched. She said it was open."
    )
    assert (speaker.name, speaker.kind) == ("", "unknown")


def test_the_subject_wins_over_a_person_who_is_not() -> None:
    speaker = last_speaker("Minister Tom Berg greeted Dr. Carl Dahl. He said the bridge was open.")
    assert speaker.name == "Tom Berg"


def test_a_title_rules_out_the_wrong_pronoun() -> None:
    speaker = last_speaker("Mrs. Eva Roth greeted Mr. Carl Dahl. He said that the bridge was open.")
    assert speaker.name == "Carl Dahl"


@pytest.mark.parametrize("pronoun", ["They", "It", "He", "She"])
def test_a_pronoun_without_antecedent_is_unknown(pronoun: str) -> None:
    assert last_speaker(f"{pronoun} said that the bridge was open.").kind == "unknown"


def test_a_role_is_a_role() -> None:
    speaker = last_speaker("Western officials said that the bridge was open.")
    assert (speaker.name, speaker.kind, speaker.side) == ("Western officials", "role", None)


def test_a_speaker_goes_on_under_a_pronoun() -> None:
    text = "Mayor Ada Lin said it was closed. “We had to,” she said. “It was old,” she added."
    assert last_speaker(text).name == "Ada Lin"


def test_i_in_a_quotation_is_its_speaker() -> None:
    document = annotate("“I think the bridge is safe,” Ada Lin said.", sides=SIDES)
    assert {attribution.speaker.name for attribution in document.attributions} == {"Ada Lin"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A passive cue is nobody's, however far its subject stands from it.
        ("Ada Lin's husband opened the gate and is believed to have been hit twice.", "unknown"),
        ("The driver, who was not found on Monday, is believed to have left alone.", "unknown"),
        # Whose a claim, a report or an "according to" is stands beside it.
        ("The council heard Ada Lin’s claim that the dam had burst.", "Ada Lin"),
        ('"The dam is weak," the letters argue, per the Orm Herald.', "Orm Herald"),
        # A person who is the cue's subject, and not the phrase in between.
        (
            "Ada Lin, near the time of her speech on Monday, pledged help, tweeting: “It holds.”",
            "Ada Lin",
        ),
        # Two who speak are both named.
        (
            "Ada Lin voted no. She and other bakers said that the dam was weak.",
            "Ada Lin and other bakers",
        ),
        (
            "The plan was criticized by the bakers and the nurses.",
            "the bakers and the nurses",
        ),
    ],
)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    named = last_speaker(text)
    assert (named.name or named.kind) == speaker


def test_who_is_no_time() -> None:
    text = "The Herald met three nurses who were students at the time who said it rained."
    assert "nurses" in last_speaker(text).name or last_speaker(text).name.startswith("students")


def test_who_is_spoken_of_has_not_taken_the_word() -> None:
    text = (
        "Clerk Max Rask defended it and repeated Mayor Carl Lin’s claim that the dam held.\n\n"
        '"It will hold," he said.'
    )
    assert last_speaker(text).name != "Carl Lin"
