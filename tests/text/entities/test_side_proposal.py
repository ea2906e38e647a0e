"""Sides are proposed from names, the same whatever the order, or not at all."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.config import read_config
from divergence.errors import UsageError
from divergence.features import frames
from divergence.lists.chosen_features import select
from divergence.text.entities.side_proposal import config_toml, propose_sides
from divergence.types import Article, Side

STRAIT = Article(
    "1",
    "Oslund Times",
    "Norwegian Prime Minister Ada Lin accused Danish forces on Monday of closing the strait. "
    "Copenhagen denied it. A Danish spokesman said Oslo had closed it. In Sweden nobody "
    "noticed, but Swedish ferries waited. Lin said Norway would answer Denmark. Danish officials "
    "said that Norwegians should wait.",
    title="Norway and Denmark Trade Blame",
)
PARTY = Article(
    "2",
    "Strait Post",
    "Gov. Mary Holt attacked Sen. Paul Reyes on Monday. Mr. Reyes said that Ms. Holt was wrong. "
    "“Holt is never right,” he said in Springfield. Reyes left Springfield. In Springfield, Holt "
    "stayed. Later Mary Holt said that Reyes would lose.",
    title="Holt Attacks Reyes",
)


def by_name(sides: tuple[Side, ...]) -> dict[str, tuple[str, ...]]:
    return {side.name: side.aliases for side in sides}


def test_two_countries_under_all_their_names() -> None:
    sides = by_name(propose_sides([STRAIT]))
    assert set(sides) == {"Norway", "Denmark"}
    assert {"Norwegian", "Norwegians", "Oslo", "Ada Lin", "Lin"} <= set(sides["Norway"])
    assert {"Danish", "Copenhagen"} <= set(sides["Denmark"])
    assert not set(sides["Norway"]) & set(sides["Denmark"])


def test_two_people_by_full_and_family_name() -> None:
    sides = by_name(propose_sides([PARTY]))
    assert sides == {"Mary Holt": ("Mary Holt", "Holt"), "Paul Reyes": ("Paul Reyes", "Reyes")}


@pytest.mark.parametrize(
    "phrase",
    [
        "Norway's foreign minister, Ada Lin,",
        "Ada Lin, Norway's foreign minister,",
        "Norwegian foreign minister Ada Lin",
        "Foreign Minister Ada Lin of Norway",
    ],
)
def test_a_person_is_tied_to_a_country_by_the_words_that_introduce_them(phrase: str) -> None:
    text = f"Today {phrase} blamed Denmark. Denmark blamed Norway. Then Norway blamed Denmark."
    sides = by_name(propose_sides([Article("1", "x", text)]))
    assert "Ada Lin" in sides.get("Norway", ())
    assert "Ada Lin" not in sides.get("Denmark", ())


def test_a_bank_of_a_country_is_not_its_alias() -> None:
    text = "The Grand Bank of Norway rose. Denmark blamed Norway. Then Norway blamed Denmark. " * 2
    sides = by_name(propose_sides([Article("1", "x", text)]))
    assert "Grand Bank" not in sides["Norway"]


def test_two_people_of_one_family_name_keep_their_full_names() -> None:
    text = (
        "On Monday Mary Holt criticized her sister Liz Holt. Later Liz Holt answered Mary Holt. "
        "Then Mary Holt left, and Liz Holt stayed. The Holts will meet again."
    )
    sides = by_name(propose_sides([Article("1", "x", text)]))
    assert sides == {"Mary Holt": ("Mary Holt",), "Liz Holt": ("Liz Holt",)}


def test_people_who_are_called_like_countries() -> None:
    text = "Later Michael Jordan beat Paul Reyes. Then Paul Reyes beat Michael Jordan. " * 3
    assert set(by_name(propose_sides([Article("1", "x", text)]))) == {
        "Michael Jordan",
        "Paul Reyes",
    }


def names_of(*texts: str) -> set[str]:
    return set(by_name(propose_sides([Article(str(n), "x", text) for n, text in enumerate(texts)])))


def test_a_group_without_a_name_against_a_company() -> None:
    assert names_of(
        "Norport cut wages on Monday. The union called a strike. Norport said the union had broken "
        "its word. The union denied it. Later the union accused Norport of a lockout.",
        "Some left work. The union said Norport refused talks. Norport told the union to wait.",
    ) == {"the union", "Norport"}


def test_a_body_under_its_name_against_a_person() -> None:
    text = "On Friday the Supreme Court told Bo Rask to pay. Bo Rask said the Supreme Court erred. "
    assert names_of(text * 2) == {"Supreme Court", "Bo Rask"}


def test_two_words_of_one_name_are_no_pair() -> None:
    assert names_of(
        "The city of Port Halden closed its port. Residents of Port Halden blamed Ada Lin, and Lin "
        "blamed the Orm Council. The Orm Council denied it. Lin said Port Halden would pay. The "
        "Orm Council told Lin to wait."
    ) == {"Ada Lin", "Orm Council"}


def test_a_country_is_no_party_against_the_one_who_governs_it() -> None:
    assert names_of(
        "On Monday President Ada Lin said Norway would wait. Then Bo Rask told Lin that Norway was "
        "late. Lin accused Rask. In the end Norway paid, Rask said, and Lin thanked Norway."
    ) == {"Ada Lin", "Bo Rask"}


def test_what_never_acts_is_no_party() -> None:
    assert names_of(
        "On Monday Ada Lin left the Green Pact. Then Bo Rask told Lin that the Green Pact was "
        "dear. Lin told Rask that the Green Pact was cheap. About the Green Pact, said Rask, Lin "
        "knew nothing. Few know the Green Pact."
    ) == {"Ada Lin", "Bo Rask"}


def test_a_person_is_no_party_against_the_own_party() -> None:
    assert names_of(
        "On Monday Democratic Senator Ada Lin told Republicans to wait. Later Democrats backed Ada "
        "Lin, and Lin thanked Democrats. Then Republicans said Lin lied. Then Democrats told Lin "
        "to go on. The Republicans "
        "left."
    ) == {"Ada Lin", "Republicans"}


@pytest.mark.parametrize("outlet", ["NPR", "Washington Post", "Getty Images", "x"])
def test_outlets_and_agencies_are_no_parties(outlet: str) -> None:
    text = f"Then Ada Lin told {outlet} that {outlet} lied. And {outlet} said Ada Lin lied. "
    assert names_of(text * 2) == set()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained. Nobody came.",
        "the strait is closed and nobody knows why " * 20,
        "Norway is large. Norway is cold. Norway is far.",
        "Norway did. " * 5 + "Denmark did not. " * 5,
        "🙂 " * 30,
        "A " * 500,
        "NORWAY AND DENMARK FIGHT. " * 3,
    ],
)
def test_nothing_prominent_or_nothing_together(text: str) -> None:
    assert propose_sides([Article("1", "x", text)]) == ()


def test_no_articles() -> None:
    assert propose_sides([]) == ()


def test_actors_of_a_few_articles_are_not_prominent_in_many() -> None:
    others = [Article(f"o{n}", "x", f"It rained on day {n}. Nobody came.") for n in range(10)]
    assert propose_sides([STRAIT, *others]) == ()


@given(st.permutations([STRAIT, PARTY, Article("3", "y", STRAIT.text.replace("Monday", "Friday"))]))
def test_the_order_of_articles_does_not_matter(articles: list[Article]) -> None:
    assert set(by_name(propose_sides(articles))) == {"Norway", "Denmark"}
    assert propose_sides(articles) == propose_sides(articles[::-1])


WORDS = st.text(min_size=1, max_size=12).filter(lambda text: any(map(str.isalnum, text)))
NAMES = st.lists(
    WORDS.map(lambda text: " ".join(text.split())), min_size=1, max_size=4, unique=True
)


@given(NAMES, st.text(max_size=20))
def test_the_written_file_reads_back_as_the_same_sides(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], origin: str
) -> None:
    sides = tuple(Side(name, (name, f"{number} of {number}")) for number, name in enumerate(names))
    text = config_toml(sides, proposed_from=origin)
    table = tomllib.loads(text)
    assert [(name, tuple(side["aliases"])) for name, side in table["sides"].items()] == [
        (side.name, side.aliases) for side in sides
    ]


def test_the_proposal_round_trips_through_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    sides = propose_sides([STRAIT])
    path.write_text(config_toml(sides, proposed_from="seeds"), encoding="utf-8")
    assert read_config(path).sides == sides
    path.write_text(config_toml((), proposed_from="seeds"), encoding="utf-8")
    assert read_config(path).sides == ()
    uncommented = "\n".join(
        line.removeprefix("# ")
        for line in config_toml(sides, proposed_from="seeds").splitlines()
        if not line.startswith("#") or line[2:3] == "[" or "=" in line
    )
    path.write_text(uncommented, encoding="utf-8")
    assert read_config(path).rounds == 1000


@pytest.mark.needs_data
def test_proposals_against_the_main_entities_of_a_corpus(shared: Path) -> None:
    events: dict[str, list[Article]] = defaultdict(list)
    gold: dict[str, set[str]] = defaultdict(set)
    lines = (shared / "corpora/events/basil.dev.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        event = row["event"]
        events[event].append(Article(row["id"], row["source"], row["text"], title=row["title"]))
        gold[event] |= {entity.split()[-1].lower().rstrip("s") for entity in row["main_entities"]}
    hits = []
    for event, articles in events.items():
        sides = propose_sides(articles)
        words = [
            {word.lower().rstrip("s") for alias in side.aliases for word in alias.split()}
            for side in sides
        ]
        hits.append(sum(bool(found & gold[event]) for found in words))
    # By the last word alone, which misses "Republican lawmakers"; both sides in over a third.
    assert sum(n > 0 for n in hits) >= 0.8 * len(hits)
    assert sum(n == 2 for n in hits) >= 0.35 * len(hits)


def test_the_examples_of_the_file_can_be_used(tmp_path: Path) -> None:
    text = config_toml((), proposed_from="articles")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    start = lines.index("[frames.ceasefire]")
    path = tmp_path / "config.toml"
    path.write_text("\n".join(line for line in lines[start:] if re.match(r"\[|\w+ = ", line)))
    config = read_config(path)
    assert frames.feature(config.frames).measures[-1].name == "frames.ceasefire"
    assert [feature.name for feature in select(config.lexicons)] == ["alarm"]


@pytest.mark.parametrize("wrong", ["Norland left.", ["Norland left."], None, [None]])
def test_what_is_no_article_is_refused(wrong: object) -> None:
    with pytest.raises(UsageError, match="propose_sides takes articles"):
        propose_sides(wrong)  # type: ignore[arg-type]
