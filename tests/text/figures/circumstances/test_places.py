"""Places of figures: which of the places near a number it is given for."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.circumstances.places import place_phrases
from divergence.text.figures.quantities import every_quantity


def places(text: str) -> list[str]:
    return [figure.place for figure in every_quantity(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire killed 40 people in Tarn.", ["in Tarn"]),
        ("Police said 12 men were arrested at the Orm bridge on Monday.", ["at the Orm bridge"]),
        ("In Orm, 30 homes were destroyed.", ["In Orm"]),
        ("Officials in Orm said 30 homes burned near Velm.", ["near Velm"]),
        ("Lena Ode, 41, was hurt in the fall.", [""]),
        ("Ada Lin earned $90,000 in 2020.", [""]),
        ("Some 500 nurses signed a letter to the mayor.", [""]),
    ],
)
def test_the_place_is_where_it_is_so(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill in Orm closed in 2019.", ["in Orm"]),
        ("They met in March and in the spring.", ["in the spring"]),
        ("It lies south of Tarn.", ["south of Tarn"]),
        ("He lives abroad.", ["abroad"]),
        ("Norway won, but lost elsewhere", ["elsewhere"]),
    ],
)
def test_what_may_be_a_place(text: str, expected: list[str]) -> None:
    document = annotate(text)
    (sentence,) = document.syntax.sentences
    assert [document.words_of(p.tokens) for p in place_phrases(document, sentence)] == expected


def test_a_place_may_be_the_last_word_of_a_text() -> None:
    (figure,) = every_quantity(annotate("Some 40 nurses marched in Norway"))
    assert figure.place.endswith("Norway")
