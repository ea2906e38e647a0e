"""Names as charts and sentences show them: of parties, alone and listed, and of families."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.comparing.parties import THE_OTHERS
from divergence.phrases import commas, known, listed, say
from divergence.plots.lettering import plain


def party(name: str) -> str:
    """Name a party the way a page shows it."""
    return say("name.others") if name == THE_OTHERS else name


def short(name: str) -> str:
    """Name of a source or speaker at a length that a sentence can hold."""
    return plain(party(name), limit=48)


def list_of(names: Sequence[str], *, most: int = 6) -> str:
    """Join names: "A, B and C", "A, B and 4 more"."""
    shown = [short(name) for name in names]
    if len(shown) > most:
        return say("list.more", start=commas(shown[: most - 1]), n=len(shown) - most + 1)
    return listed(shown)


def topic(family: str) -> str:
    """Name of what a family of measures is about; a family without a phrase goes by its own."""
    key = f"topic.{family}"
    return say(key) if known(key) else family


def capital(text: str) -> str:
    """Begin a heading or a sentence with a capital letter."""
    return text[:1].upper() + text[1:]
