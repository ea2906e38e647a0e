"""What the outlet says it could not check is its own word, and no attribution."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.types import Article


def unverified(text: str, source: str = "text") -> list[str]:
    document = annotate(Article("a", source, text))
    return [document.words_of(part) for denial in document.unverified for part in denial.content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Valley Herald could not verify the report.", "the report"),
        ("We were unable to verify the number of boats.", "the number of boats"),
        ("The newspaper could not independently confirm that the dam burst.", "that the dam burst"),
        ("The footage could not be independently verified.", "The footage"),
        ("Reuters was not able to verify the account.", "the account"),
    ],
)
def test_the_outlet_could_not_check(text: str, content: str) -> None:
    assert unverified(text) == [content]
    assert annotate(text).attributions == ()


def test_an_outlet_goes_by_its_own_name() -> None:
    text = "Ormline could not verify the video."
    assert unverified(text, "Ormline") == ["the video"]
    assert unverified(text, "Tarn Post") == []


@pytest.mark.parametrize(
    "text",
    [
        "Police could not confirm the number of boats.",
        "The footage could not be verified by the police.",
        "The Valley Herald verified the report.",
        '"We could not verify the report," Ada Lin said.',
        "Ada Lin said that the report could not be verified.",
    ],
)
def test_who_else_could_not_check_is_not_the_outlet(text: str) -> None:
    assert unverified(text) == []
