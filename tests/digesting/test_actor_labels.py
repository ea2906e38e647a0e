"""Labels beside names, counted by hand on invented sentences."""

import pytest

from divergence.digesting.actor_labels import labels_of
from divergence.text.annotate import annotate


def found(text):
    return [(each.actor, each.label) for each in labels_of(annotate(text)).labels]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Orvan, a private army, left the city of Brenholm.", "private army"),
        ("Orvan is a paramilitary organization.", "paramilitary organization"),
        ("They said that the rebel group Orvan had taken the city.", "rebel group"),
    ],
)
def test_each_way_of_labelling(text, label):
    assert ("Orvan", label) in found(text)


def test_a_denied_label_is_none():
    assert found("Orvan is not a rebel group.") == []
    assert found("Orvan is neither a rebel group nor a party.") == []


def test_labels_in_quotations_are_the_speakers():
    text = '"Orvan is a rebel group and must go now," Ada Lin said on Monday.'
    assert all(actor != "Orvan" for actor, _ in found(text))


def test_titles_are_labels_and_no_part_of_the_name():
    text = "Officials said President Ada Lin met Orvan commander Ivo Roth."
    assert ("Ada Lin", "president") in found(text)
    assert ("Ada Lin", 1) in labels_of(annotate(text)).names


def test_nothing():
    assert labels_of(annotate("")).names == ()
    assert found("It rained all day.") == []


def test_a_day_is_no_actor():
    assert labels_of(annotate("The governor said on Monday that it rained.")).names == ()
