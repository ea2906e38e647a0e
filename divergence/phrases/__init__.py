"""Every word that a report says of its own, one language a file: ``en.toml`` is the English one.

Rules decide in code which phrase fits; the phrase, its word order, its plural and the way numbers
and lists are written stand in the catalogue, so that a translation is one new file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from divergence.phrases.catalogue import Catalogue, Phrase, languages, load

DEFAULT = "en"
_spoken: ContextVar[Catalogue | None] = ContextVar("spoken", default=None)

__all__ = [
    "DEFAULT",
    "Catalogue",
    "commas",
    "declared",
    "known",
    "languages",
    "listed",
    "load",
    "row",
    "say",
    "semicolons",
    "speaking",
    "spoken",
    "table",
]


def spoken() -> Catalogue:
    """Return the catalogue that is spoken here: English unless :func:`speaking` says otherwise."""
    return _spoken.get() or load(DEFAULT)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Speak another language within a block."""
    token = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(token)


def say(key: str, /, **fields: object) -> str:
    """Say the phrase of a key, page first ("claims.opening"), with the fields that it names.

    Whole numbers are written as the language groups them; ``{sources:source}`` is a number with
    its noun. A phrase with plural forms goes by the field ``n``.
    """
    return spoken().say(key, fields)


def row(key: str, /) -> tuple[str, ...]:
    """Return the labels of a row, such as the heads of a table's columns."""
    return spoken().row(key)


def table(name: str, /) -> dict[str, Phrase]:
    """Return a whole table of phrases by the rest of their keys, for a script that fills them."""
    start = f"{name}."
    phrases = spoken().phrases
    return {key.removeprefix(start): phrases[key] for key in phrases if key.startswith(start)}


def known(key: str) -> bool:
    """Tell whether the catalogue has a phrase."""
    return key in spoken().phrases


def declared(text: str) -> str:
    """Say what another room declares in English, such as a unit; as it is where not translated."""
    return spoken().declared.get(text, text)


def listed(items: Sequence[str]) -> str:
    """Join items as a sentence lists them: "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return say("list.pair", start=commas(items[:-1]), last=items[-1])


def semicolons(items: Sequence[str]) -> str:
    """Join items that hold commas of their own: "A, B; C"."""
    return say("list.semicolon").join(items)


def commas(items: Sequence[str]) -> str:
    """Join items that go on: "A, B, C"."""
    return say("list.comma").join(items)
