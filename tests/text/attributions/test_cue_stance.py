"""The stance of an endorsing cue where it stands."""

from __future__ import annotations

import pytest

from divergence.text.attributions.cue_stance import stance
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse_many


def _stance(text: str, word: str) -> str:
    syntax = next(iter(parse_many([text])))
    return stance(Tree.of(text, syntax), syntax.words.index(word), "endorsing")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The mayor confirmed that the bridge fell.", "confirmed", "endorsing"),
        ("The paper could not verify the report.", "verify", "neutral"),
        ("The ministry did not confirm that the bridge fell.", "confirm", "neutral"),
        ("The studies might show that tea helps.", "show", "neutral"),
        ("The mayor refused to confirm that the bridge fell.", "confirm", "neutral"),
        ("Nothing confirmed that the bridge fell.", "confirmed", "neutral"),
        ("The mayor struggled to confirm that the bridge fell.", "confirm", "neutral"),
        ("The mayor struggled to prove that the bridge fell.", "prove", "neutral"),
        ("The mayor managed to prove that the bridge fell.", "prove", "endorsing"),
        ("She failed to prove that he lied.", "prove", "neutral"),
        ("The mayor did not know that the bridge fell.", "know", "endorsing"),
        ("He would not admit that the bridge fell.", "admit", "endorsing"),
        ("The law is seen as a threat to trade.", "seen", "belief"),
        ("They saw that the bridge fell.", "saw", "endorsing"),
        ("It remains to be seen who won.", "seen", "neutral"),
    ],
)
def test_what_is_denied_or_open_is_not_endorsed(text: str, word: str, expected: str) -> None:
    assert _stance(text, word) == expected


def test_other_classes_stay() -> None:
    text = "The mayor did not claim that the bridge fell."
    syntax = next(iter(parse_many([text])))
    assert stance(Tree.of(text, syntax), 4, "distancing") == "distancing"
