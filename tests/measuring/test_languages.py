"""Texts in another language: measured where they stand, named in a warning and in the table."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import pytest

from divergence.errors import LanguageWarning
from divergence.estimators import TextFeatures
from divergence.lists.lexicon import Lexicon
from divergence.measuring.measure import measure
from divergence.text.annotate import annotate
from divergence.types import Article

ENGLISH = (
    "The council may close the old bridge on Monday, the mayor told reporters, and the people "
    "of the town will have to take the ferry until the repairs have been done."
)
FRENCH = (
    "Le conseil pourrait fermer le vieux pont lundi, a déclaré la maire, et les habitants de la "
    "ville devront prendre le bac jusqu'à la fin des travaux prévus cette année."
)
GERMAN = (
    "Der Rat könnte die alte Brücke am Montag schließen, sagte die Bürgermeisterin, und die Leute "
    "aus der Stadt müssen dann mit der Fähre fahren, bis die Arbeiten beendet sind."
)


def test_rows_in_other_languages_are_named_and_stay_in_place() -> None:
    texts = pd.Series([ENGLISH, FRENCH, None, GERMAN, "Le pont est fermé."], index=list("aabbc"))
    with pytest.warns(LanguageWarning) as warned:
        table = measure(texts, features=["hedging"])
    (one,) = warned
    told = str(one.message)
    assert told.startswith("2 texts seem not to be English")
    assert "text 1 (counted from 0, index label 'a'): fr" in told
    assert "text 3 (counted from 0, index label 'b'): de" in told
    assert one.filename == __file__
    assert table.foreign == {1: "fr", 3: "de"}
    assert table.reasons == ("", "", "the text is missing", "", "")
    frame = table.to_frame()
    assert np.isnan(frame["hedging.rate"].tolist()).tolist() == [False, False, True, False, False]
    assert len(frame.iloc[[n for n in range(5) if n not in table.foreign]]) == 3


def test_english_texts_warn_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = measure([ENGLISH, "", None, "Le pont est fermé."], features=["hedging"])
    assert table.foreign == {}


@pytest.mark.parametrize("given", [Article("1", "Le Soir", FRENCH), annotate(FRENCH)])
def test_articles_and_documents_are_judged_too(given: object) -> None:
    with pytest.warns(LanguageWarning, match=r"1 text seems .*text 0 \(counted from 0\): fr"):
        assert measure([given], features=["hedging"]).foreign == {0: "fr"}  # type: ignore[list-item]


def test_many_are_counted_and_the_first_named() -> None:
    with pytest.warns(LanguageWarning, match=r"10 texts seem .* and 2 more\);"):
        measure([FRENCH] * 10, features=["hedging"])


def test_a_step_of_a_pipeline_warns_and_gives_the_same_numbers() -> None:
    texts = [ENGLISH, FRENCH]
    step = TextFeatures(["hedging"]).fit(texts)
    with pytest.warns(LanguageWarning, match="text 1"):
        numbers = step.transform(texts)
    assert numbers.shape == (2, 1)


def test_a_word_list_of_ones_own_counts_in_its_language() -> None:
    bridges = Lexicon.from_words("bridges", ["brücke", "fähre"])
    with pytest.warns(LanguageWarning):
        frame = measure([GERMAN], features=[bridges]).to_frame()
    assert frame["bridges.rate"].iloc[0] > 0
