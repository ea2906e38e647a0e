"""When two people who label mean the same speaker, subject, time or place."""

from __future__ import annotations

import pytest

from divergence.validation.accounts.same_wording import (
    same_circumstance,
    same_speaker,
    same_subject,
)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ada Lin", "Lin", True),
        ("Mayor Ada Lin", "Ms. Lin", True),
        ("Ada Lin", "Tom Lin", False),
        ("Ada Lin", "Ada", True),
        ("Tom Rehn Jr.", "Tom Rehn", True),
        ("Tom A. Rehn Jr.", "Tom Rehn Sr.", False),
        ("the spokesman", "a spokesman for the port", False),
        ("port officials", "officials of the port", True),
        ("critics of the ferrymen", "critics of ferrymen", True),
        ("residents of Norport", "a resident in Norport", True),
        ("police", "Norport police", False),
        ("police", "the police", True),
        ("Ada Lin’s office", "Ada Lin's office", True),
        ("unknown", "Ada Lin", False),
        ("—", "—", True),
        ("—", "Ada Lin", False),
        ("", "Ada Lin", False),
    ],
)
def test_speakers(a: str, b: str, same: bool) -> None:
    assert same_speaker(a, b) is same
    assert same_speaker(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("people hurt", "hurt people", True),
        ("cost of the ferry", "ferry costs", True),
        ("soldiers killed near the bridge", "soldiers", False),
        ("soldiers killed", "soldier", True),
        ("", "", False),
        ("votes", "ships", False),
    ],
)
def test_subjects(a: str, b: str, same: bool) -> None:
    assert same_subject(a, b) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("", "", True),
        ("on the", "", True),
        ("Monday", "", False),
        ("on Monday", "Monday night", True),
        ("Norport", "Sudmark", False),
    ],
)
def test_times_and_places(a: str, b: str, same: bool) -> None:
    assert same_circumstance(a, b) is same
