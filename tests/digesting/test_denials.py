"""What a sentence denies: by a verb of denial, or by rejecting a claim."""

import pytest

from divergence.comparing.claims.sentence_judgment import judge_pairs, read_many
from divergence.digesting.assertions import assertions
from divergence.text.annotate import annotate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company rejected claims that the dam was unsafe.", "dam"),
        ("The company denied reports of a leak at the dam.", "leak"),
        ("She dismissed the idea that the ferry was old.", "ferry"),
        ("Bo Rask denied that safety would suffer.", "safety"),
        ("Nothing was found in the harbor.", "find"),
    ],
)
def test_what_a_claim_says_is_denied(text: str, expected: str) -> None:
    (cue,) = assertions(annotate(text))[0].denied
    assert cue.scope[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The union rejected the offer.",
        "The union rejected the offer of a raise.",
        "The court disputes the claim, Ada Lin said.",
    ],
)
def test_who_rejects_an_offer_or_names_no_claim_denies_nothing(text: str) -> None:
    assert assertions(annotate(text))[0].denied == ()


def test_a_rejected_claim_is_opposed_to_what_it_says() -> None:
    said = ["The company rejected claims that the dam was unsafe.", "The dam was unsafe, she said."]
    a, b = read_many(said)
    (one,) = judge_pairs([(a, b)])
    assert "negation" in [difference.aspect for difference in one.differences]
