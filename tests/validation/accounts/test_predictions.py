"""What the program says of two invented accounts, in the form that readers label them in."""

from __future__ import annotations

from typing import Any, cast

import pytest

from divergence.types import Article, Side
from divergence.validation.accounts.event_predictions import predict

POST = (
    "The ferry hit the old pier at noon and 12 people were injured, Mayor Ada Lin said.\n\n"
    '"We are ready to repair the pier," Lin said. The ferry was built in Sudmark by hand.\n\n'
    "The harbor of Norport was closed on Monday after the ferry hit the old pier."
)
HERALD = (
    "The ferry hit the old pier at noon and 15 people were injured, police said.\n\n"
    "The harbor of Norport was closed on Monday after the ferry hit the old pier.\n\n"
    "Divers will look for the anchor until the weekend."
)
TEXTS = {"p": POST, "h": HERALD}


@pytest.fixture(scope="module")
def predicted() -> dict[str, list[dict[str, Any]]]:
    articles = [Article("p", "Post", POST), Article("h", "Herald", HERALD)]
    rows = predict("ferry", articles, [Side("Norport", ("Norport", "Lin"))])
    return cast(dict[str, list[dict[str, Any]]], rows)


def words(article: str, span: list[int]) -> str:
    return TEXTS[article][slice(*span)]


def test_speech_is_given_with_spans(predicted: dict[str, list[dict[str, Any]]]) -> None:
    quoted = next(row for row in predicted["speech"] if row["form"] == "direct")
    assert words("p", quoted["cue_span"]) == quoted["cue"] == "said"
    assert [words("p", span) for span in quoted["content_spans"]] == [quoted["content"]]
    assert (quoted["speaker"], quoted["side"], quoted["stance"]) == (
        "Ada Lin",
        "Norport",
        "neutral",
    )


def test_figures_of_one_thing_share_a_group(predicted: dict[str, list[dict[str, Any]]]) -> None:
    rows = {row["low"]: row for row in predicted["figures"]}
    assert "12" in words("p", rows[12]["span"]) == rows[12]["text"]
    assert rows[12]["group"] == rows[15]["group"] is not None
    assert rows[15]["claimant"] == "police"


def test_what_both_tell_and_what_one_has(predicted: dict[str, list[dict[str, Any]]]) -> None:
    closed = "The harbor of Norport was closed on Monday after the ferry hit the old pier."
    assert {"p": [closed], "h": [closed]} in [matter["told"] for matter in predicted["matters"]]
    for matter in predicted["matters"]:
        spans = matter["sentence_spans"]
        assert {a: [words(a, span) for span in spans[a]] for a in spans} == matter["told"]
        assert set(spans) == {"p", "h"}
    alone = {(row["article"], words(row["article"], row["span"])) for row in predicted["only"]}
    assert ("h", "Divers will look for the anchor until the weekend.") in alone
    assert ("p", closed) not in alone


def test_a_conflict_has_a_version_of_each(predicted: dict[str, list[dict[str, Any]]]) -> None:
    conflict = next(row for row in predicted["conflicts"] if row["kind"] == "number")
    assert words("p", conflict["version_spans"]["p"]) == conflict["versions"]["p"]
    assert "12 people" in conflict["versions"]["p"]
    assert "15 people" in conflict["versions"]["h"]


def test_an_article_alone_shares_nothing() -> None:
    rows = predict("ferry", [Article("p", "Post", POST)], [])
    assert rows["matters"] == rows["only"] == rows["conflicts"] == []
    figures = cast(list[dict[str, Any]], rows["figures"])
    assert figures
    assert {row["group"] for row in figures} == {None}
