"""A word list is seen however a module writes it."""

from __future__ import annotations

import pytest

from tests.lexicons.literals import lists_in


@pytest.mark.parametrize(
    "source",
    [
        '_DENYING = frozenset({"not", "never"})',
        '_DENYING = ("Not", "Never")',
        '_DENYING = {"not": 1, "never": 2}',
        '_DENYING = frozenset("not never".split())',
        '_DENYING = r"\\b(?:not|never)\\b"',
        '_DENYING = rf"{start}(?:not|never)"',
        'found = word in ["not", "never"]',
    ],
)
def test_a_list_is_found(source: str) -> None:
    assert any({"not", "never"} <= words for _, words in lists_in(source))


@pytest.mark.parametrize(
    "source",
    ['"""Whether it is not so, or never was; a | b."""', 'raise ValueError("not now, never")'],
)
def test_prose_is_no_list(source: str) -> None:
    assert not [words for _, words in lists_in(source) if {"not", "never"} <= words]
