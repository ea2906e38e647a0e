import math

import numpy as np
import pytest

from divergence.counting.columns import columns
from divergence.counting.declaration import Measure
from divergence.counting.tally import VOICE_CHOICES, tally, values
from divergence.types import Side

RATE = Measure("made.rate", "Hedges", "per 100 words", "higher: more", "words", scale=100.0)


def number(counted, column, voice="all"):
    names = [each.name for each in counted.columns]
    return values(counted)[names.index(column), VOICE_CHOICES.index(voice)]


def test_rate_per_voice_and_for_all(document, feature, finder):
    text = document(["It may rain .", "Ada said it may ."], quoted=frozenset({6, 7}))
    counted = tally(text, [feature(finder(may="hedge"), RATE)])
    assert counted.n_words == 7
    assert counted.n_sentences == 2
    assert number(counted, "made.rate") == pytest.approx(100 * 2 / 7)
    assert number(counted, "made.rate", "reporter") == pytest.approx(100 * 1 / 5)
    assert number(counted, "made.rate", "quoted") == pytest.approx(100 * 1 / 2)


def test_sentences_are_shared_between_voices_by_words(document, feature, finder):
    per = Measure("made.per", "", "per sentence", "", "sentences")
    text = document(["One two three four", "-- --"], quoted=frozenset({2, 3, 4, 5}))
    counted = tally(text, [feature(finder(one="x", three="x"), per)])
    below = counted.counts[:, 0, :, 1]
    assert below.tolist() == [[0.5, 0.5], [0.0, 0.0]]
    assert number(counted, "made.per", "quoted") == 2.0


def test_places_are_sentences_where_sentences_are_counted(document, feature, finder):
    words = Measure("made.words", "", "per 100 words", "", "words")
    sentences = Measure("made.sentences", "", "share of sentences", "", "sentences")
    text = document(["alpha beta", "alpha gamma", "delta delta"])
    counted = tally(text, [feature(finder(alpha="x", beta="x"), words, sentences)])
    assert counted.n_evidence[:, 0].tolist() == [3, 2]


def test_weights_count_above_the_line_and_in_weight_denominators(document, feature, finder):
    share = Measure("made.share", "", "share", "", "weight", of=("good",), among=("good", "bad"))
    mean = Measure("made.mean", "", "mean", "", "evidence", of=("good",))
    text = document(["alpha beta gamma"])
    found = finder(alpha="good//3", beta="bad//1", gamma="other//9")
    counted = tally(text, [feature(found, share, mean)])
    assert number(counted, "made.share") == 0.75
    assert number(counted, "made.mean") == 1.0
    assert counted.n_evidence[:, 0].tolist() == [1, 1]


def test_side_denominators_count_their_own_side_only(document, feature, finder):
    own = Measure("made.own", "", "share", "", "side_evidence", of=("agent",), per_side=True)
    every = Measure("made.every", "", "share", "", "evidence", of=("agent",), per_side=True)
    text = document(["a b c d e"], sides=["North", "South"])
    found = finder(a="agent/North", b="patient/North", c="agent/South", d="agent/", e="patient/")
    counted = tally(text, [feature(found, own, every)])
    assert [each.name for each in counted.columns] == [
        "made.own[North]",
        "made.own[South]",
        "made.every[North]",
        "made.every[South]",
    ]
    assert values(counted)[:, 2].tolist() == [0.5, 1.0, 0.2, 0.2]


def test_nothing_to_divide_by_is_nan_and_nothing_seen_is_zero(document, feature, finder):
    share = Measure("made.share", "", "share", "", "evidence", of=("x",))
    counted = tally(document(["no such thing"]), [feature(finder(), share, RATE)])
    assert math.isnan(number(counted, "made.share"))
    assert number(counted, "made.rate") == 0.0
    assert math.isnan(number(counted, "made.rate", "quoted"))


@pytest.mark.parametrize("sentences", [[], ["..."], ["!", "?"]])
def test_texts_without_words_are_undefined(document, feature, finder, sentences):
    counted = tally(document(sentences), [feature(finder(), RATE)])
    assert counted.n_words == 0
    assert np.isnan(values(counted)).all()


def test_sentence_counts_add_up_to_those_of_the_article(document, feature, finder):
    text = document(["It may .", "May it ?", "No ."], quoted=frozenset({0}))
    counted = tally(text, [feature(finder(may="x", it="x"), RATE)])
    assert counted.counts.sum(axis=(0, 2))[0].tolist() == [4.0, 5.0]
    assert len(counted.evidence) == 4


def test_columns_per_side_vanish_without_sides(feature, finder):
    own = Measure("made.own", "", "share", "", "side_evidence", per_side=True)
    made = feature(finder(), own, RATE)
    assert [each.name for each in columns([made])] == ["made.rate"]
    sided = columns([made], [Side("North", ("North",))])
    assert [(each.name, each.side) for each in sided] == [
        ("made.own[North]", "North"),
        ("made.rate", None),
    ]


def test_a_sentence_of_one_word_is_a_whole_sentence(document, feature, finder):
    per = Measure("made.per", "", "per sentence", "", "sentences")
    counted = tally(document(["Stop", "One two"]), [feature(finder(stop="x"), per)])
    assert counted.counts[:, 0, :, 1].tolist() == [[1.0, 0.0], [1.0, 0.0]]
