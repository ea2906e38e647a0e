"""Sentiment: which words are scored, for whom, and that the score is VADER's."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from divergence.errors import UsageError
from divergence.features import sentiment
from divergence.text.annotate import annotate
from divergence.types import Document, Side

Make = Callable[..., Document]
SIDES = (Side("Norland", ("Norland",)), Side("Sudmark", ("Sudmark",)))


def _vader(text: str) -> float:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return float(SentimentIntensityAnalyzer().polarity_scores(text)["compound"])


@pytest.mark.parametrize(
    "text",
    [
        "Norland won praise for its very generous help",
        "Norland is not a good friend",
        "Norland made no terrible mistake",
        "the plan of Norland was hardly a great success",
        "Norland sent help and comfort to the sad and wounded",
        "the crew said Norland was kind of nice",
        "Norland painted the gate",
    ],
)
def test_score_is_vaders_on_plain_sentences(make_document: Make, text: str) -> None:
    document = make_document(text, mentions=[(text.split().index("Norland"), "Norland")])
    (found,) = sentiment.find(document)
    assert found.weight == pytest.approx(_vader(text), abs=1e-4)


def test_what_follows_but_weighs_more(make_document: Make) -> None:
    first = make_document("Norland was brave but cruel", mentions=[(0, "Norland")])
    second = make_document("Norland was cruel but brave", mentions=[(0, "Norland")])
    assert sentiment.find(first)[0].weight < 0 < sentiment.find(second)[0].weight


def test_names_and_aliases_carry_no_tone(make_document: Make) -> None:
    document = make_document("Hope welcomed Norland", tags="NNP VBD NNP", mentions=[(2, "Norland")])
    plain = make_document("Anna welcomed Norland", tags="NNP VBD NNP", mentions=[(2, "Norland")])
    assert sentiment.find(document)[0].weight == sentiment.find(plain)[0].weight
    alias = make_document("Victory painted it", mentions=[(0, "Victory")])
    assert sentiment.find(alias)[0].weight == 0.0


def test_one_score_for_each_sentence_side_and_voice(make_document: Make) -> None:
    document = make_document(
        'Norland met Norland and Sudmark . Rain fell . " Sudmark is evil " said Norland .',
        quoted=(11, 12, 13),
        mentions=[(0, "Norland"), (2, "Norland"), (4, "Sudmark"), (11, "Sudmark"), (16, "Norland")],
    )
    found = [(e.sentence, e.side, e.voice, e.category) for e in sentiment.find(document)]
    assert found == [
        (0, "Norland", "reporter", "neutral"),
        (0, "Sudmark", "reporter", "neutral"),
        (2, "Sudmark", "quoted", "negative"),
        (2, "Norland", "reporter", "neutral"),
    ]


def test_category_follows_the_thresholds_of_vaders_authors() -> None:
    assert [sentiment._category(x) for x in (-0.05, -0.049, 0.0, 0.049, 0.05)] == [
        "negative",
        "neutral",
        "neutral",
        "neutral",
        "positive",
    ]


def test_toward_is_the_mean_and_undefined_where_the_side_is_not_named() -> None:
    document = annotate("Norland won praise. Norland lost nothing of note.", sides=SIDES)
    weights = [evidence.weight for evidence in sentiment.find(document)]
    assert sentiment.toward(document, "Norland") == pytest.approx(sum(weights) / 2)
    assert math.isnan(sentiment.toward(document, "Sudmark"))
    with pytest.raises(UsageError, match="did you mean 'Norland'"):
        sentiment.toward(document, "Norlan")


def test_swapping_the_sides_swaps_the_scores() -> None:
    text = "{0} won praise for its help. {1} committed a terrible crime. {0} attacked {1}."
    one = annotate(text.format("Norland", "Sudmark"), sides=SIDES)
    other = annotate(text.format("Sudmark", "Norland"), sides=SIDES)
    assert sentiment.toward(one, "Norland") == sentiment.toward(other, "Sudmark")
    assert sentiment.toward(one, "Sudmark") == sentiment.toward(other, "Norland")
