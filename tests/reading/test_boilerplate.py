"""What is taken is about the page; what could be a sentence of the report stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from divergence.cli import main
from divergence.errors import ConfigError
from divergence.reading import iter_read, read
from divergence.reading.boilerplate import remove_boilerplate
from divergence.reading.boilerplate_rules import NAMES, RULES, Rule
from divergence.types import Removed

REPORT = "The ferry was late on Monday, the harbor master said."


def rules_of(line: str) -> list[str]:
    return [taken.rule for taken in remove_boilerplate(f"{REPORT}\n\n{line}\n\nIt rained.").removed]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_removes_and_keeps_its_examples(rule: Rule) -> None:
    assert rules_of(rule.keeps) == []
    if rule.pattern:
        assert rules_of(rule.removes) == [rule.name]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Share", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Follow us on Twitter @oslundtimes", "share"),
        ("12 comments", "share"),
        ("By ADA LIN in Port Sud", "bylines"),
        ("By Ada Lin, Oslund News", "bylines"),
        ("Reporting by Ada Lin; Editing by Jo Berg", "bylines"),
        ("Published 13 March 2023", "bylines"),
        ("Last updated on March 13, 2023 10:15 GMT", "bylines"),
        ("4 min read", "bylines"),
        ("READ MORE: Ferry crews vote on Friday", "links"),
        ("Related articles", "links"),
        ("Ferry crews vote on Friday Read more", "links"),
        ("PHOTOS: The strait under ice", "links"),
        ("Most popular", "links"),
        ("Rescue workers at the bridge. Photograph: Ada Lin/The Strait Post", "captions"),
        ("The bridge at dawn (Photo by Ada Lin/Getty Images)", "captions"),
        ("A ferry leaves Port Sud [Jo Berg/Reuters]", "captions"),
        ("Jo Berg/AFP via Getty Images", "captions"),
        ("Sign up to receive the top stories every morning", "prompts"),
        ("Subscribe to our daily newsletter", "prompts"),
        ("Get the morning briefing delivered to your inbox.", "prompts"),
        ("Already a subscriber? Log in", "prompts"),
        ("Copyright 2023 The Strait Post Company. All Rights Reserved.", "copyright"),
        ("All rights reserved.", "copyright"),
        ("ADVERTISEMENT", "ads"),
        ("Article continues after ad", "ads"),
    ],
)
def test_lines_that_are_taken(line: str, rule: str) -> None:
    assert rules_of(line) == [rule]


@pytest.mark.parametrize(
    "line",
    [
        "The children were told to read more",
        "He wanted pupils to read more.",
        # Sentences of a report that begin as boilerplate does.
        "Share of the vote fell to a third.",
        "Print runs were cut in half.",
        "By Tuesday the strait was frozen over.",
        "By the Bridge",
        "Updated figures show 2,023 dead.",
        "Related charges were dropped on Friday",
        "More stories of the flood reached the capital on Monday.",
        "Read more slowly and you will see it.",
        "The photo by Ada Lin shows the mayor on the bridge.",
        "Photographs of the strike were shown in court.",
        "Ada Lin (Greens/EFA) opened the debate on the port.",
        "Subscribers to the newsletter learned of the closure first.",
        "Get out of the channel, the captain shouted.",
        "Download speeds in the app fell by half.",
        "Join the march on Friday, the leaflet urged the town.",
        "Support for independent journalism fell in the survey.",
        "Copyright law protects the song.",
        "(c) Norland will pay for the bridge.",
        "Advertisement revenue fell by a tenth.",
        "Comments by the mayor angered the crew.",
        # Whoever is quoted is in the report.
        "“Share this story,” the mayor asked.",
        'Read more: "We count the windows"',
        "Sign up for our newsletter, the mayor said.",
        "The port on Monday, officials said. Photo: Jo Berg/AFP",
        "Copyright 2023 The Strait Post, according to the court. All rights reserved.",
    ],
)
def test_lines_that_stay(line: str) -> None:
    assert rules_of(line) == []


def test_lines_inside_a_wrapped_paragraph_stay() -> None:
    wrapped = "The banner above the port said only\nAdvertisement\nand nothing else for a week."
    assert remove_boilerplate(wrapped).removed == ()
    stacked = f"{REPORT}\nShare\nTweet\nIt rained."
    assert remove_boilerplate(stacked).text == f"{REPORT}\nIt rained."


def test_a_credit_to_an_agency_stays_to_be_read(tmp_path: Path) -> None:
    path = rows(tmp_path / "a.jsonl", {"Strait Post": ["Reuters"] * 4, "Times": ["Bob"] * 4})
    assert {line.text for line in read(path).removed} == {"Bob"}
    assert rules_of("Additional reporting by Reuters") == []
    assert rules_of("Additional reporting by Ada Lin") == ["bylines"]
    assert rules_of("© 2023 Reuters") == []
    assert rules_of("© 2023 Strait Post") == ["copyright"]


def test_what_was_removed_can_be_seen(tmp_path: Path) -> None:
    text = f"{REPORT}\n\nShare this story\n\nBy Ada Lin\n\nIt rained."
    (tmp_path / "a.json").write_text(json.dumps({"text": text, "source": "Strait Post"}))
    corpus = read(tmp_path)
    assert corpus.articles[0].text == f"{REPORT}\n\nIt rained."
    assert corpus.articles[0].metadata["author"] == "Ada Lin"
    assert corpus.removed == (
        Removed("a.json", "a.json", 3, "share", "Share this story"),
        Removed("a.json", "a.json", 5, "bylines", "By Ada Lin"),
    )


def test_rules_are_switched_off(tmp_path: Path) -> None:
    text = f"{REPORT}\n\nShare this story\n\nAdvertisement"
    (tmp_path / "a.json").write_text(json.dumps({"text": text}))
    assert read(tmp_path, rules=()).articles[0].text == text
    assert [line.rule for line in read(tmp_path, rules=("ads",)).removed] == ["ads"]
    with pytest.raises(ConfigError, match=r"unknown rule 'advert'.* Known: ads"):
        read(tmp_path, rules=("advert",))
    with pytest.raises(ConfigError, match="unknown rule"):
        iter_read(tmp_path, rules=("advert",))


def test_nothing_but_boilerplate_is_a_rejection(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "Share this story\n\nAdvertisement"}))
    (rejection,) = read(tmp_path).rejections
    assert "all lines are taken for boilerplate (rules: ads, share)" in rejection.reason
    assert "[reading]" in rejection.remedy


def rows(path: Path, lines: dict[str, list[str]]) -> Path:
    made = [
        {"source": source, "text": f"Ferry {number} of {source} sank at sea, they said.\n\n{line}"}
        for source, each in lines.items()
        for number, line in enumerate(each)
    ]
    path.write_text("\n".join(map(json.dumps, made)))
    return path


def test_lines_that_a_source_repeats(tmp_path: Path) -> None:
    banner, sentence = "Strait Post live: all times local", "The bridge was built in 1931."
    path = rows(
        tmp_path / "a.jsonl",
        {
            "Strait Post": [banner, banner, banner, "It rained.", "It snowed."],
            # The same line is not boilerplate where it is rare, and neither is a sentence.
            "Oslund Times": [banner, banner, "It rained.", "It froze."],
            "Harbor News": [sentence] * 4,
            "Sound Wire": [banner] * 3 + [f"It rained on day {day}." for day in "abcd"],
        },
    )
    corpus = read(path)
    assert [(line.rule, line.text) for line in corpus.removed] == [("repeated", banner)] * 3
    assert {line.path for line in corpus.removed} == {"a.jsonl:1", "a.jsonl:2", "a.jsonl:3"}
    assert sum(sentence in article.text for article in corpus.articles) == 4
    streamed: list[Removed] = []
    items = tuple(iter_read(path, on_removed=streamed.append))
    assert items == corpus.articles
    assert tuple(streamed) == corpus.removed


def test_the_same_text_three_times_repeats_nothing(tmp_path: Path) -> None:
    row = json.dumps({"source": "x", "text": "It rained, they said.\n\nPost live: local times"})
    (tmp_path / "a.jsonl").write_text("\n".join([row] * 4))
    assert read(tmp_path).removed == ()


LINES = st.sampled_from(
    [*(rule.removes for rule in RULES), *(rule.keeps for rule in RULES), REPORT, "", "and so", " "]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12))
def test_lines_go_whole_or_stay(lines: list[str]) -> None:
    text = "\n".join(lines)
    cleaned = remove_boilerplate(text)
    before = [line.strip() for line in text.split("\n")]
    assert all(before[taken.number - 1] == taken.text for taken in cleaned.removed)
    gone = {taken.number for taken in cleaned.removed}
    left = [line for number, line in enumerate(before, 1) if line and number not in gone]
    assert [line.strip() for line in cleaned.text.split("\n") if line.strip()] == left
    assert remove_boilerplate(text, rules=()).text == text


@pytest.mark.parametrize("line", ["A" * 100_000, "Photo: " + "Aa " * 30_000, "By " + "A-" * 60_000])
def test_long_lines_come_to_an_end(line: str) -> None:
    assert rules_of(line) == []


def test_the_command_lists_rules_and_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{REPORT}\n\nShare this story\n\nAdvertisement\n\nIt rained.")
    (tmp_path / "config.toml").write_text('[reading]\nskip = ["ads"]')
    shown = CliRunner().invoke(main, ["clean", str(tmp_path)])
    assert shown.exit_code == 0
    assert "a.txt, line 3: Share this story" in shown.output
    assert "ads: switched off" in shown.output
    assert "Removed 1 line from 1 article." in shown.output
    told = json.loads(CliRunner().invoke(main, ["clean", str(tmp_path), "--json"]).output)
    assert [rule["name"] for rule in told["rules"]] == list(NAMES)
    assert {rule["name"] for rule in told["rules"] if not rule["on"]} == {"ads"}
    assert [line["text"] for line in told["removed"]] == ["Share this story"]


def test_lines_are_numbered_as_in_the_file_where_the_text_stands_in_it(tmp_path: Path) -> None:
    body = f"{REPORT}\n\nShare this story\n\nIt rained."
    head = "Source: Strait Post\nDate: 2023-03-13\n"
    (tmp_path / "a.txt").write_text(f"\n{head}\nFerry Late Again\n\n{body}\n")
    (tmp_path / "b.txt").write_text(f"---\nsource: Post\n---\n\n{body}\n")
    (tmp_path / "c.md").write_text(f"# Ferry Late\n\n{body}\n")
    (tmp_path / "d.md").write_text(
        f"# Ferry Late\n\n{body.replace('It rained', '**Nobody** came')}\n"
    )
    row = {"source": "Wire", "title": "Ferry Late", "text": f"Ferry Late\n\n{body}"}
    (tmp_path / "e.jsonl").write_text(json.dumps(row))
    shown = CliRunner().invoke(main, ["clean", str(tmp_path)]).output
    for path, where in (
        ("a.txt", "line 9"),
        ("b.txt", "line 7"),
        ("c.md", "line 5"),
        ("d.md", "line 3 of the text"),
        ("e.jsonl:1", "line 5 of the text"),
    ):
        assert f"{path}, {where}: Share this story" in shown
    for line in read(tmp_path).removed:
        if line.in_file:
            lines = (tmp_path / line.path).read_text().split("\n")
            assert lines[line.line - 1] == line.text


def test_the_command_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    shown = CliRunner().invoke(main, ["clean", str(tmp_path)])
    assert shown.exit_code == 1
    assert "none of 1 inputs could be used" in shown.output
    shown = CliRunner().invoke(main, ["clean", str(tmp_path / "a.txt")])
    assert shown.output.count("a.txt") == 1
    assert "a.txt: no text: it is empty. Put" in shown.output
