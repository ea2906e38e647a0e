"""Deeds: attacks are words only where words are given."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.attributions.non_speech_cues import is_non_speech
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse


def tree_of(text: str) -> Tree:
    return Tree.of(text, parse(text))


@pytest.mark.parametrize(
    ("text", "cue", "deed"),
    [
        ("Heavy attacks on villages and bridges lying to the north went on.", "attacks", True),
        ("The rebels attacked the town that the army had left.", "attacked", True),
        ("Lin charged that the board had known.", "charged", False),
        ("Critics renewed charges that the board took bribes.", "charges", False),
        ("The senator slammed her for lying about the dam.", "slammed", False),
        ("The mayor praised the town.", "praised", False),
    ],
)
def test_a_cue_of_harm_needs_a_clause(text: str, cue: str, deed: bool) -> None:
    tree = tree_of(text)
    word = tree.syntax.words.index(cue)
    content = sorted(tree.subtree(word) - {word})
    after = [token for token in content if token > word]
    assert is_non_speech(tree, word, after, ()) is deed


def test_quotation_marks_make_words_of_it() -> None:
    tree = tree_of('Lin attacked the "rotten" plan.')
    inside = range(2, 7)
    assert is_non_speech(tree, 1, inside, ())
    assert not is_non_speech(tree, 1, inside, {3, 4, 5})


@pytest.mark.parametrize(
    "text",
    [
        "There were 47 attacks on Norlandic troops in the north.",
        "There were also 12 attacks on Norlandic troops in Sudvale and widespread reports of "
        "shelling across much of the valley.",
        "The rebels' attack on the town left 30 dead.",
    ],
)
def test_attacks_are_nobodys_words(text: str) -> None:
    assert all("attack" not in a.cue_lemma for a in annotate(text).attributions)
