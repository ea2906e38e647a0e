"""Mentions: which phrases of a text stand for something, how far they reach, and their types."""

from __future__ import annotations

import pytest

from divergence.lexicons.countries import countries
from divergence.text.dependency_tree import Tree
from divergence.text.entities.mentions import TYPES, TypedMention, detect_mentions
from divergence.text.syntax import parse


def mentions_of(text: str) -> dict[str, TypedMention]:
    tree = Tree.of(text, parse(text))
    return {tree.text_of(mention.tokens): mention for mention in detect_mentions(tree)}


def types_of(text: str) -> dict[str, str]:
    return {words: mention.type for words, mention in mentions_of(text).items()}


def test_phrases_stop_before_clauses_asides_and_possessive_endings() -> None:
    text = "The baker who lost her shop met Bo Rask's brother, a sailor."
    assert set(mentions_of(text)) >= {"The baker", "her", "her shop", "Bo Rask", "a sailor"}
    tree = Tree.of(text, parse(text))
    wholes = {tree.text_of(m.tokens): tree.text_of(m.whole) for m in detect_mentions(tree)}
    assert wholes["The baker"] == "The baker who lost her shop"
    assert wholes["Bo Rask"] == "Bo Rask's"


def test_a_mention_tells_its_form() -> None:
    mentions = mentions_of("Ada Lin told the guards that she was late.")
    forms = {words: mention.form for words, mention in mentions.items()}
    assert forms == {"Ada Lin": "name", "the guards": "noun", "she": "pronoun"}


def test_chances_are_of_the_types_in_order() -> None:
    for mention in mentions_of("The council of Velm met on Monday.").values():
        assert sum(mention.chances) == pytest.approx(1, abs=1e-5)
        assert mention.type == TYPES[max(range(7), key=mention.chances.__getitem__)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Mr. Rask said that he would leave.", "Mr. Rask", "person"),
        ("The farmers waited for rain.", "The farmers", "person"),
        ("She works for Halden Timber Inc. and likes it.", "Halden Timber Inc.", "organization"),
        ("The committee voted against it.", "The committee", "organization"),
        ("They moved to Velm County in spring.", "Velm County", "place"),
        ("The village was empty.", "The village", "place"),
        ("The ferry sank on Friday.", "Friday", "time"),
        ("It opened in March 2019.", "March 2019", "time"),
        ("The ferry sank on Friday.", "The ferry", "object"),
        ("The explosion hurt two men.", "The explosion", "event"),
        ("The policy was wrong.", "The policy", "abstract"),
    ],
)
def test_types(text: str, words: str, kind: str) -> None:
    assert types_of(text)[words] == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VELM, Norway (Reuters) - Farmers left on Friday.", "Friday"),
        ("OSLO (AP) - Farmers left the city.", "OSLO"),
        ("Read more: Farmers leave the city. Photo: Getty Images.", "Photo"),
        ("Schools in Ohio, Iowa and Texas closed.", "Iowa"),
        ("On Wednesdays the market is open.", "Wednesdays"),
    ],
)
def test_datelines_days_credits_and_lists_of_places_are_nobody(text: str, words: str) -> None:
    assert types_of(text).get(words) not in {"person", "organization"}


def test_a_name_agrees_with_itself_through_a_text() -> None:
    alone = "The film shows Velm."
    told = f"Mr. Velm said that he was glad. Mrs. Velm, 41, said that she was, too. {alone}"
    mentions = mentions_of(told)
    person = TYPES.index("person")
    assert mentions["Velm"].type == "person"
    assert mentions["Velm"].chances[person] > mentions_of(alone)["Velm"].chances[person]


def test_a_name_in_s_that_is_tagged_as_something_else_is_a_name_all_the_same() -> None:
    text = (
        "Judge Ema Talas sentenced the man. Ema Talas said so. Talas was in the basement. "
        "The court of Ema Talas was closed."
    )
    mentions = mentions_of(text)
    assert mentions["Talas"].form == "name"


COUNTRIES = [c for c in countries() if c.name.isalpha() and c.demonyms and c.capital][::12]


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.name)
def test_two_countries_swapped_get_the_same_types(country: object) -> None:
    text = "{0} sent troops on Monday. An envoy of {0} said that {0}'s army was ready."

    def typed(name: str) -> list[tuple[str, tuple[float, ...]]]:
        given = text.format(name)
        mentions = detect_mentions(Tree.of(given, parse(given)))
        return [(mention.type, mention.chances) for mention in mentions]

    assert typed(country.name) == typed("Norway")  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["Ada Lin", "Bo Rask", "Ola Vint"])
def test_two_persons_swapped_get_the_same_types(name: str) -> None:
    text = "Mayor {0} said that {1} was wrong. {1} left {0} alone."
    family = name.split()[1]
    assert list(types_of(text.format(name, family)).values()) == list(
        types_of(text.format("Kai Ohm", "Ohm")).values()
    )


def test_no_text_no_mentions() -> None:
    assert mentions_of("") == {}
    assert mentions_of("Run!") == {}
