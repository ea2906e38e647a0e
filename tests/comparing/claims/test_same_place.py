"""Whether it is the same place: of two sentences, and of two phrases as worded."""

import pytest

from divergence.comparing.claims.same_place import same_figure_place, same_place, same_place_words
from divergence.digesting.assertions import Assertion
from divergence.digesting.place_phrases import read_place
from tests.comparing.claims.test_ledger import figure


@pytest.mark.parametrize(
    ("place", "other", "expected"),
    [
        ("in Tarn", "in Malin", False),
        ("in Tarn", "near Tarn", True),
        ("in Tarn", "outside Tarn", False),
        ("across the entire Orm territory", "across the whole Orm region", True),
        ("in Bergen", "in western Norway", True),
        ("in Bergen", "elsewhere in western Norway", False),
        ("in eastern Norway", "in western Norway", False),
        ("in Norway", "in Sweden", False),
        ("in Orm", "in eastern Peru", True),
        ("in Orm", "elsewhere in Peru", False),
    ],
)
def test_places(place, other, expected):
    a, b = read_place(place), read_place(other)
    assert same_place(a, b) is same_place(b, a) is expected


@pytest.mark.parametrize(
    ("place", "other", "expected"),
    [
        ("across the entire Orm territory", "across the whole Orm region", True),
        ("in the port of Orm", "the port of Orm", True),
        # Listed as another place in the ledger, and no conflict.
        ("in Tarn", "near Tarn", False),
        ("in Bergen", "in western Norway", False),
    ],
)
def test_places_as_worded(place, other, expected):
    assert same_place_words(place, other) is same_place_words(other, place) is expected


def test_figures_have_a_place_where_their_sentences_name_one():
    tarn, malin = (
        Assertion("", frozenset(), places=(read_place(f"in {p}"),)) for p in ("Tarn", "Malin")
    )
    here, there = figure("N", 9, place="in Tarn"), figure("S", 9, place="in Malin")
    assert same_figure_place(here, there, tarn, malin) is False
    assert same_figure_place(here, here, tarn, tarn) is True
    # The place may stand at another word of the other sentence.
    both = Assertion("", frozenset(), places=(*tarn.places, *malin.places))
    assert same_figure_place(here, there, tarn, both) is True
    assert same_figure_place(here, there, tarn, Assertion("", frozenset())) is None
