"""Figures that count the same, told for another time, another place, in another name."""

import pytest

from divergence.comparing.claims.conflicts import conflicts
from divergence.comparing.claims.figure_words import OWN_NAME
from divergence.comparing.claims.ledger import ledger
from divergence.comparing.claims.sentence_judgment import ReadSentence
from divergence.comparing.claims.sentence_links import links_between
from divergence.digesting.assertions import Assertion, Claimant
from divergence.digesting.place_phrases import read_place
from tests.comparing.claims.test_ledger import figure

RAIN = "Rain ruined {} barns, said people who had seen them from the road."
STORM = "The storm injured {} people in Tarn, the governor said."


def found(*figures):
    """Conflicts of figures alone: their sentences tell nothing else and are not linked."""
    spoken = {one.at: one.claimant.removeprefix("an unnamed speaker") for one in figures}
    told = {
        one.at: ReadSentence(
            one.at,
            Assertion(
                "",
                frozenset(),
                places=tuple(filter(None, [read_place(one.place)])),
                claimants=(Claimant(spoken[one.at], named=False),) if spoken[one.at] else (),
            ),
            (one,),
        )
        for one in figures
    }
    return conflicts(links_between([]), told, ledger=ledger(figures))


def versions(conflict):
    return [version.words for version in conflict.versions]


def test_one_figure_at_two_places_and_in_two_times():
    first = figure("N", 310, place="elsewhere in eastern Orland", window="in the past few days")
    second = figure("S", 310, told=RAIN, place="in Tarn", window="in the past week")
    period, place = found(first, second)
    assert (period.aspect, place.aspect) == ("period", "place")
    assert versions(period) == ["in the past few days", "in the past week"]
    assert versions(place) == ["elsewhere in eastern Orland", "in Tarn"]
    assert found(second, first) == (period, place)


@pytest.mark.parametrize(
    ("claimant", "other", "expected"),
    [
        ("Ada Lin", "the army", ["Ada Lin", "the army"]),
        ("the army", "", ["the army", OWN_NAME]),
        ("Ada Lin", "Governor Ada Lin", None),
        ("Norway", "the Norwegian Ministry of Justice", None),
        ("", "", None),
    ],
)
def test_claimants_of_one_figure(claimant, other, expected):
    conflict = found(figure("N", 310, claimant=claimant), figure("S", 310, RAIN, claimant=other))
    assert [versions(one) for one in conflict] == ([expected] if expected else [])


def test_the_outlet_s_own_name_is_less_sure_than_another_claimant():
    named = found(figure("N", 310, claimant="Ada Lin"), figure("S", 310, RAIN, claimant="doctors"))
    own = found(figure("N", 310, claimant="Ada Lin"), figure("S", 310, RAIN))
    assert own[0].confidence < named[0].confidence


def test_who_said_it_is_not_known_of_an_unnamed_speaker():
    first = figure("N", 310, claimant="an unnamed speaker")
    assert found(first, figure("S", 310, RAIN, claimant="Ada Lin")) == ()
    assert found(first, figure("S", 310, RAIN)) == ()


def test_who_agrees_once_does_not_differ():
    figures = [
        figure("N", 310, claimant="the army"),
        figure("N", 310, RAIN, sentence=1, claimant="Ada Lin"),
        figure("S", 310, claimant="Ada Lin"),
    ]
    assert found(*figures) == ()


def test_a_small_number_alone_ties_nothing():
    first = figure("N", 4, place="in Tarn", claimant="the army")
    second = figure("S", 4, told=RAIN, place="in Malin", claimant="doctors")
    assert found(first, second) == ()


def test_another_number_is_a_conflict_of_numbers_only():
    first = figure("N", 20_000, high=30_000, claimant="the army")
    second = figure("S", 20_000, RAIN, claimant="doctors")
    (one,) = found(first, second)
    assert one.aspect == "number"
    assert versions(one) == ["20000 to 30000", "20000"]
