"""Noun phrases in short, also around signs that are no words."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.subjects.noun_phrases import named, prepositional_tokens, run_around
from divergence.types import Span


@pytest.mark.parametrize(
    "text",
    ["He paid for % and taxes 9 times.", "Living in § and laws of 5", "Orm ★ and Velm, 5", "★"],
)
def test_a_sign_beside_a_noun_has_no_name_of_its_own(text: str) -> None:
    document = annotate(text)
    for token, is_word in enumerate(document.is_word):
        if not is_word:
            assert token not in prepositional_tokens(document, token)
            assert document.lowered[token] not in named(document, token)
            assert document.lowered[token] not in named(document, token, besides=Span(0, 1))


def test_a_run_ends_at_the_first_gaps() -> None:
    assert run_around([1, 3, 4, 6, 8], 4) == [3, 4]
    assert run_around([1, 2], 3) == [1, 2, 3]
    assert run_around([], 5) == [5]
