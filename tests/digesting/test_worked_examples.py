"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.digesting.actor_labels import labels_of
from divergence.digesting.agency_credits import credits, named
from divergence.digesting.assertions import assertions
from divergence.digesting.content_words import names_of, substance
from divergence.digesting.place_phrases import read_place
from divergence.digesting.time_phrases import length_in_days, read_times
from divergence.digesting.word_pairs import words_of


def test_actor_labels_labels_of() -> None:
    from divergence.text.annotate import annotate

    assert (
        repr(labels_of(annotate("Orvan, a private army, left the city of Brenholm.")).labels)
        == "(Label(actor='Orvan', label='private army', sentence=0),)"
    )


def test_agency_credits_credits() -> None:
    assert credits("LONDON (Reuters) - The bridge was closed on Monday.") == ("Reuters",)
    assert credits("Closed.\n\nAda Lin of the Associated Press contributed to this report.") == (
        "AP",
    )
    assert credits("The mayor told Reuters that the bridge was closed.") == ()


def test_agency_credits_named() -> None:
    assert named("He told the BBC on Monday. Human Rights Watch agreed.") == (
        "BBC",
        "Human Rights Watch",
    )


def test_assertions_assertions() -> None:
    from divergence.text.annotate import annotate

    (one,) = assertions(annotate("The bridge at Orm was not destroyed on Monday, Ada Lin said."))
    assert one.denied[0].scope[0] == "destroy"
    assert one.places[0].words == "at Orm"
    assert one.times[0].words == "on Monday"
    assert one.claimants[0].words == "Ada Lin"


def test_content_words_substance() -> None:
    from divergence.text.annotate import annotate

    document = annotate("Mayor Ada Lin demanded an inquiry into the flood.")
    assert substance(document, document.syntax.sentences[0], (), ()) == "demanded inquiry flood"


def test_content_words_names_of() -> None:
    from divergence.text.annotate import annotate

    document = annotate("On Monday the bus from Tarn met Ada Lin.")
    assert [sorted(name) for name in names_of(document, document.syntax.sentences[0])] == [
        ["tarn"],
        ["ada", "lin"],
    ]


def test_place_phrases_read_place() -> None:
    assert read_place("elsewhere in the region of Orm").key == ("apart", "orm")
    assert read_place("in the whole area") is None


def test_time_phrases_read_times() -> None:
    assert [(one.kind, one.key) for one in read_times("in the past 24 hours")] == [
        ("span", ("past", "1"))
    ]


def test_time_phrases_length_in_days() -> None:
    assert length_in_days("few days") == (2.0, 6.0)
    assert length_in_days("7") == (7.0, 7.0)


def test_word_pairs_words_of() -> None:
    from divergence.text.annotate import annotate

    document = annotate("The private army came back.")
    assert words_of(document, document.syntax.sentences[0]) == (
        ("the", "private", "army", "came", "back"),
        (1,),
    )
