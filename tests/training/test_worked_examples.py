"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.training.background import count_words
from divergence.training.semantic.alignment import grouped


def test_background_count_words() -> None:
    assert sorted(count_words(["Don't. She didn't!"]).items()) == [
        ("did", 1),
        ("do", 1),
        ("n't", 2),
        ("she", 1),
    ]


def test_semantic_alignment_grouped() -> None:
    assert grouped([("a", "b"), ("c", "d"), ("b", "e")]).tolist() == [0, 1, 0]
