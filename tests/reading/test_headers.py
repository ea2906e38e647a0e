"""Loose headers are found, and first sentences are left alone."""

from __future__ import annotations

import pytest

from divergence.reading.headers import split_header

BODY = "The bridge is closed, the mayor said."


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (
            " date 2023-03-13 Bridge Closed For Good Photo by AFP",
            {"date": "2023-03-13", "title": "Bridge Closed For Good", "credit": "AFP"},
        ),
        (
            "Date: 2024-01-02 Ferry Sinks Photo: Jane Roe/Meridian",
            {"date": "2024-01-02", "title": "Ferry Sinks", "credit": "Jane Roe/Meridian"},
        ),
        (
            "13 March 2023 - Bridge Closed For Good",
            {"date": "13 March 2023", "title": "Bridge Closed For Good"},
        ),
        (
            "Bridge Closed For Good (March 13, 2023)",
            {"title": "Bridge Closed For Good", "date": "March 13, 2023"},
        ),
        ("Bridge Closed | 2023-03-13", {"title": "Bridge Closed", "date": "2023-03-13"}),
        ("Who closed the bridge?", {"title": "Who closed the bridge?"}),
        ("By Jane Roe and Per Holm", {"author": "Jane Roe and Per Holm"}),
        ("By Night, Drones Come", {"title": "By Night, Drones Come"}),
        ("Photo by Jane Roe/Meridian", {"credit": "Jane Roe/Meridian"}),
        ("Date: 03/04/2023", {"date": "03/04/2023"}),
        ("March 14, 2024 | Updated 5:02 p.m. ET", {"date": "March 14, 2024"}),
        ("14 March 2024 (last updated 15 March 2024)", {"date": "14 March 2024"}),
        ("Published 14 March 2024, Updated 15 March 2024", {"date": "14 March 2024"}),
    ],
)  # fmt: skip
def test_one_header_line(first: str, expected: dict[str, str]) -> None:
    header = split_header(f"{first}\n\n{BODY}")
    assert header.fields == expected
    assert header.body == BODY


def test_labelled_lines() -> None:
    header = split_header(
        "Source: Meridian Wire\nTitle: Bridge: closed. For good.\nDate: Monday, 13 March 2023\n"
        f"By Jane Roe, Oslund\nPhoto: a crew at work / Meridian\n\n{BODY}"
    )
    assert header.fields == {
        "source": "Meridian Wire",
        "title": "Bridge: closed. For good.",
        "date": "Monday, 13 March 2023",
        "author": "Jane Roe, Oslund",
        "credit": "a crew at work / Meridian",
    }
    assert header.body == BODY


def test_title_directly_above_a_date() -> None:
    header = split_header(f"Bridge Closed For Good\nPublished: 13 March 2023 10:00 GMT\n{BODY}")
    assert header.fields["title"] == "Bridge Closed For Good"
    assert header.fields["date"].startswith("13 March 2023")
    assert header.body == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Date palms line the road to the port.\n\nFew trucks pass.",
        "On 13 March 2023 the army said it had left.\n\nNobody saw it go.",
        "13 March 2023, posted at 7 on every door, was the day.\n\nIt had stood for years.",
        "13 March 2023 was the day the bridge fell.\n\nIt had stood for years.",
        "March 13, 2023 saw the bridge fall\nand the town cut off.\n\nIt had stood for years.",
        "Source: a man close to the talks said on Monday that they had failed.\n\nHe left.",
        "Photo by photo, the exhibition shows the flood.\n\nIt opened on Monday.",
        "The army said on Monday that it held\nthe town after a fight. Nobody could\nconfirm it.",
        "Foreign Minister Ada Lin and Defense Minister\nPer Holm said the bridge was closed.",
        "OSLUND, March 13, 2023 (Wire) — The bridge is closed.\n\nIt rained.",
        "OSLUND — The bridge is closed\n\nIt rained.",
        "It is over\n\nand nobody knows why.",
        "The talks failed; he left: nobody followed.\n\nIt rained.",
        "Bridge Closed For Good",
        "",
    ],
)
def test_first_sentences_are_not_eaten(text: str) -> None:
    header = split_header(text)
    assert header.fields == {}
    assert header.body == text


def test_a_date_before_a_sentence_is_taken_off_and_the_sentence_stays() -> None:
    header = split_header("date 2023-03-13 The bridge is closed, the mayor said. It rained.")
    assert header.fields == {"date": "2023-03-13"}
    assert header.body == "The bridge is closed, the mayor said. It rained."


def test_a_known_title_is_not_looked_for_again() -> None:
    header = split_header(f"An Open Question\n\n{BODY}", titled=True)
    assert header.fields == {}
    assert header.body.startswith("An Open Question")


def test_a_very_long_title_is_kept() -> None:
    title = "word " * 2000
    header = split_header(f"Title: {title}\n\n{BODY}")
    assert header.fields["title"] == title.strip()
    assert header.body == BODY
