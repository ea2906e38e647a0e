"""What scikit-learn asks of every transformer; its own check skips those that take texts."""

from __future__ import annotations

import inspect
import pickle
import warnings

import numpy as np
import pytest
from sklearn.base import BaseEstimator, clone
from sklearn.exceptions import NotFittedError
from sklearn.utils import get_tags
from sklearn.utils.estimator_checks import check_estimator

from divergence.estimators import EstimatorError, TextFeatures
from divergence.features.registry import all_features
from divergence.types import Side

SIDES = (Side("Norland", ("Norland", "Norlanders")), Side("Sudia", ("Sudia", "Sudians")))
TEXTS = [
    "The ferry may be late, Ada Lin said. Norland blamed Sudia.",
    "“Perhaps it sank,” one captain claimed. Sudians were attacked by Norlanders.",
    "The ferry left at noon.",
    "",
    None,
]
PARAMETERS = {"features": ["hedging", "quotation"], "voice": "all", "sides": SIDES, "n_jobs": 1}


@pytest.fixture(scope="module")
def fitted():
    return TextFeatures(**PARAMETERS).fit(TEXTS)


def same(one, other):
    return one.shape == other.shape and one.tobytes() == other.tobytes()


def test_the_general_check_passes_as_far_as_it_goes():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        done = check_estimator(TextFeatures(["hedging"]), on_fail=None, on_skip=None)
    assert {each["status"] for each in done} <= {"passed", "skipped"}


def test_init_stores_what_it_is_given_and_nothing_else():
    made = TextFeatures(**PARAMETERS)
    assert vars(made) == PARAMETERS
    assert all(vars(made)[name] is value for name, value in PARAMETERS.items())


def test_init_checks_nothing():
    made = TextFeatures(features=["no such feature"], voice="loud", sides=3, n_jobs=0)
    assert made.get_params()["n_jobs"] == 0


def test_every_parameter_is_documented_and_has_a_default():
    told = inspect.getdoc(TextFeatures)
    for name, parameter in inspect.signature(TextFeatures).parameters.items():
        assert parameter.default is not inspect.Parameter.empty
        assert f"\n{name} : " in told


def test_parameters_can_be_read_and_set():
    made = TextFeatures()
    assert made.get_params() == dict(features=None, voice="all", sides=None, n_jobs=None)
    assert made.set_params(**PARAMETERS) is made
    assert made.get_params() == PARAMETERS
    with pytest.raises(ValueError, match="lexicon"):
        made.set_params(lexicon="x")


def test_clone_copies_the_parameters_and_not_what_was_fitted(fitted):
    copy = clone(fitted)
    assert copy is not fitted
    assert copy.get_params() == fitted.get_params()
    with pytest.raises(NotFittedError):
        copy.transform(TEXTS)


def test_fit_returns_itself_and_changes_no_parameter():
    made = TextFeatures(**PARAMETERS)
    before = {name: repr(value) for name, value in made.get_params().items()}
    assert made.fit(TEXTS) is made
    assert made.fit(TEXTS, y=[1, 0, 1, 0, 1]) is made
    assert {name: repr(value) for name, value in made.get_params().items()} == before
    assert all(vars(made)[name] is value for name, value in PARAMETERS.items())


def test_what_is_fitted_has_an_underscore():
    made = TextFeatures(**PARAMETERS)
    before = set(vars(made))
    new = set(vars(made.fit(TEXTS))) - before
    assert all(name.endswith("_") or name.startswith("_") for name in new)


@pytest.mark.parametrize("method", ["transform", "get_feature_names_out"])
def test_nothing_works_before_fit(method):
    arguments = (TEXTS,) if method == "transform" else ()
    with pytest.raises(NotFittedError):
        getattr(TextFeatures(), method)(*arguments)


def test_transform_gives_floats_and_the_same_twice(fitted):
    first = fitted.transform(TEXTS)
    assert first.dtype == np.float64
    assert first.shape == (len(TEXTS), fitted.n_features_out_)
    assert same(first, fitted.transform(TEXTS))
    assert same(first, TextFeatures(**PARAMETERS).fit_transform(TEXTS, [0, 1, 0, 1, 0]))


def test_transform_changes_neither_itself_nor_the_texts(fitted):
    texts, before = list(TEXTS), dict(vars(fitted))
    fitted.transform(texts)
    assert texts == TEXTS
    assert vars(fitted) == before


def test_a_text_has_the_same_numbers_in_any_company_and_order(fitted):
    together = fitted.transform(TEXTS)
    assert same(together[::-1], fitted.transform(TEXTS[::-1]))
    assert same(together[1:2], fitted.transform(TEXTS[1:2]))


def test_fitting_anew_forgets_the_last_fit():
    pandas = pytest.importorskip("pandas")
    made = TextFeatures(["hedging"]).fit(pandas.DataFrame({"body": TEXTS}))
    assert made.feature_names_in_.tolist() == ["body"]
    assert made.n_features_in_ == 1
    made.set_params(features=["hedging", "boosters"]).fit(TEXTS)
    assert not hasattr(made, "feature_names_in_")
    assert sorted(made.versions_) == ["boosters", "hedging"]


def test_parameters_set_after_fit_wait_for_the_next_fit():
    made = TextFeatures(["hedging"]).fit(TEXTS)
    made.set_params(voice="quoted")
    assert made.transform(TEXTS).shape[1] == len(made.get_feature_names_out())
    assert made.get_feature_names_out()[0] == "hedging.rate"
    assert made.fit(TEXTS).get_feature_names_out()[0] == "hedging.rate|quoted"


@pytest.mark.parametrize("voice", ["all", "quoted", ("reporter", "quoted")])
def test_names_are_as_many_as_columns_and_all_different(voice):
    made = TextFeatures(["hedging", "agency"], voice=voice, sides=SIDES).fit(TEXTS)
    named = made.get_feature_names_out()
    assert len(named) == made.n_features_out_ == made.transform(TEXTS).shape[1]
    assert len(set(named)) == len(named)
    assert made.get_feature_names_out(["text"]).tolist() == named.tolist()


def test_all_features_are_the_default():
    made = TextFeatures().fit(TEXTS)
    assert made.versions_ == {feature.name: feature.version for feature in all_features()}


@pytest.mark.parametrize("when", ["before fit", "after fit"])
def test_a_pickle_gives_the_same_numbers(when, fitted):
    made = TextFeatures(**PARAMETERS)
    if when == "after fit":
        made.fit(TEXTS)
    back = pickle.loads(pickle.dumps(made))
    assert back.get_params() == made.get_params()
    if when == "before fit":
        back.fit(TEXTS)
    assert same(back.transform(TEXTS), fitted.transform(TEXTS))


def test_a_pickle_of_another_version_is_refused(fitted):
    old = pickle.loads(pickle.dumps(fitted))
    old.versions_ = {**old.versions_, "hedging": 0}
    with pytest.raises(EstimatorError, match=r"hedging was version 0 .* fit again"):
        old.transform(TEXTS)


def test_tags_say_that_texts_come_in_and_nan_may():
    tags = get_tags(TextFeatures())
    assert tags.input_tags.string
    assert tags.input_tags.allow_nan
    assert not tags.input_tags.two_d_array
    assert tags.no_validation
    assert tags.requires_fit


def test_a_subclass_is_an_estimator_too():
    class Hedging(TextFeatures):
        def __init__(self, voice="all", scale=1.0):
            super().__init__(["hedging"], voice=voice)
            self.scale = scale

        def get_params(self, deep=True):
            return {"voice": self.voice, "scale": self.scale}

        def transform(self, X):
            return self.scale * super().transform(X)

    double = clone(Hedging(scale=2.0)).fit(TEXTS)
    assert isinstance(double, BaseEstimator)
    single = TextFeatures(["hedging"]).fit_transform(TEXTS)
    np.testing.assert_array_equal(double.transform(TEXTS), 2 * single)


def test_it_shows_itself():
    assert repr(TextFeatures(["hedging"])) == "TextFeatures(features=['hedging'])"
    assert "TextFeatures" in TextFeatures(["hedging"])._repr_html_()
