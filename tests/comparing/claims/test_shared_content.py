"""Two sentences that share only names and a way of speaking tell nothing in common."""

from __future__ import annotations

import pytest

from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.shared_content import share_substance
from divergence.digesting.assertions import Assertion, assertions
from divergence.digesting.quotable import SentenceRef
from divergence.text.annotate import annotate


def _sources(*said: str) -> list[tuple[str, ...]]:
    refs = [SentenceRef(name, name, 0, 0, 9, text) for name, text in zip("ABC", said, strict=False)]
    known = {ref: assertions(annotate(ref.text))[0] for ref in refs}
    return [one.sources for one in align(refs, assertions=known)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halvorsen has hit back at Petterly.", "Petterly says Halvorsen shredded it."),
        ("One person is missing.", "No one has been charged."),
        ("Mayor Rolf Danner demanded an inquiry.", "Mayor Rolf Danner called the offer an insult."),
    ],
)
def test_names_alone_do_not_join_sentences(one: str, other: str) -> None:
    assert _sources(one, other) == [("A",), ("B",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor Rolf Danner demanded an inquiry.", "An inquiry was demanded by Mayor Danner."),
        ("The valley war of 1998 cost 640 lives.", "In 1998 some 640 died in the valley."),
    ],
)
def test_a_common_matter_or_number_joins_them(one: str, other: str) -> None:
    assert _sources(one, other) == [("A", "B")]


def test_where_nothing_is_told_nothing_can_be_said() -> None:
    assert share_substance(Assertion("", frozenset()), Assertion("the bridge burned", frozenset()))


def test_both_ways_alike() -> None:
    one, other = (Assertion(t, frozenset()) for t in ("Ada Lin left Orm", "the ferry left Orm"))
    assert share_substance(one, other) == share_substance(other, one)
