"""In the company of scikit-learn: pipelines, columns, searches, and several processes."""

from __future__ import annotations

import joblib
import numpy as np
import pandas as pd
import pytest
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from divergence.estimators import TEXTS_AT_ONCE, TextFeatures
from divergence.types import Side

SURE = "The bridge opened at {} on Monday. Traffic moved at once."
UNSURE = "The bridge may open at {}, perhaps on Monday. Traffic might move."
TEXTS = [text.format(hour) for hour in ("six", "seven", "eight", "nine") for text in (SURE, UNSURE)]
LABELS = [0, 1] * 4


def filled():
    return SimpleImputer(keep_empty_features=True)


def test_before_a_classifier_in_cross_validation():
    pipeline = make_pipeline(
        TextFeatures(["hedging"]),
        filled(),
        StandardScaler(),
        LogisticRegression(),
    )
    assert cross_val_score(pipeline, TEXTS, LABELS, cv=2).tolist() == [1.0, 1.0]


def test_before_a_classifier_that_takes_nan():
    model = HistGradientBoostingClassifier(min_samples_leaf=1, max_iter=5)
    pipeline = make_pipeline(TextFeatures(["uncertainty"]), model)
    assert pipeline.fit([*TEXTS, None], [*LABELS, 0]).predict(TEXTS).tolist() == LABELS


def test_searching_features_and_voices():
    pipeline = make_pipeline(TextFeatures(), filled(), LogisticRegression())
    grid = {
        "textfeatures__features": [["figures"], ["hedging"]],
        "textfeatures__voice": ["all", "reporter"],
    }
    search = GridSearchCV(pipeline, grid, cv=2, error_score="raise").fit(TEXTS, LABELS)
    assert search.best_params_["textfeatures__features"] == ["hedging"]
    assert search.best_score_ == 1.0


@pytest.mark.parametrize("column", ["body", ["body"]])
def test_a_column_by_name_or_in_a_list(column):
    frame = pd.DataFrame({"body": TEXTS, "length": range(8)}, index=list("abcdabcd"))
    made = ColumnTransformer(
        [("told", TextFeatures(["hedging"]), column), ("kept", "passthrough", ["length"])]
    ).set_output(transform="pandas")
    out = made.fit_transform(frame)
    assert out.columns.tolist() == ["told__hedging.rate", "kept__length"]
    assert out.index.tolist() == list("abcdabcd")
    np.testing.assert_array_equal(
        out["told__hedging.rate"], TextFeatures(["hedging"]).fit_transform(TEXTS)[:, 0]
    )


def test_beside_words_and_behind_a_function():
    pipeline = make_pipeline(
        FunctionTransformer(lambda texts: [text.replace("Monday", "Tuesday") for text in texts]),
        FeatureUnion([("told", TextFeatures(["hedging"])), ("words", TfidfVectorizer())]),
    )
    out = pipeline.fit_transform(TEXTS)
    named = pipeline[-1].get_feature_names_out()
    assert out.shape == (8, len(named))
    assert named[0] == "told__hedging.rate"
    assert "words__tuesday" in named


def test_names_run_through_a_pipeline():
    pipeline = make_pipeline(TextFeatures(["hedging"]), StandardScaler()).fit(TEXTS)
    assert pipeline.get_feature_names_out().tolist() == ["hedging.rate"]


def test_two_processes_give_the_same_bits_in_order():
    texts: list[str | None] = [f"{text} Norland paid {n}." for n, text in enumerate(TEXTS * 5)]
    texts[TEXTS_AT_ONCE] = None
    given = {"voice": ("all", "reporter"), "sides": [Side("Norland", ("Norland",))]}
    one = TextFeatures(n_jobs=1, **given).fit_transform(texts)
    two = TextFeatures(n_jobs=2, **given).fit_transform(pd.Series(texts, dtype=object))
    assert len(texts) > 2 * TEXTS_AT_ONCE
    assert one.tobytes() == two.tobytes()
    # What a worker refuses comes back as the same error.
    from divergence.text.annotate import annotate

    with pytest.raises(ValueError, match="other sides"):
        TextFeatures(["agency"], n_jobs=2, **given).fit_transform([annotate("Rain.")] * len(texts))


def test_threads_measure_in_turn():
    texts = TEXTS * 3
    alone = TextFeatures(["hedging"]).fit_transform(texts)
    with joblib.parallel_config("threading", n_jobs=2):
        among = TextFeatures(["hedging"]).fit_transform(texts)
    assert alone.tobytes() == among.tobytes()
