"""Attribution, quotation and speakers, counted by hand."""

from __future__ import annotations

import math

import pytest

from divergence.features import attribution, quotation, speakers
from divergence.types import Side

SIDES = (
    Side("Norland", ("Norland", "Norlander")),
    Side("Sudmark", ("Sudmark", "Sudmarkian")),
)
TEXT = (
    "Norlander officials said that the pass was open. Sudmarkian officials claimed it was closed."
)


def test_cues_per_hundred_words() -> None:
    assert attribution.rate(TEXT) == pytest.approx(100 * 2 / 14)
    assert attribution.distancing_share(TEXT) == 0.5


def test_words_given_to_each_side() -> None:
    # "that the pass was open" has five words, "it was closed" three.
    assert quotation.words_given(TEXT, "Norland", sides=SIDES) == 5 / 8
    assert quotation.words_given(TEXT, "Sudmark", sides=SIDES) == 3 / 8


def test_swapping_the_sides_swaps_their_words() -> None:
    swapped = TEXT.replace("Norland", "#").replace("Sudmark", "Norland").replace("#", "Sudmark")
    swapped = swapped.replace("Norlandian", "Norlander").replace("Sudmarker", "Sudmarkian")
    assert quotation.words_given(swapped, "Sudmark", sides=SIDES) == 5 / 8


def test_direct_share_weighs_words() -> None:
    text = "“The pass is open,” Ada Lin said. She added that the road may close."
    assert quotation.direct_share(text) == pytest.approx(4 / 9)


def test_named_and_unknown_speakers() -> None:
    text = "Ada Lin said the pass was open. They said the road was closed."
    assert speakers.named_share(text) == 0.5
    assert speakers.unknown_share(text) == 0.5


@pytest.mark.parametrize(
    "measure",
    [
        attribution.distancing_share,
        quotation.direct_share,
        speakers.named_share,
        speakers.unknown_share,
    ],
)
def test_nothing_attributed_is_undefined(measure) -> None:  # type: ignore[no-untyped-def]
    assert math.isnan(measure("The pass was open."))
