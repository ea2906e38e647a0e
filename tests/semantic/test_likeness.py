"""Likeness with the extra: on the scale of the built-in one, but it sees paraphrases."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from divergence.comparing.claims.alignment import align
from divergence.comparing.claims.sentence_links import LINK, links_between
from divergence.digesting.quotable import SentenceRef
from divergence.instruments.chosen_instruments import Instruments
from divergence.instruments.embedded_similarity import ALL_AGREEMENTS, EmbeddedSentences, Likeness
from divergence.training.semantic.alignment import grouped

SAME = ("The doctor bought a car.", "A physician purchased an automobile.")
OTHER = "Taxes on bread will rise next year."


class Fixed:
    """Vectors by hand."""

    fingerprint = "00"

    def __init__(self, rows: dict[str, tuple[float, float]]) -> None:
        self.rows = rows

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float64]:
        return np.array([self.rows[text] for text in texts])


def _likeness(**weights: float) -> Likeness:
    encoder = Fixed({"a b": (1.0, 0.0), "c d": (0.6, 0.8), "...": (1.0, 0.0)})
    return Likeness(encoder, "00", 0.1, np.array([weights.get(n, 0.0) for n in ALL_AGREEMENTS]))


def test_a_weighted_sum_by_hand() -> None:
    known = EmbeddedSentences(["a b", "c d"], _likeness(cosine=0.5))
    assert known.similarity(np.array([0]), np.array([1])) == pytest.approx([0.1 + 0.5 * 0.6])
    assert known.agreements(np.array([0]), np.array([1]))[0, -3:] == pytest.approx([0.6, 0.36, 0])


def test_a_text_without_words_is_like_nothing() -> None:
    known = EmbeddedSentences(["a b", "..."], _likeness(cosine=0.5))
    assert known.similarity(np.array([0]), np.array([1])).tolist() == [0.0]


def test_candidates_are_pairs_with_a_high_cosine() -> None:
    known = EmbeddedSentences(["a b", "c d"], _likeness())
    assert known.close(np.array([0]), 0.7).toarray().tolist() == [[1.0, 0.0]]
    assert known.close(np.array([0]), 0.5).toarray().tolist() == [[1.0, 0.6]]


def test_folds_never_share_a_sentence() -> None:
    pairs = [("a", "b"), ("c", "d"), ("e", "f"), ("d", "a"), ("f", "e")]
    assert grouped(pairs).tolist() == [0, 0, 1, 0, 1]


def test_paraphrases_are_alike_and_others_are_not(instruments: Instruments) -> None:
    known = instruments.sentences([*SAME, OTHER])
    alike, apart = known.similarity(np.array([0, 0]), np.array([1, 2])).tolist()
    builtin = Instruments().sentences(SAME).similarity(np.array([0]), np.array([1])).item()
    assert alike > builtin
    assert alike > LINK > apart


def test_paraphrases_are_linked_across_articles(instruments: Instruments) -> None:
    texts = {"North": [SAME[0], OTHER], "South": [SAME[1]]}
    refs = [
        SentenceRef(source, source, number, 0, 9, text)
        for source, each in texts.items()
        for number, text in enumerate(each)
    ]
    links = links_between(refs, reader=instruments.sentences)
    found = align(links.ordered, links=links)
    assert [statement.sources for statement in found] == [("North", "South"), ("North",)]


def test_company_changes_no_digit(instruments: Instruments) -> None:
    first, second = np.array([0]), np.array([1])
    alone = instruments.sentences(SAME).similarity(first, second)
    together = instruments.sentences([*SAME, OTHER, "It rained."]).similarity(first, second)
    assert alone.tolist() == together.tolist()
