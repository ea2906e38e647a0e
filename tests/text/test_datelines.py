"""Datelines: capitals that open a paragraph, up to the dash, and nothing else."""

from __future__ import annotations

import pytest

from divergence.text.datelines import datelines, is_dateline
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse


def tree_of(text: str) -> Tree:
    return Tree.of(text, parse(text))


def test_a_dateline_ends_with_its_dash() -> None:
    tree = tree_of("MARTEN — The mayor left. NORA LIN — a guard — stayed.")
    assert is_dateline(tree, 0)
    assert not any(is_dateline(tree, token) for token in range(2, len(tree.syntax.words)))


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ORM, Norland (Wire) — The bridge fell.", "ORM, Norland (Wire) —"),
        ("SAN MARTEN, May 3 (Wire) - The bridge fell.", "SAN MARTEN, May 3 (Wire) -"),
        ("NEW ORM – The bridge fell.", "NEW ORM –"),
        ("A. Lin — a guard — left.", ""),
        ("NLU members — all of them — left.", ""),
        ("The bridge — a wreck — fell.", ""),
        ("ORM", ""),
        ("—", ""),
        ("", ""),
    ],
)
def test_what_opens_a_report_is_its_dateline(text: str, dateline: str) -> None:
    tree = tree_of(text)
    held = datelines(tree)
    assert held == set(range(len(held)))
    end = tree.syntax.ends[len(held) - 1] if held else 0
    assert text[:end] == dateline
