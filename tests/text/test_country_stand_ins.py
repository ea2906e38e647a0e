"""Countries, peoples and capitals of one word get the same parse, whichever they are."""

from __future__ import annotations

import pytest

from divergence.text.country_stand_ins import stand_ins
from divergence.text.syntax import parse

SENTENCES = [
    "{capital} bombed {other} on Monday.",
    "{country}'s army says that {adjective} troops shelled {other}, killing four {people}.",
    "Officials in {country}, once friends of {capital}, blamed {people} for the {adjective} blast.",
    "{CAPITAL} DENIES IT",
]
NAMES = [
    {"country": "Ukraine", "adjective": "Ukrainian", "people": "Russians", "capital": "Kyiv"},
    {"country": "Russia", "adjective": "Russian", "people": "Ukrainians", "capital": "Moscow"},
    {"country": "Norway", "adjective": "Chilean", "people": "Indians", "capital": "Lima"},
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_trees_do_not_know_countries(sentence: str) -> None:
    parses = [
        parse(sentence.format(**names, other=other, CAPITAL=names["capital"].upper()))
        for names, other in zip(NAMES, ("Moscow", "Kyiv", "Quito"), strict=True)
    ]
    assert len({(parse.tags, parse.relations, parse.heads) for parse in parses}) == 1


def test_the_words_stay_what_the_text_says() -> None:
    assert parse("Kyiv bombed Moscow.").words == ("Kyiv", "bombed", "Moscow", ".")


def test_who_acts_is_found_for_capitals() -> None:
    found = parse("Kyiv bombed Moscow.")
    assert (found.relations[0], found.relations[2]) == ("nsubj", "obj")


def test_other_words_are_left_alone() -> None:
    words = ["Zelensky", "met", "Putin", "in", "New", "Zealand", ",", "US", "turkey", ""]
    assert stand_ins(words) == words


def test_names_in_capitals_stay_in_capitals() -> None:
    assert stand_ins(["RUSSIA", "Russia"]) == ["FRANCE", "France"]
