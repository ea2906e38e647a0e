"""Coverage counted by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

from divergence.lexicons.word_list import Entry
from divergence.lists.coverage import Coverage, coverage
from divergence.lists.lexicon import Lexicon
from divergence.types import Document

LIST = Lexicon(
    "mine", "Mine", "1", "2026-01-02", "MIT", "test", (Entry("no doubt", "a"), Entry("sure", "a"))
)


def test_shares_are_counted_over_words_types_and_terms(
    make_document: Callable[..., Document],
) -> None:
    documents = (make_document("no doubt , no rain ."), make_document("no doubt ."))
    # Words: no doubt no rain no doubt (6), inside a match 4; types no, doubt, rain, inside 2.
    assert coverage(LIST, iter(documents)) == Coverage("mine", 4 / 6, 2 / 3, 1 / 2)


def test_nothing_to_divide_by_is_undefined() -> None:
    empty = coverage(Lexicon("none", "None", "1", "", "", "", ()), [])
    assert math.isnan(empty.tokens)
    assert math.isnan(empty.types)
    assert math.isnan(empty.terms)
