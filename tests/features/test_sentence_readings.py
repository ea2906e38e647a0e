"""Sentences read as uncertain, certain or loaded: shares by voice, evidence that adds up."""

from __future__ import annotations

import math

import pytest

from divergence.errors import UsageError
from divergence.features import certainty, loaded, uncertainty
from divergence.features.voice_parts import parts
from divergence.text.annotate import annotate

MIXED = '"We may leave now," Ada Lin said.'


def test_parts_of_a_sentence_count_as_one() -> None:
    found = list(parts(annotate(MIXED + " Snow fell. ...")))
    assert [(part.sentence, part.voice) for part in found][:3] == [
        (0, "reporter"),
        (0, "quoted"),
        (1, "reporter"),
    ]
    assert sum(part.share for part in found if part.sentence == 0) == pytest.approx(1.0)
    assert found[1].share == pytest.approx(4 / 7)


def test_uncertain_sentences_are_shared_by_voice() -> None:
    assert uncertainty.sentences(MIXED, voice="quoted") == 1.0
    assert uncertainty.sentences(MIXED, voice="reporter") == 0.0
    assert uncertainty.sentences(MIXED) == pytest.approx(4 / 7)
    assert uncertainty.sentences("Snow fell. It may rain. It may not.") == pytest.approx(2 / 3)
    assert math.isnan(uncertainty.sentences("Snow may fall.", voice="quoted"))


def test_cues_of_a_sentence_weigh_one_together() -> None:
    document = annotate("It may rain if the wind turns, and perhaps it will snow.")
    found = uncertainty.find(document)
    assert len(found) >= 2
    assert sum(evidence.weight for evidence in found) == pytest.approx(1.0)


def test_certainty_is_the_sum_of_its_evidence() -> None:
    document = annotate("Tea may help. Tea is brewed from leaves.")
    found = certainty.find(document)
    sums = [sum(e.weight for e in found if e.sentence == number) for number in (0, 1)]
    assert sums[0] < sums[1]
    assert certainty.mean(document) == pytest.approx(sum(sums) / 2)


def test_certainty_of_voices() -> None:
    assert certainty.mean(MIXED, voice="quoted") < certainty.mean(MIXED, voice="reporter")
    assert math.isnan(certainty.mean("..."))


def test_loaded_sentences() -> None:
    text = "The shameless regime lied to its people again. The council met on Monday."
    assert loaded.sentences(text) == 0.5
    (sentence,) = {evidence.sentence for evidence in loaded.find(annotate(text))}
    assert sentence == 0


def test_unknown_voice() -> None:
    with pytest.raises(UsageError):
        loaded.sentences("Rain fell.", voice="editor")  # type: ignore[arg-type]
