"""The linear models that ship: what causes a score, and what a file may hold."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from divergence.instruments import linear
from divergence.instruments.certainty_score import certainty
from divergence.instruments.linear import Linear, Model
from divergence.instruments.loaded_words import slant
from divergence.instruments.name_masking import is_name
from divergence.instruments.uncertainty_cues import cue_probabilities, likely_cues, uncertainty
from divergence.text.annotate import annotate
from divergence.types import Document
from divergence.weights import WEIGHTS_FOLDER

TASKS = ("certainty", "hedging", "loaded")
LIMIT = 1_000_000


def _cues(text: str) -> list[str]:
    document = annotate(text)
    return [document.words_of(span) for span in likely_cues(cue_probabilities(document))]


@pytest.mark.parametrize("task", TASKS)
def test_files_are_small_json_with_a_card(task: str) -> None:
    folder = WEIGHTS_FOLDER / task
    weights = folder / linear.FILE_NAME
    assert weights.stat().st_size <= LIMIT
    assert set(json.loads(gzip.decompress(weights.read_bytes()))) == {"numbers", "words", "parts"}
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    for heading in ("Data", "How", "Measured", "Misfires", "Did not help", "Rebuild"):
        assert f"**{heading}" in card


def test_write_and_read_give_the_same_model_and_bytes(tmp_path: Path) -> None:
    model = Model(
        {"one": Linear(0.5, {"b": 1.25, "a": -2.0, "tiny": 1e-5})}, {"x": 0.3}, {"if": "IN"}
    )
    path = linear.write(model, tmp_path)
    before = path.read_bytes()
    known = linear.read(path)
    assert known.parts["one"].weights == {"a": -2.0, "b": 1.25}
    assert known.words == {"if": "IN"}
    assert linear.write(known, tmp_path).read_bytes() == before


def test_score_adds_what_is_known() -> None:
    assert Linear(0.5, {"a": 1.0}).score(["a", "b", "a"]) == 2.5
    assert linear.logistic(-800.0) == 0.0
    assert linear.logistic(800.0) == 1.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may close on Friday.", ["may"]),
        ("The council met in May.", []),
        ("The ferry will probably be late.", ["probably"]),
        ("They talked about the war.", []),
        ("The dog barked at the mayor.", []),
        ("It is unclear whether the pump failed.", ["unclear whether"]),
    ],
)
def test_cues_in_plain_cases(text: str, expected: list[str]) -> None:
    assert _cues(text) == expected


def test_a_stretch_is_uncertain_when_one_of_its_words_is() -> None:
    verdict = uncertainty([1, 2, 3], {1: 0.5, 3: 0.5, 9: 1.0})
    assert verdict.score == 0.75
    assert verdict.contributions == {1: 0.5, 3: 0.5}
    assert uncertainty([], {1: 0.5}).score == 0.0


def _sum_of_parts(document: Document) -> float:
    cues = cue_probabilities(document)
    return sum(certainty(document, range(len(document.lowered)), cues).contributions.values())


def test_certainty_falls_with_hedges_and_says_which() -> None:
    plain, hedged = annotate("Tea lowers pressure."), annotate("Tea may perhaps lower pressure.")
    assert _sum_of_parts(hedged) < _sum_of_parts(plain)
    found = certainty(hedged, range(6), cue_probabilities(hedged))
    assert min(found.contributions, key=lambda token: found.contributions[token]) in (1, 2)
    assert 1.0 <= found.score <= 6.0


def test_certainty_is_its_base_and_its_parts() -> None:
    document = annotate("Tea may lower pressure.")
    found = certainty(document, range(5), cue_probabilities(document))
    base = linear.load("certainty").parts["sentence"].intercept
    assert found.score == pytest.approx(base + sum(found.contributions.values()))


def test_slant_names_the_words() -> None:
    text = "The shameless regime lied to its people."
    document = annotate(text)
    found = slant(document, range(8))
    assert found.probability > 0.5
    assert max(found.words, key=lambda token: found.words[token]) == 1
    assert slant(annotate("The council met on Monday."), range(6)).probability < 0.5


@pytest.mark.parametrize("text", ["", ".", "\U0001f642", "Привет, мир."])
def test_odd_text_is_scored(text: str) -> None:
    document = annotate(text)
    tokens = range(len(document.lowered))
    cues = cue_probabilities(document)
    assert 0.0 <= uncertainty(tokens, cues).score <= 1.0
    assert 1.0 <= certainty(document, tokens, cues).score <= 6.0
    assert 0.0 <= slant(document, tokens).probability <= 1.0


NAMES = (("Russia", "Ukraine"), ("Norland", "Sudmark"))


@pytest.mark.parametrize("pair", NAMES, ids=lambda pair: pair[0])
def test_scores_do_not_depend_on_which_side_is_named(pair: tuple[str, str]) -> None:
    """The names of two sides change places; the tolerance is a tenth of a probability."""
    text = "{} shelled the town and its troops may have lost ground, {} claimed on Monday."
    one, other = (annotate(text.format(*names)) for names in (pair, pair[::-1]))
    tokens = range(len(one.lowered))
    assert abs(slant(one, tokens).probability - slant(other, tokens).probability) < 0.1
    first, second = cue_probabilities(one), cue_probabilities(other)
    assert abs(uncertainty(tokens, first).score - uncertainty(tokens, second).score) < 0.1


def test_a_capital_after_a_quotation_mark_may_begin_a_sentence() -> None:
    document = annotate('Hale asked: "Open the gate to Lin." They did.')
    assert [word for n, word in enumerate(document.syntax.words) if is_name(document, n)] == [
        "Hale",
        "Lin",
    ]
