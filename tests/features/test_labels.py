"""Labels: categories, sets of rival terms, names left alone, voices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.features import labels
from divergence.text.annotate import annotate
from divergence.types import Document

Make = Callable[..., Document]


def test_categories_counted_by_hand() -> None:
    found = labels.find(annotate("The brutal regime butchered its so-called enemies."))
    assert [evidence.category for evidence in found] == [
        "evaluative_adjective",
        "contested_label",
        "emotive_verb",
        "scare_marker",
    ]


def test_matches_carry_the_set_of_rival_terms(make_document: Make) -> None:
    (match,) = labels.find_terms(make_document("militants", lemmas="militant", tags="NNS"))
    assert match.entry.group == "armed opponent"
    assert {"terrorist", "freedom fighter", "rebel"} <= set(labels.sets()[match.entry.group])


def test_sets_are_rivals() -> None:
    for name, terms in labels.sets().items():
        assert len(set(terms)) >= 2, name


def test_a_proper_name_is_no_label_but_a_movement_is(make_document: Make) -> None:
    assert labels.find(make_document("Hawk Street", tags="NNP NNP")) == []
    assert len(labels.find(make_document("Nazi troops", tags="NNP NNS"))) == 1


def test_the_part_of_speech_counts(make_document: Make) -> None:
    assert labels.find(make_document("they rebel", tags="PRP VBP")) == []
    assert labels.find(make_document("a storm", tags="DT NN")) == []


def test_rate_is_per_hundred_words_of_the_voice() -> None:
    text = '"The regime must go," Ada Lin said. The council met.'
    assert labels.rate(text, voice="quoted") == pytest.approx(100 / 4)
    assert labels.rate(text, voice="reporter") == 0.0
    assert labels.rate(text) == pytest.approx(100 / 10)
