import itertools

import pytest

from divergence.comparing.claims.claim_results import LedgerDifference
from divergence.comparing.claims.ledger import ledger
from divergence.digesting.quotable import LedgerFigure, SentenceRef

STORM = "The storm injured {} people in Tarn, the governor said."


def figure(source, low, told=STORM, *, high=None, sentence=0, article="", **changes):
    said = told.format(f"{low:g}")
    given = {
        "at": SentenceRef(article or f"{source}1", source, sentence, 0, len(said), said),
        "text": f"{low:g}" if high is None else f"{low:g} to {high:g}",
        "low": float(low),
        "high": float(low if high is None else high),
        "bound": "exact" if high is None else "range",
        "unit": "people",
        "event": "injured",
        "affected_side": None,
        "window": "",
        "place": "",
        "claimant": "",
        "claimant_side": None,
        "voice": "reporter",
    }
    return LedgerFigure(**{**given, **changes})


def test_agreement_lists_other_windows_places_and_claimants():
    (entry,) = ledger(
        [
            figure("N", 310, window="past few days", place="in Tarn", claimant="Ada Lin"),
            figure("S", 310, window="past week", place="near Tarn", claimant="Governor Ada Lin"),
        ],
        event="storm",
        sources=("E", "N", "S"),
    )
    assert entry.verdict == "agree"
    assert entry.differences == (
        LedgerDifference("window", (("past few days",), ("past week",))),
        LedgerDifference("place", (("in Tarn",), ("near Tarn",))),
    )
    assert entry.missing == ("E",)
    assert entry.event == "storm"


def test_a_claimant_against_the_outlet_itself():
    (entry,) = ledger([figure("N", 310, claimant="Ada Lin"), figure("S", 310)])
    assert entry.verdict == "agree"
    assert entry.differences == (LedgerDifference("claimant", (("Ada Lin",), ())),)
    assert str(entry.differences[0]) == "claimant: 'Ada Lin' against the outlet's own name"


def test_a_range_against_its_lower_end_differs():
    (entry,) = ledger([figure("N", 20000, high=30000), figure("S", 20000)])
    assert entry.verdict == "differ"
    assert entry.differences == (LedgerDifference("number", (("20000 to 30000",), ("20000",))),)


def test_different_numbers_in_like_sentences_differ():
    (entry,) = ledger([figure("N", 310), figure("S", 450)])
    assert entry.verdict == "differ"
    other = figure("S", 450, "Rescue dogs were brought in after {} skiers had gone missing.")
    assert [each.verdict for each in ledger([figure("N", 310), other])] == ["only", "only"]


def test_equal_numbers_find_each_other_before_different_ones():
    town = "Officials said {} people were injured in the town on Monday."
    region = "Officials said {} people were injured in the whole region on Monday."
    figures = [
        figure("N", 4, town, sentence=1),
        figure("N", 7, region, sentence=2),
        figure("S", 7, region, sentence=1),
        figure("S", 4, town, sentence=2),
    ]
    found = ledger(figures)
    assert sorted(each.figures[0].low for each in found) == [4.0, 7.0]
    assert [each.verdict for each in found] == ["agree", "agree"]


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "percent"},
        {"event": "killed"},
        {"affected_side": "Sudia"},
        {"unit": "dollar", "event": ""},
    ],
)
def test_other_things_are_never_compared(changes):
    first = figure("N", 310, affected_side="Norland")
    found = ledger([first, figure("S", 310, **changes)])
    assert [each.verdict for each in found] == ["only", "only"]


def test_small_equal_numbers_need_like_sentences():
    chance = figure("S", 2, "A bus hit a wall in Orsk and {} passengers were hurt.")
    assert len(ledger([figure("N", 2), chance])) == 2
    large = figure("S", 2310, "A bus strike in Orsk left {} hurt.")
    assert len(ledger([figure("N", 2310), large])) == 1


def test_a_figure_given_twice_in_one_article_is_one():
    again = "In all, {} people were injured in the storm."
    (entry,) = ledger([figure("N", 310), figure("N", 310, again, sentence=5)])
    assert entry.verdict == "only"
    assert len(entry.figures) == 2


def test_another_bound_is_named_and_still_agrees():
    (entry,) = ledger([figure("N", 310), figure("S", 310, bound="at_least", text="at least 310")])
    assert entry.verdict == "agree"
    assert entry.differences[0].respect == "bound"


def test_order_changes_nothing():
    figures = [figure("N", 310), figure("S", 450), figure("E", 310), figure("S", 12, sentence=3)]
    expected = repr(ledger(figures))
    for shuffled in itertools.permutations(figures):
        assert repr(ledger(shuffled)) == expected


def test_nothing():
    assert ledger([], sources=("N",)) == ()


def test_far_apart_numbers_without_an_event_are_not_one():
    tax = "They earned money and paid {} in federal taxes from 2007 to 2014, returns show."
    near = [figure("N", 43, tax, event="", unit="dollar")]
    assert len(ledger([*near, figure("S", 44, tax, event="", unit="dollar")])) == 1
    assert len(ledger([*near, figure("S", 139, tax, event="", unit="dollar")])) == 2


STUCK = ("The storm held {} people at the port.", "No boat sailed, and {} had no way home.")


def test_the_only_numbers_of_a_rare_outcome_are_of_one_thing_in_any_words():
    first = figure("N", 4200, STUCK[0], event="stranded")
    other = figure("S", 5000, STUCK[1], event="stranded")
    assert [each.verdict for each in ledger([first, other])] == ["differ"]


@pytest.mark.parametrize(
    ("number", "changes"),
    [
        (9000, {}),
        (5000, {"place": "in Malin"}),
        (5000, {"window": "in 2021"}),
        (5000, {"event": "displaced"}),
        (5000, {"unit": "goat"}),
    ],
)
def test_a_rare_outcome_elsewhere_or_of_another_size_stands_alone(number, changes):
    place = {"place": "in Tarn", "window": "on Monday"}
    first = figure("N", 4200, STUCK[0], event="stranded", **place)
    other = figure("S", number, STUCK[1], **{"event": "stranded", **changes})
    assert len(ledger([first, other])) == 2


def test_a_common_outcome_needs_like_sentences():
    first = figure("N", 4200, STUCK[0], event="arrested")
    assert len(ledger([first, figure("S", 5000, STUCK[1], event="arrested")])) == 2


def test_houses_and_homes_are_one_thing():
    water = {"event": "flooded"}
    homes = figure("N", 300, "The river took {} homes.", unit="home", **water)
    houses = figure("S", 340, "Water stood in {} cellars.", unit="house", **water)
    barns = figure("E", 340, "Water stood in {} barns.", unit="barn", **water)
    assert [each.verdict for each in ledger([homes, houses])] == ["differ"]
    assert len(ledger([homes, barns])) == 2


def test_an_entry_without_an_event_is_called_by_the_words_of_the_articles() -> None:
    told = [
        figure(source, 40, unit="nurse", event="", subject="nurses on leave") for source in "NS"
    ]
    (entry,) = ledger(told)
    assert str(entry.subject).startswith("nurses on leave")
    (killed,) = ledger([figure(s, 40, subject="men of the east killed") for s in "NS"])
    assert "men of the east" not in str(killed.subject)
