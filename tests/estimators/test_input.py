"""Texts come as lists, columns and tables, with gaps; a row stays where it was."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from divergence.errors import UsageError
from divergence.estimators import EstimatorError, TextFeatures
from divergence.features.registry import all_features
from divergence.measuring.measure import measure, value
from divergence.text.annotate import annotate
from divergence.types import Article, Corpus, Side

SIDES = (Side("Norland", ("Norland",)), Side("Sudia", ("Sudia",)))
TEXTS = ["The dam may break.", "“It broke,” Ada Lin said.", "Norland blamed Sudia."]
NUMBERS = [25.0, 0.0, 0.0]


def hedging():
    return TextFeatures(["hedging"])


def test_the_numbers_are_those_of_measuring():
    names = [feature.name for feature in all_features()]
    made = TextFeatures(names, voice=("all", "reporter", "quoted"), sides=SIDES)
    numbers = made.fit_transform(TEXTS)
    frame = measure(TEXTS, sides=SIDES).to_frame()[made.get_feature_names_out().tolist()]
    np.testing.assert_array_equal(numbers, frame.to_numpy())
    at = made.get_feature_names_out().tolist().index("hedging.rate|quoted")
    assert numbers[1, at] == value(TEXTS[1], "hedging.rate", voice="quoted")


@pytest.mark.parametrize(
    "given",
    [
        TEXTS,
        tuple(TEXTS),
        np.array(TEXTS),
        np.array(TEXTS, dtype=object),
        np.array(TEXTS, dtype=object)[:, None],
        pd.Series(TEXTS),
        pd.Series(TEXTS, dtype="string"),
        pd.Series(TEXTS, dtype="category"),
        pd.DataFrame({"text": TEXTS}),
        pd.DataFrame({7: TEXTS}),
        [Article(str(n), "Post", text) for n, text in enumerate(TEXTS)],
        [annotate(TEXTS[0]), TEXTS[1], annotate(TEXTS[2])],
        Corpus(tuple(Article(str(n), "Post", text) for n, text in enumerate(TEXTS)), ()),
    ],
    ids=lambda given: type(given).__name__,
)
def test_texts_come_in_many_forms(given):
    assert hedging().fit_transform(given)[:, 0].tolist() == NUMBERS


def test_an_iterator_is_read_once():
    made = hedging().fit(TEXTS)
    assert made.transform(iter(TEXTS))[:, 0].tolist() == NUMBERS
    assert hedging().fit_transform(text for text in TEXTS)[:, 0].tolist() == NUMBERS


@pytest.mark.parametrize(
    "gap", [None, float("nan"), np.nan, np.float32("nan"), pd.NA, pd.NaT, "", " \n"], ids=repr
)
def test_a_missing_text_is_a_row_of_nan_in_its_place(gap):
    numbers = TextFeatures().fit_transform([gap, TEXTS[0], gap, TEXTS[1], gap])
    assert np.isnan(numbers[[0, 2, 4]]).all()
    alone = TextFeatures().fit_transform(TEXTS[:2])
    np.testing.assert_array_equal(numbers[[1, 3]], alone)


def test_nothing_but_missing_texts_is_nothing_but_nan():
    assert np.isnan(hedging().fit_transform(pd.Series([None, pd.NA]))).all()


def test_rows_keep_their_labels_even_where_labels_repeat():
    series = pd.Series([*TEXTS, None], index=["b", "a", "b", "z"], name="body")
    made = TextFeatures(["hedging", "quotation"]).set_output(transform="pandas")
    frame = made.fit_transform(series)
    assert frame.index.tolist() == ["b", "a", "b", "z"]
    assert frame.columns.tolist() == made.get_feature_names_out().tolist()
    np.testing.assert_array_equal(frame["hedging.rate"], [*NUMBERS, np.nan])
    again = made.transform(series.to_frame())
    pd.testing.assert_frame_equal(frame, again)
    assert made.transform(TEXTS).index.tolist() == [0, 1, 2]


def test_a_table_of_several_columns_is_refused_with_advice():
    frame = pd.DataFrame({"title": TEXTS, "text": TEXTS})
    with pytest.raises(EstimatorError, match=r"2 received. Choose one, df\['text'\]"):
        hedging().fit(frame)
    with pytest.raises(EstimatorError, match="One column"):
        hedging().fit(TEXTS).transform(frame)


def test_another_column_than_the_one_fitted_is_refused():
    made = hedging().fit(pd.DataFrame({"text": TEXTS}))
    with pytest.raises(ValueError, match="feature names should match"):
        made.transform(pd.DataFrame({"title": TEXTS}))
    assert made.transform(pd.Series(TEXTS, name="title")).shape == (3, 1)


def test_a_lone_string_is_refused_as_by_other_vectorizers():
    from sklearn.feature_extraction.text import CountVectorizer

    with pytest.raises(ValueError, match="Iterable over raw text") as theirs:
        CountVectorizer().fit("The dam may break.")
    made = hedging()
    for call in (made.fit, made.fit_transform, hedging().fit(TEXTS).transform):
        with pytest.raises(ValueError, match="Iterable over raw text") as ours:
            call("The dam may break.")
        assert str(ours.value).startswith(str(theirs.value).rstrip("."))
        assert "put it into a list" in str(ours.value)


def test_features_taken_per_side_need_sides():
    with pytest.raises(ValueError, match=r"agency: taken per side only.*give sides="):
        TextFeatures(["agency"]).fit(TEXTS)
    made = TextFeatures(["agency"], sides=SIDES).fit(TEXTS)
    assert made.get_feature_names_out()[0] == "agency.agent[Norland]"


@pytest.mark.parametrize(
    "given",
    [3, None, b"The dam", Article("a", "Post", "The dam"), {"a": "The dam"}, {"The dam"}],
    ids=repr,
)
def test_what_is_no_collection_of_texts_is_refused(given):
    with pytest.raises(ValueError, match="expected"):
        hedging().fit(given)


def test_what_is_no_text_is_named_with_its_place():
    for wrong in (3, 2.5, b"bytes", ["a list"], True):
        with pytest.raises(EstimatorError, match=r"text 1 \(counted from 0\)"):
            hedging().fit(TEXTS).transform(["It may rain.", wrong])


def test_a_wrong_text_is_named_with_its_label_too():
    with pytest.raises(EstimatorError, match=r"text 1 \(counted from 0, index label 'b'\)"):
        hedging().fit(TEXTS).transform(pd.Series(["It may rain.", 3], index=["a", "b"]))


@pytest.mark.parametrize("given", [[], (), np.array([], dtype=object), pd.Series([], dtype=str)])
def test_no_texts_are_an_error_as_for_other_transformers(given):
    with pytest.raises(ValueError, match=r"0 sample\(s\)"):
        hedging().fit(given)
    with pytest.raises(ValueError, match=r"0 sample\(s\)"):
        hedging().fit(TEXTS).transform(given)


def test_an_empty_iterator_is_the_same_error():
    with pytest.raises(ValueError, match=r"0 sample\(s\)"):
        hedging().fit(TEXTS).transform(iter([]))


def test_documents_of_other_sides_are_refused():
    with pytest.raises(EstimatorError, match="other sides"):
        TextFeatures(["agency", "hedging"]).fit_transform([annotate(TEXTS[2], sides=SIDES)])


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"features": ["hedgin"]}, "did you mean 'hedging'"),
        ({"features": "hedging"}, r"features=\['hedging'\]"),
        ({"features": []}, "features is empty"),
        ({"features": [3]}, "takes names"),
        ({"voice": "loud"}, "unknown voice 'loud'"),
        ({"voice": ()}, "voice is empty"),
        ({"voice": None}, "voice=None: give a list"),
        ({"sides": "Norland"}, "sides takes a list"),
        ({"sides": SIDES[0]}, "sides takes a list"),
        ({"sides": ["Norland"]}, "side 1 is a str"),
        ({"sides": 3}, "sides=3: give a list"),
        ({"features": 3}, "features=3: give a list"),
        ({"n_jobs": 0}, "n_jobs=0"),
        ({"n_jobs": 1.5}, "n_jobs=1.5"),
    ],
)
def test_wrong_parameters_say_what_to_do_when_fitted(parameters, words):
    with pytest.raises(ValueError, match=words) as caught:
        TextFeatures(**parameters).fit(TEXTS)
    assert isinstance(caught.value, UsageError)
