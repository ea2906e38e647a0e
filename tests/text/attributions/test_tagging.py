"""The tagger: the best legal labels, nothing across paragraphs, names masked."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from divergence.text.attributions.quotations import find_quotations
from divergence.text.attributions.tagging import (
    FORBIDDEN,
    LABELS,
    best_labels,
    label_spans,
    label_transitions,
    neighbors,
    paragraph_lengths,
    table_rows,
    tag_parts,
)
from divergence.text.attributions.token_columns import columns
from divergence.text.syntax import parse
from divergence.types import Span, Syntax

N = len(LABELS)


def layers(seed: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    return {
        "trans": random.normal(0, 1, (N, N)).astype(np.float32),
        "start": random.normal(0, 1, N).astype(np.float32),
    }


def by_hand(fits: np.ndarray, given: dict[str, np.ndarray]) -> tuple[int, ...]:
    """The best sequence by trying every one."""
    follows, first = label_transitions()

    def total(labels: tuple[int, ...]) -> float:
        value = sum(float(fits[place, label]) for place, label in enumerate(labels))
        value += float(given["start"][labels[0]]) if first[labels[0]] else FORBIDDEN
        for one, other in pairwise(labels):
            value += float(given["trans"][one, other]) if follows[one, other] else FORBIDDEN
        return value

    return max(product(range(N), repeat=len(fits)), key=total)


@pytest.mark.parametrize("seed", range(4))
def test_best_labels_are_the_best_of_all_sequences(seed: int) -> None:
    given = layers(seed)
    fits = np.random.default_rng(seed + 100).normal(0, 2, (8, N)).astype(np.float32)
    lengths = [3, 1, 4]
    found = best_labels(fits, given, lengths)
    assert tuple(found[:3]) == by_hand(fits[:3], given)
    assert tuple(found[3:4]) == by_hand(fits[3:4], given)
    assert tuple(found[4:]) == by_hand(fits[4:], given)


def test_what_goes_on_must_have_begun() -> None:
    follows, first = label_transitions()
    assert not first[LABELS.index("cue+")]
    assert follows[LABELS.index("cue"), LABELS.index("cue+")]
    assert follows[LABELS.index("cue+"), LABELS.index("cue+")]
    assert not follows[LABELS.index("source"), LABELS.index("cue+")]
    assert follows[:, 0].all()


def test_spans_that_touch_stay_apart() -> None:
    labels = np.array([1, 2, 1, 0, 5, 3, 5, 6], np.int8)
    assert label_spans(labels, 1) == [Span(0, 2), Span(2, 3)]
    assert label_spans(labels, 3) == [Span(5, 6)]
    assert label_spans(labels, 5) == [Span(4, 5), Span(6, 8)]


def test_neighbours_end_with_the_paragraph() -> None:
    hidden = np.array([[1.0], [2.0], [3.0]], np.float32)
    assert neighbors(hidden, [2, 1]).tolist() == [[0, 1, 2], [1, 2, 0], [0, 3, 0]]


def described(text: str) -> np.ndarray:
    syntax = parse(text)
    return table_rows(columns(syntax, find_quotations(text, syntax)))


def test_a_name_is_any_name() -> None:
    first = described("Minister Lin said that the bridge was open.")
    other = described("Minister Berg said that the bridge was open.")
    assert (first == other).all()


def test_a_text_without_words_has_no_parts() -> None:
    assert tag_parts(parse(""), ()).parts.cues == ()


def test_parts_of_a_plain_sentence() -> None:
    text = "The mayor said that the bridge was open."
    syntax = parse(text)
    parts = tag_parts(syntax, ()).parts
    assert [syntax.words[slice(*span)] for span in parts.sources] == [("The", "mayor")]
    assert [syntax.words[slice(*span)] for span in parts.cues] == [("said",)]
    assert len(parts.contents) == 1


def test_paragraphs_add_up_to_the_text() -> None:
    syntax: Syntax = parse("It rained. It snowed.\n\nAda said no.")
    assert paragraph_lengths(syntax) == [6, 4]
