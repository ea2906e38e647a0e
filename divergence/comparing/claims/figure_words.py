"""What figures count, what happened to it and who says so, in words of the articles and of ours.

Most units are nouns of the articles and stay as they are. Some are ours ("people" for men, women
and patients, "dollar" for a sign), and so are the classes of what happened: those are phrases.
"""

from __future__ import annotations

from divergence.phrases import known
from divergence.phrases.saying import Words, saying
from divergence.types import UNNAMED_SPEAKER

# Whose a figure is that is given in nobody else's name.
OWN_NAME = saying("claimed.own_name")


def thing(unit: str) -> Words:
    """Name what is counted; "" is a number of something that the text does not name."""
    key = f"counted.{unit or 'number'}"
    return saying(key) if known(key) else unit


def happening(event: str) -> Words:
    """Name a class of what happened."""
    key = f"happened.{event.replace(' ', '_')}"
    return saying(key) if known(key) else event


def subject(unit: str, event: str, side: str, phrase: str = "") -> Words:
    """Name the subject of figures: "people killed (Northland)", or as an article tells it."""
    words = phrase or thing(unit)
    if not phrase and event and event != unit:
        words = saying("counted_as.happened", thing=words, happened=happening(event))
    return saying("counted_as.of_side", subject=words, side=side) if side else words


def claimant(words: str) -> Words:
    """Name who gives a figure, as the text does; whom it does not name, and the outlet itself."""
    if words == UNNAMED_SPEAKER:
        return saying("claimed.unnamed")
    return words or OWN_NAME
