"""Hedging: readings told apart, voices, rates counted by hand."""

from __future__ import annotations

import pytest

from divergence.errors import UsageError
from divergence.features import boosters, hedging
from divergence.text.annotate import annotate


def _found(text: str) -> list[str]:
    return [text[e.start : e.end].lower() for e in hedging.find(annotate(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voting may end in May.", ["may"]),
        ("They might lose the might of the fleet.", ["might"]),
        ("The mill could close.", ["could"]),
        ("Smoke could be seen from the hill.", []),
        ("The mill could not open.", []),
        ("About 40 farmers talked about the law.", ["about"]),
        ("Around 5,000 people walked around the square.", ["around"]),
        ("Some 80 homes and some barns burned.", ["some"]),
        ("The repair cost nearly $3 million.", ["nearly"]),
        ("He nearly fell.", []),
        ("Ten or so boats left.", ["or so"]),
        ("A strike is likely.", ["likely"]),
        ("They will most likely lose.", ["most likely"]),
        ("The pump seems to be broken.", ["seems"]),
        ("The best possible answer came as soon as possible.", []),
        ("The loan made the sale possible.", []),
        ("She thinks that the bank will fail.", ["thinks"]),
        ("He believes in ghosts.", []),
        ("The dam is believed to be safe.", ["believed"]),
        ("The mayor is expected to resign.", ["expected"]),
        ("He was held on suspicion of theft.", []),
        ("Police have a suspicion that the fire was set.", ["suspicion"]),
        ("It was a sort of boat.", []),
        ("The mine will close if prices fall.", []),
        ("The cause is unclear.", ["unclear"]),
        ("It isn't clear who won.", ["n't clear"]),
        ("The report could not be independently confirmed.", ["not be independently confirmed"]),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize("text", ["There is no doubt.", "It is not possible.", "He has no chance."])
def test_a_negated_hedge_is_a_booster(text: str) -> None:
    assert _found(text) == []
    assert len(boosters.find(annotate(text))) == 1


@pytest.mark.parametrize("text", ["It is not clear.", "She is not sure.", "That is not certain."])
def test_a_negated_booster_is_a_hedge(text: str) -> None:
    assert boosters.find(annotate(text)) == []
    assert len(_found(text)) == 1


def test_rate_is_per_hundred_words_of_the_voice() -> None:
    text = '"We may lose," Ada Lin said. Perhaps they will not.'
    assert hedging.rate(text) == pytest.approx(100 * 2 / 10)
    assert hedging.rate(text, voice="quoted") == pytest.approx(100 / 3)
    assert hedging.rate(text, voice="reporter") == pytest.approx(100 / 7)


def test_unknown_voice_is_refused() -> None:
    with pytest.raises(UsageError, match="reporter"):
        hedging.rate("It may rain.", voice="reportr")  # type: ignore[arg-type]
