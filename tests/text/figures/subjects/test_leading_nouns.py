"""Plurals of the nouns that lead a subject."""

from __future__ import annotations

import pytest

from divergence.text.figures.subjects.leading_nouns import plural


@pytest.mark.parametrize(
    ("noun", "several"),
    [("speech", "speeches"), ("city", "cities"), ("vote", "votes"), ("day", "days")],
)
def test_a_regular_plural_is_spelled_as_dictionaries_spell_it(noun: str, several: str) -> None:
    assert plural(noun) == several
