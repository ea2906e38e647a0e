"""What the walk decides on its own: spellings of sources, and why nothing could be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from divergence.errors import InputError
from divergence.pipeline import source_spellings, usable
from divergence.types import Article, Rejection


def articles(*sources: str) -> list[Article]:
    return [Article(str(number), source, "Text.") for number, source in enumerate(sources)]


def test_names_that_differ_in_case_become_the_commonest() -> None:
    assert source_spellings(articles("Wire", "wire", "wire", "Post")) == {"Wire": "wire"}


def test_order_does_not_decide_a_tie() -> None:
    one = source_spellings(articles("Wire", "wire"))
    assert one == source_spellings(articles("wire", "Wire")) == {"wire": "Wire"}


def test_no_article_says_what_was_wrong_with_the_first() -> None:
    rejections = [Rejection("a.txt", "empty", "Put text in it."), Rejection("b.txt", "empty")]
    with pytest.raises(InputError, match=r"a\.txt: empty \(and 1 more\)\. Put text in it\."):
        usable([], rejections, Path("folder"))
