"""Tone with the extra: causes add up, names do not count, voices stay apart."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from divergence.counting.tally import VOICE_CHOICES, tally, values
from divergence.features.sentiment import feature
from divergence.instruments.adapted_tone import (
    AdaptedTone,
    Pieces,
    attended,
    fitted_to,
    read_tone,
    write_tone,
)
from divergence.instruments.chosen_instruments import SHIPPED, TONE_FILE, Instruments
from divergence.instruments.encoder import Encoder
from divergence.instruments.target_tone import Tone, load
from divergence.text.annotate import annotate
from divergence.text.party_passages import passage
from divergence.types import Document, Side, Span

PARSED_ALIKE = 1e-3
"""Names are masked before anything is judged, but the parse may differ by a hair with others."""

STORY = (
    "{a} launched a brutal attack on the harbor of {b} on Monday. Officials in the region said "
    "{a} had lied about the talks. {b} won praise for its brave and patient answer. "
    "Aid groups blamed {a} for the deaths of villagers and thanked {b} for opening the road. "
    "“{b} has kept every promise,” a doctor said. Talks between {a} and {b} resume in May."
)


def _seen(text: str, name: str) -> Callable[[Callable[..., Tone]], Tone]:
    document = annotate(text)
    place = document.syntax.words.index(name)
    seen = passage(document, Span(0, len(document.syntax.words)), Span(place, place + 1))
    return lambda judge: judge(document, seen)


def _toward(document: Document, instruments: Instruments) -> dict[tuple[str, str], float]:
    counted = tally(document, (feature(instruments.tone),))
    table = values(counted)
    return {
        (column.name, voice): float(table[row, at])
        for row, column in enumerate(counted.columns)
        for at, voice in enumerate(VOICE_CHOICES)
        if column.name.startswith("sentiment.toward")
    }


def test_attention_adds_up_by_hand() -> None:
    states = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 0.0], [9.0, 9.0]])
    cut = Pieces((101, 1, 7, 102), (-1, 0, 1, -1), 1, (False, True, True, False))
    arrays = {
        "query": np.array([[[0.0, 1.0]]], dtype=np.float32),
        "query.bias": np.zeros((1, 1), dtype=np.float32),
        "key": np.array([[[math.log(3) / 2, 0.0]]], dtype=np.float32),
        "key.bias": np.zeros((1, 1), dtype=np.float32),
        "value": np.array([[[4.0, 0.0], [0.0, 8.0], [1.0, 1.0]]], dtype=np.float32),
    }
    # Attention: weights 1 and 3, so a quarter on the second row and three quarters on the third.
    found = attended(states, cut, arrays)
    assert found == pytest.approx(
        np.array([[0, 0, 0], [0, 2, 0.25], [6, 0, 1.5], [0, 0, 0]]), abs=1e-6
    )


def test_a_passage_of_names_alone_has_no_cause() -> None:
    cut = Pieces((101, 1, 102), (-1, 0, -1), 1, (False, False, False))
    assert not attended(np.ones((3, 2)), cut, {}).any()


def test_arrays_come_back_from_a_byte_a_number(tmp_path: Path) -> None:
    draw = np.random.default_rng(0)
    arrays = {
        "0.query.in": draw.normal(size=(4, 30)).astype(np.float32),
        "0.query.out": draw.normal(size=(30, 4)).astype(np.float32),
        "intercepts": np.array([0.1, 0.2, 0.3], dtype=np.float32),
    }
    write_tone(arrays, tmp_path / "x.npz", fingerprint="ab" * 32)
    back = read_tone(tmp_path / "x.npz")
    assert back.keys() == arrays.keys()
    assert all(np.abs(back[name] - arrays[name]).max() < 0.02 for name in arrays)
    assert fitted_to(tmp_path / "x.npz") == "ab" * 32


def test_what_ships_is_small_and_fits_the_model_it_names() -> None:
    files = [path for path in SHIPPED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 2.5 * 2**20
    assert len(fitted_to(SHIPPED / TONE_FILE)) == 64


def test_tone_tells_praise_from_blame_in_one_sentence(instruments: Instruments) -> None:
    text = "Critics blamed Norland for the deaths and thanked Sudmark for its help."
    blamed = _seen(text, "Norland")(instruments.tone)
    thanked = _seen(text, "Sudmark")(instruments.tone)
    assert blamed.label == "negative"
    assert thanked.balance > blamed.balance + 0.5


def test_causes_are_all_of_the_score(instruments: Instruments, encoder: Encoder) -> None:
    arrays = read_tone(SHIPPED / TONE_FILE)
    found = _seen("What a brilliant idea of Lind to sell the bridge.", "Lind")(
        AdaptedTone(encoder, arrays)
    )
    odds = math.log(found.positive / found.negative)
    linear = load().intercepts
    base = float(arrays["intercepts"][2] - arrays["intercepts"][0])
    base += float(arrays["blend"] * (linear[2] - linear[0]))
    assert odds == pytest.approx(base + sum(found.contributions.values()), abs=1e-3)
    assert found.negative + found.neutral + found.positive == pytest.approx(1, abs=1e-5)


def test_the_encoder_itself_is_left_alone(encoder: Encoder) -> None:
    before = encoder.vectors(["The mill burned down."])
    AdaptedTone(encoder, read_tone(SHIPPED / TONE_FILE))
    assert np.array_equal(before, encoder.vectors(["The mill burned down."]))


def test_what_is_judged_before_changes_nothing(instruments: Instruments) -> None:
    judge = _seen("Voters praised Lind for her brave and honest work.", "Lind")
    first = judge(instruments.tone)
    _seen("Critics blamed Norland.", "Norland")(instruments.tone)
    assert judge(instruments.tone) == first


@pytest.mark.parametrize(
    ("first", "second"), [("Russia", "Ukraine"), ("Norland", "Sudmark"), ("Ukraine", "Norland")]
)
def test_swapped_names_swap_the_scores(instruments: Instruments, first: str, second: str) -> None:
    def scored(a: str, b: str) -> dict[tuple[str, str], float]:
        sides = (Side(a, (a,)), Side(b, (b,)))
        return _toward(annotate(STORY.format(a=a, b=b), sides=sides), instruments)

    there, back = scored(first, second), scored(second, first)
    for (column, voice), value in there.items():
        other = column.translate(str.maketrans({"[": "\n"})).split("\n")[1].rstrip("]")
        swapped = column.replace(other, second if other == first else first)
        assert value == pytest.approx(back[swapped, voice], abs=PARSED_ALIKE, nan_ok=True)
    assert there[f"sentiment.toward[{second}]", "all"] > there[f"sentiment.toward[{first}]", "all"]


def test_causes_are_words_of_the_sentence_that_pull_its_way(instruments: Instruments) -> None:
    text = "Sudmark committed a terrible crime."
    document = annotate(text, sides=(Side("Sudmark", ("Sudmark",)),))
    judged, *causes = feature(instruments.tone).find(document)
    assert judged.category == "negative"
    assert {text[each.start : each.end] for each in causes} & {"terrible", "crime", "committed"}
    assert all(each.category == "against" and each.weight < 0 for each in causes)


def test_voices_are_told_apart(instruments: Instruments) -> None:
    text = "Norland won praise for its help. “Norland is a vile liar,” Ada Lin said."
    document = annotate(text, sides=(Side("Norland", ("Norland",)),))
    found = _toward(document, instruments)
    assert found["sentiment.toward[Norland]", "reporter"] > 0
    assert found["sentiment.toward[Norland]", "quoted"] < 0


def test_a_very_long_sentence_and_odd_signs_are_judged(instruments: Instruments) -> None:
    text = "Lind 🙂 said " + "and the road was closed " * 200 + "by a brave crew 水."
    assert 0 <= _seen(text, "Lind")(instruments.tone).neutral <= 1
