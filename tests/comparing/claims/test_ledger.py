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
        "subject": "people injured in the storm",
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
    told = "Rescue dogs were brought in after {} skiers had gone missing."
    other = figure("S", 450, told, event="", subject="skiers missing")
    assert [each.verdict for each in ledger([figure("N", 310), other])] == ["only", "only"]


def test_equal_numbers_find_each_other_before_different_ones():
    town = "Officials said {} people were injured in the town on Monday."
    region = "Officials said {} people were injured in the whole region on Monday."
    figures = [
        figure("N", 4, town, sentence=1, subject="people injured in the town"),
        figure("N", 7, region, sentence=2, subject="people injured in the region"),
        figure("S", 7, region, sentence=1, subject="people injured in the region"),
        figure("S", 4, town, sentence=2, subject="people injured in the town"),
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


def test_small_equal_numbers_of_other_things_are_a_chance():
    rooms = {"unit": "room", "event": "", "subject": "rooms of the inn"}
    boats = {"unit": "boat", "event": "", "subject": "boats of the harbor master"}
    inn = figure("N", 2, "The inn has {} rooms over the bar.", **rooms)
    chance = figure("S", 2, "Nobody asked the harbor master about his {} boats.", **boats)
    assert len(ledger([inn, chance])) == 2
    same = figure("S", 2, "Its {} rooms are over the bar of the inn.", **rooms)
    assert len(ledger([inn, same])) == 1


@pytest.mark.parametrize(
    ("low", "text", "other", "words"),
    [
        (13_625_777, "13,625,777", 13_600_000, "13.6 million"),
        (680, "680", 100, "hundreds"),
        (24, "24", 12, "dozens"),
    ],
)
def test_a_rounded_or_vague_number_agrees(low, text, other, words):
    bound = "exact" if words[0].isdigit() else "at_least"
    first, second = figure("N", low, text=text), figure("S", other, text=words, bound=bound)
    (entry,) = ledger([first, second])
    assert entry.verdict == "agree"


def test_ages_of_two_people_are_two_questions_and_stand_where_two_give_them():
    ages = {"unit": "age", "event": ""}
    ada = figure("N", 41, "Ada Lin, {}, runs the ferry.", subject="age of Ada Lin", **ages)
    her = figure("S", 42, "The ferry is run by Ada Lin, {}.", subject="age of Ada Lin", **ages)
    bo = figure("S", 19, "Bo Karr, {}, sold tickets.", subject="age of Bo Karr", **ages)
    found = ledger([ada, her, bo])
    assert [(entry.verdict, len(entry.figures)) for entry in found] == [("differ", 2)]


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


@pytest.mark.parametrize("changes", [{"event": "displaced"}, {"unit": "goat"}])
def test_another_outcome_or_unit_stands_alone(changes):
    first = figure("N", 4200, STUCK[0], event="stranded")
    other = figure("S", 5000, STUCK[1], **{"event": "stranded", **changes})
    assert len(ledger([first, other])) == 2


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
