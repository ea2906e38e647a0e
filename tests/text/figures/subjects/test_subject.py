"""Subjects of figures: a short noun phrase of what is counted."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import every_quantity
from divergence.text.figures.subjects.counted_phrase import CountedNumber
from divergence.text.figures.subjects.parts import Part
from divergence.text.figures.subjects.subject import chosen, written
from divergence.types import Span


def subjects(text: str) -> list[str]:
    return [figure.subject for figure in every_quantity(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 30 passengers were injured in the crash.", ["passengers injured in the crash"]),
        (
            "Some 500 nurses signed a letter to the mayor.",
            ["nurses who signed a letter to the mayor"],
        ),
        ("The port handled 900 ships in 2021.", ["ships handled by the port"]),
        ("The rally was attended by 400 workers.", ["workers who attended the rally"]),
        ("Three of them are in critical condition.", ["people in critical condition"]),
        ("The army lost 90 tanks.", ["tanks lost by the army"]),
        ("The town has 4,000 residents.", ["residents of the town"]),
    ],
)
def test_what_is_counted_with_what_happened_to_it(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


def test_each_of_two_verbs_has_its_own_people() -> None:
    told = subjects("Rebels shelled the town, killing six soldiers and wounding nine.")
    assert told == ["soldiers killed", "people wounded"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, 41, met Bob Lee, 52, in Orm.", ["age of Ann Lee", "age of Bob Lee"]),
        ("Lena Ode, 41, was hurt in the fall.", ["age of Ode"]),
        ("A 13-year-old girl was killed.", ["age of the girl killed"]),
        ("The guards, aged 41 and 52, were freed.", ["age of the guards", "age of the guards"]),
    ],
)
def test_an_age_is_somebodys(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


def test_an_age_of_nobody_known_is_an_age() -> None:
    assert subjects("She was 31 when she won.") == ["age"]


def test_nobody_at_the_end_of_a_text_bears_an_age_at_its_beginning() -> None:
    assert subjects("41 or older may come, but not everyone") == ["age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The eight-day strike ended on Friday.", ["length of the strike"]),
        ("The ferry sank within 20 minutes.", ["time until the ferry sank"]),
        (
            "The senate passed the harbor bill 54-46.",
            ["votes for the harbor bill", "votes against the harbor bill"],
        ),
        (
            "The treaty passed by 60 votes to 12.",
            ["votes for the treaty", "votes against the treaty"],
        ),
        ("Tarn lies 30 miles north of Orm.", ["distance of Tarn from Orm"]),
        ("The tower is 200 meters tall.", ["height of the tower"]),
        ("A fifth of the town was flooded.", ["share of the town flooded"]),
        ("Half of all new cases were reported in Orm.", ["share of new cases reported in Orm"]),
    ],
)
def test_times_votes_measures_and_shares_have_forms_of_their_own(
    text: str, expected: list[str]
) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill lost $9 million last year.", ["loss of the mill"]),
        ("Ada Lin earned $90,000 in 2020.", ["earnings of Ada Lin"]),
        ("The fine was $30,000.", ["fine"]),
        ("Costs rose from $4 million in 2015 to $6 million last year.", ["costs", "costs"]),
    ],
)
def test_money_is_called_by_what_is_done_with_it(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


def test_who_says_so_has_not_done_it() -> None:
    (told,) = subjects("Police named a man as the driver of the van, killing three people.")
    assert "police" not in told.lower()
    (burned,) = subjects("Officials in Orm said 30 homes burned near Velm.")
    assert "said" not in burned


@pytest.mark.parametrize(
    "text",
    [
        "Farmers saw 40 people killed.",
        "The village saw 12 men arrested.",
        "The army suffered 40 soldiers killed.",
        "Nurses in Orm sustained 40 injured.",
    ],
)
def test_who_suffers_or_sees_harm_does_not_do_it(text: str) -> None:
    (name,) = subjects(text)
    assert " by " not in name
    assert name.endswith(("killed", "arrested", "injured"))


def test_a_part_brings_the_verb_that_it_needs() -> None:
    verb = Part("verb", 5, (5,), "built")
    agent = Part("agent", 2, (2,), "by the guild")
    place = Part("obl", 8, (7, 8), "in Orm", 5)
    assert chosen([verb, agent, place], [0.1, 0.9, 0.1], 0.5) == [verb, agent]
    assert chosen([verb, agent, place], [0.1, 0.1, 0.9], 0.5) == [verb, place]
    assert chosen([verb, agent], [0.1, 0.2], 0.5) == [verb, agent]


def test_modifiers_stand_before_the_noun_and_places_behind_the_verb() -> None:
    parts = [
        Part("amod", 1, (1,), "new"),
        Part("nmod", 4, (3, 4), "near Velm"),
        Part("verb", 6, (6,), "opened"),
    ]
    assert written("mills", parts) == "new mills opened near Velm"
    assert written("share of the mills", parts[:1]) == "share of the new mills"


def test_a_number_knows_its_tokens() -> None:
    assert CountedNumber(Span(1, 2), 2, "people", "").tokens == (1, 2)


def test_what_is_said_of_deaths_is_not_said_of_the_dead() -> None:
    assert subjects("Norlander forces suffered 40 deaths.") == ["people killed"]


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("She was paid for 14 speeches in $9,000 halls.", "$"),
        ("There have been 300 cases in Orm.", "been"),
        ("He would speak after the two floods.", "after"),
        ("Guards searched nine food processing plants.", "processed"),
        ("The 12 towns that were hit by the storm have answered the mayor.", "that have"),
    ],
)
def test_what_is_no_part_of_a_noun_phrase_is_left_out(text: str, forbidden: str) -> None:
    names = subjects(text)
    assert names
    assert all(forbidden not in name for name in names)


def test_what_is_denied_is_not_said_of_those_counted() -> None:
    assert subjects("The two fires were not started by Bo Ode.")[0].startswith("fires not started")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was held in Orm for 17 months.", "time"),
        ("Bo Ode was held in Orm for 17 months.", "time Bo Ode was held"),
        ("Officials say the rain stops in four weeks.", "time"),
        ("The army, for two years, has killed more soldiers.", "time"),
    ],
)
def test_a_time_is_named_by_a_whole_clause_or_not_at_all(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_a_verb_that_is_read_as_an_adjective_is_left_out() -> None:
    assert subjects("It says three state laws undermine federal harbor laws.")[0] in {
        "state laws",
        "state laws that undermine federal harbor laws",
    }


def test_a_child_with_a_name_is_named() -> None:
    assert subjects("The winner was a 6-year-old boy named Bo Ode.")[-1] in {
        "age of Bo Ode",
        "age of Ode",
    }


def test_a_subject_has_one_relative_clause_at_most() -> None:
    parts = [Part("does", 3, (3,), "who left"), Part("acl:relcl", 5, (5,), "that were hit")]
    assert chosen(parts, [0.6, 0.9], 0.5) == [parts[1]]


def test_a_phrase_goes_with_the_part_that_it_hangs_on() -> None:
    parts = [Part("agent", 3, (3,), "by the army"), Part("nmod", 5, (5,), "in Orm")]
    assert chosen(parts, [0.9, 0.9], 0.5) == [parts[1]]


def test_tens_are_no_thing_that_is_counted() -> None:
    (name,) = subjects("The Odes paid tens of millions of dollars in harbor taxes.")
    assert "tens" not in name
    assert "harbor taxes" in name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A bare number is the subject of the verb behind it, whatever the parser made of it.
        (
            "Of the 40 pupils who were on the bus, six remained in hospital.",
            ["pupils who were on the bus", "pupils who were on the bus"],
        ),
        ("More than a million farmers lost their land.", ["farmers who lost their land"]),
        ("Police shot 40 people and wounded hundreds.", ["people shot", "people wounded"]),
        ("Nurses in Orm sustained 40 injured.", ["people injured"]),
        ("Guards fatally shot three miners.", ["miners killed by guards"]),
        # A noun behind a preposition keeps its clause.
        ("The reporters talked to 30 bakers.", ["bakers to whom the reporters talked"]),
        ("Ten farmers urged the mayor to step down.", ["farmers who urged the mayor to step down"]),
    ],
)
def test_how_people_stand_in_their_clause(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town saw a 12 percent drop in visitors.", "drop in visitors in the town"),
        ("The mine cut emissions by 12 percent.", "fall in emissions"),
        ("Half the villages say they have no water.", "share of villages"),
        ("The mayor wants a 9 percent tax on hotels.", "tax on hotels wanted by the mayor"),
        ("The bill includes $9 million.", "money in the bill"),
        ("Voters in Halden paid $9 million in fines.", "fines paid by voters"),
        ("Drivers could be fined $300.", "fine on drivers"),
        ("The mill lost $9 million.", "loss of the mill"),
    ],
)
def test_shares_and_sums_are_called_by_what_they_are_given_in(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_a_rise_to_a_level_is_no_rise_by_it() -> None:
    assert subjects("Sales of bread rose 12 percent.") == ["rise in sales of bread"]
    assert subjects("The tax on hotels rose to 12 percent.") == ["tax on hotels"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was the first strike at the mine in ten years.",
            "time since the last strike at the mine",
        ),
        ("It was the largest flood in ten years.", "time since a flood as large"),
        ("The judge sentenced the baker to nine years in prison.", "prison sentence of the baker"),
        ("It took the crew four hours to clear the road.", "time for the crew to clear the road"),
        ("The mayor resigned a week after signing the treaty.", "time since signing the treaty"),
        (
            "A month ago, when the mayor sold his farm, it rained.",
            "time since the mayor sold his farm",
        ),
        ("The firm has a two-day delay in paying staff.", "length of the delay in paying staff"),
        ("The tax may be cut with four weeks remaining.", "time remaining"),
        ("The fund ran out of money in just two weeks.", "time until the fund ran out of money"),
    ],
)
def test_a_length_of_time_is_counted_from_or_until_something(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_who_votes_is_not_what_is_voted_for() -> None:
    assert subjects("The council voted 40-12.") == ["votes for", "votes against"]
    assert subjects("The council voted 40-12 for the new bill.") == [
        "votes for the bill",
        "votes against the bill",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The first in ten years",
        "A a an the first in 2 days",
        "Took § effect 5 days ago when § hit ★",
    ],
)
def test_scraps_around_lengths_of_time_break_nothing(text: str) -> None:
    assert all(figure.unit for figure in every_quantity(annotate(text)))
