"""Sentences that share a name and a title alone are not on one matter."""

import pytest

from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.omissions import Context, omissions
from divergence.comparing.claims.sentence_judgment import read_many
from divergence.comparing.claims.sentence_links import LINK, links_between, without_name_only_links
from divergence.digesting.quotable import SentenceRef

NAMED = [
    "Mayor Ada Lin demanded an inquiry.",
    "Mayor Ada Lin called the offer an insult.",
    "Mayor Ada Lin accused the company of neglect.",
]


def linked(*said: str) -> tuple[int, int]:
    """How many links sentences have, by their words and beyond their names."""
    refs = [SentenceRef(f"{n}", f"{n}", 0, 0, 9, text) for n, text in enumerate(said)]
    assertions = {ref: one.assertion for ref, one in zip(refs, read_many(said), strict=True)}
    found = links_between(refs)
    kept = without_name_only_links(found, assertions)
    return int((found.scores >= LINK).sum()), int((kept.scores >= LINK).sum())


def test_a_name_and_a_title_alone_link_nothing() -> None:
    before, after = linked(*NAMED)
    assert before > 0
    assert after == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (NAMED[0], "Ada Lin, the mayor, demanded an inquiry into the flood."),
        (NAMED[2], "Mayor Ada Lin accused the mine's owners of neglect."),
        (
            "At least 40 barns were flooded, Mayor Ada Lin said.",
            "Floods reached at least 40 barns.",
        ),
        ("Bo Rask met Ada Lin in Tarn.", "In Tarn Bo Rask met Ada Lin."),
        ("Norland struck the port of Tarn.", "Norland struck the port of Tarn on Monday."),
    ],
)
def test_what_is_told_in_like_words_stays_linked(a: str, b: str) -> None:
    assert linked(a, b) == (1, 1)


def test_two_names_in_common_are_a_matter_of_their_own() -> None:
    a = "Ada Lin, head of Norland Rail, conceded that delays were frequent."
    b = "Ada Lin, the head of Norland Rail, admitted that trains ran late."
    assert linked(a, b) == (1, 1)


def test_sentences_without_tellings_are_left_as_they_are() -> None:
    refs = [SentenceRef(f"{n}", f"{n}", 0, 0, 9, text) for n, text in enumerate(NAMED)]
    found = links_between(refs)
    assert without_name_only_links(found, {}).scores.tolist() == found.scores.tolist()
    assert len(without_name_only_links(links_between([]), {}).scores) == 0


def test_sources_that_only_name_the_speaker_do_not_tell_the_statement() -> None:
    said = [*NAMED, "On Friday Mayor Ada Lin demanded an inquiry."]
    refs = [SentenceRef(name, name, 0, 0, 9, text) for name, text in zip("ABCD", said, strict=True)]
    assertions = {ref: one.assertion for ref, one in zip(refs, read_many(said), strict=True)}
    found = align(
        refs, assertions=assertions, links=without_name_only_links(links_between(refs), assertions)
    )
    assert found[0].sources == ("A", "D")
    assert found[0].missing == ("B", "C")
    # Two of four sources are no majority, which one of them could have left out.
    assert omissions(found, [Context(name, None, 100) for name in "ABCD"]) == ()
