"""Boosters: inference against duty, denial against inability, proof against display."""

from __future__ import annotations

import pytest

from divergence.features import boosters
from divergence.text.annotate import annotate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards must have seen the boat.", ["must"]),
        ("Drivers must stop here.", []),
        ("That can not be true.", ["can"]),
        ("The ferry cannot leave.", []),
        ("The tests showed that the water was bad.", ["showed"]),
        ("The gallery showed her work.", []),
        ("Nobody knows whether the dam is safe.", []),
        ("We know that the dam is safe.", ["know"]),
        ("Of course the bank failed.", ["of course"]),
        ("A certain baker left.", []),
        ("Victory is certain.", ["certain"]),
        ("The road is clear of snow.", []),
        ("The plan was absolutely useless.", ["absolutely"]),
        ("Make sure to vote.", []),
        ("It was clearly and undeniably late.", ["clearly", "undeniably"]),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    found = boosters.find(annotate(text))
    assert [text[e.start : e.end].lower() for e in found] == expected


def test_rate_is_per_hundred_words() -> None:
    assert boosters.rate("Clearly, the old mill is totally ruined.") == pytest.approx(100 * 2 / 7)


def test_who_cannot_be_sure_does_not_insist() -> None:
    assert boosters.find("They cannot be sure when they will go back.") == []
    assert len(boosters.find("That cannot be true.")) == 1
