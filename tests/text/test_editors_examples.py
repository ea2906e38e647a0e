"""What makes an editor close a report: words given to the wrong one, and ages that are counted.

Each kind stands here in invented words, with members of it that nobody complained about yet.
"""

from __future__ import annotations

import re

import pytest

from divergence.features.figures import extract
from divergence.text.annotate import annotate
from divergence.types import Attribution, Document, Side

NORLAND = Side("Norland", ("Norland", "Norlander", "Norlanders", "Norlandic", "Halden"))
SUDMARK = Side("Sudmark", ("Sudmark", "Sudmarkers", "Sudmarkian"))


def said(document: Document, words: str) -> Attribution:
    """The attribution whose content holds the words."""
    for attribution in document.attributions:
        if any(words in document.words_of(part) for part in attribution.content):
            return attribution
    raise AssertionError(f"nobody says {words!r}")


def speaker(text: str, words: str) -> str:
    return said(annotate(text), words).speaker.name


def names(text: str) -> set[str]:
    return {attribution.speaker.name for attribution in annotate(text).attributions}


COUPLE = (
    "Former Rep. Tom Rehn Jr. stood before a judge in Halden on Monday. He had spent $750,000 of "
    "his campaign on furs and watches.\n\n"
    "His wife, Sandra Rehn, wept in the second row.\n\n"
)


def test_a_confession_is_not_the_wife_s() -> None:
    assert speaker(COUPLE + "“I misled the voters,” Rehn said.", "I misled") != "Sandra Rehn"
    assert "Tom Rehn" in speaker(COUPLE + "“I misled the voters,” he said.", "I misled")


def test_nor_is_hers_his() -> None:
    text = COUPLE + "“I forgive him,” she told reporters."
    assert speaker(text, "I forgive") == "Sandra Rehn"


def test_a_son_is_not_his_father() -> None:
    text = (
        "The Rev. Otto Brandt Sr. prayed at the gate. His son, Otto Brandt Jr., ran for mayor.\n\n"
        "“We counted every vote twice,” Otto Brandt Jr. said."
    )
    assert speaker(text, "We counted").endswith("Jr.")


FURTHER_DOWN = (
    "\n\nNear the stage a boy wore a fedora of the kind that the singer Peter Dahl made famous."
)


def test_a_name_dropped_further_down_does_not_speak() -> None:
    text = "The Rev. Amos Dahl led the march through Norport.\n\n“We will not rest,” Dahl said."
    assert "Amos Dahl" in speaker(text + FURTHER_DOWN, "We will not rest")


def test_not_even_where_no_full_name_stands_before() -> None:
    text = "Thousands marched through Norport.\n\n“We will not rest,” Dahl said."
    assert "Peter" not in speaker(text + FURTHER_DOWN, "We will not rest")


@pytest.mark.parametrize(
    "rival", ["Mike Strand, the former mayor,", "Mr. Strand", "her rival, Mike Strand,"]
)
def test_she_is_not_the_man_named_last(rival: str) -> None:
    text = (
        f"Sen. Mona Berg attacked {rival} in the debate on Tuesday.\n\n"
        "“We do not beat a rich man with a richer man,” she said."
    )
    assert "Mona Berg" in speaker(text, "We do not beat")


def test_he_is_not_the_woman_named_last() -> None:
    text = (
        "Mayor Ivar Skog met his sister Greta Holm and Mrs. Lund at the harbor.\n\n"
        "“The pier is safe again,” he said."
    )
    assert "Ivar Skog" in speaker(text, "The pier is safe")


@pytest.mark.parametrize(
    "text",
    [
        "NORPORT — Vowing to rebuild the harbor, the council said on Friday that work had begun.",
        "NORPORT (Wire) — The council vowed on Friday that it would rebuild the harbor.",
        "NORPORT, Norland - Officials warned Friday that the dam might break.",
        "HALDEN — “The harbor will be rebuilt,” the council vowed.",
    ],
)
def test_a_dateline_says_nothing(text: str) -> None:
    assert not [name for name in names(text) if re.search(r"(?i)norport|halden", name)]


@pytest.mark.parametrize(
    "text",
    [
        "The council said Friday that the bridge was unsafe.",
        "On Friday, said the council, the bridge was closed.",
        "The bridge is unsafe, the council said Friday.",
        "“The bridge is unsafe,” the council warned late Friday. Monday brought no news.",
        "The report, released Tuesday, says that the bridge was unsafe.",
    ],
)
def test_a_day_says_nothing(text: str) -> None:
    assert not [name for name in names(text) if re.search(r"Friday|Monday|Tuesday", name)]
    assert names(text)


@pytest.mark.parametrize(
    "who",
    [
        "Critics of the Norlanders",
        "Critics of Norland",
        "Opponents of the Norlandic government",
        "Victims of Norlandic shelling",
        "A group that fights Norland",
        "Halden's critics",
        "Enemies of Norland",
    ],
)
def test_who_is_against_a_side_does_not_speak_for_it(who: str) -> None:
    document = annotate(f"{who} said that the dam was a mistake.", sides=[NORLAND, SUDMARK])
    assert said(document, "the dam was a mistake").speaker.side is None


@pytest.mark.parametrize(
    "who", ["A Norlandic spokesman", "Halden's foreign minister", "Norland", "Norlandic officials"]
)
def test_who_is_of_a_side_speaks_for_it(who: str) -> None:
    document = annotate(f"{who} said that the dam was safe.", sides=[NORLAND, SUDMARK])
    assert said(document, "the dam was safe").speaker.side == "Norland"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Greta Holm, 52, was shot dead at the pier on Sunday.", 52),
        ("The nurse, 36, and her son, 9, were killed in the fire.", 36),
        ("The nurse, 36, and her son, 9, were killed in the fire.", 9),
        ("Killed were Ivar Skog, 63; Ada Lin, 27; and a guard, 44.", 27),
        ("A 19-year-old was killed when the stand fell.", 19),
        ("The victim, aged 71, was struck by a tram.", 71),
        ("Holm, who was 58 and had two sons, was wounded on Monday.", 58),
        ("Ada Lin (33) was injured at the gate.", 33),
    ],
)
def test_an_age_counts_nobody(text: str, age: int) -> None:
    counted = [figure for figure in extract(text) if figure.low == age and figure.unit != "age"]
    assert counted == []


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The union said that 240 dockers had lost their jobs.", 240, "dockers"),
        ("More than 30 Norlandic soldiers were killed on Sunday.", 30, "soldiers killed"),
        ("The new sea wall will cost $18 million.", 18e6, "wall"),
        ("The bill passed with 61 votes in favor.", 61, "votes"),
        ("Unemployment rose to 9 percent in May.", 9, "unemployment"),
    ],
)
def test_a_figure_says_what_it_counts(text: str, number: float, words: str) -> None:
    (figure,) = (figure for figure in extract(text) if figure.low == number)
    assert set(words.split()) <= set(figure.subject.lower().split())
