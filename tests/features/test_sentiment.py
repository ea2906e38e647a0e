"""Tone toward a side: names are masked, sides can be swapped, causes are shown."""

from __future__ import annotations

import math

import pytest

from divergence.errors import UsageError
from divergence.features.sentiment import find, toward
from divergence.text.annotate import annotate
from divergence.types import Side

TOLERANCE = 0.05
"""The model never sees a name, but the parse may turn out otherwise with another one."""

STORY = (
    "{a} launched a brutal attack on the harbor of {b} on Monday. Officials in the region said "
    "{a} had lied about the talks. {b} won praise for its brave and patient answer. "
    "Aid groups blamed {a} for the deaths of villagers and thanked {b} for opening the road. "
    "“{b} has kept every promise,” a doctor said. Talks between {a} and {b} resume in May."
)
PAIRS = [("Russia", "Ukraine"), ("Norland", "Sudmark"), ("Ukraine", "Norland")]


def _scores(first: str, second: str) -> dict[str, float]:
    sides = (Side(first, (first,)), Side(second, (second,)))
    document = annotate(STORY.format(a=first, b=second), sides=sides)
    return {name: toward(document, name) for name in (first, second)}


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_swapped_names_swap_the_scores(first: str, second: str) -> None:
    there, back = _scores(first, second), _scores(second, first)
    assert there[first] == pytest.approx(back[second], abs=TOLERANCE)
    assert there[second] == pytest.approx(back[first], abs=TOLERANCE)
    assert there[second] - there[first] > 0.3


def test_invented_names_score_like_real_ones() -> None:
    real, invented = _scores("Russia", "Ukraine"), _scores("Norland", "Sudmark")
    assert real["Russia"] == pytest.approx(invented["Norland"], abs=TOLERANCE)
    assert real["Ukraine"] == pytest.approx(invented["Sudmark"], abs=TOLERANCE)


def test_two_sides_of_one_sentence_differ() -> None:
    sides = (Side("Norland", ("Norland",)), Side("Sudmark", ("Sudmark",)))
    document = annotate("Critics blamed Norland and praised Sudmark.", sides=sides)
    assert toward(document, "Norland") < toward(document, "Sudmark")


def test_causes_are_words_of_the_sentence_that_pull_its_way() -> None:
    text = "Sudmark committed a terrible crime."
    found = find(annotate(text, sides=(Side("Sudmark", ("Sudmark",)),)))
    judged, *causes = found
    assert judged.category == "negative"
    assert -1 <= judged.weight < 0
    assert {text[each.start : each.end] for each in causes} & {"terrible", "crime"}
    assert all(each.category == "against" and each.weight < 0 for each in causes)


def test_each_voice_is_judged_where_it_names_the_side() -> None:
    sides = (Side("Norland", ("Norland",)),)
    document = annotate("“Norland lied to us,” Ada Lin said. Norland is small.", sides=sides)
    voices = [each.voice for each in find(document) if each.category not in ("for", "against")]
    assert sorted(voices) == ["quoted", "reporter"]


def test_what_others_are_reported_to_say_is_not_the_reporters_tone() -> None:
    sides = (Side("Norland", ("Norland",)), Side("Lind", ("Lind", "Ada Lind")))
    text = "Ada Lind said that Norland had lied about the shameful deal. Norland is small."
    document = annotate(text, sides=sides)
    tones = [e for e in find(document) if e.category not in ("for", "against")]
    told = {(e.side, e.voice) for e in tones if e.sentence == 0}
    assert told == {("Norland", "quoted"), ("Lind", "reporter")}
    assert toward(document, "Norland", voice="quoted") < 0
    assert set(document.voices) == {"reporter"}


def test_toward_is_the_mean_and_undefined_where_the_side_is_not_named() -> None:
    sides = (Side("Norland", ("Norland",)), Side("Sudmark", ("Sudmark",)))
    document = annotate("Norland won praise. Norland lost nothing of note.", sides=sides)
    weights = [e.weight for e in find(document) if e.category not in ("for", "against")]
    assert toward(document, "Norland") == pytest.approx(sum(weights) / 2)
    assert math.isnan(toward(document, "Sudmark"))
    with pytest.raises(UsageError, match="did you mean 'Norland'"):
        toward(document, "Norlan")
