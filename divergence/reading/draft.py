"""What a format hands on: the text and fields of one input, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MAX_CHARACTERS = 1_000_000
TOO_LONG_REMEDY = "Split it into one file (or row) per article."


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read and how to name it: ``place`` is its path below what the user asked for."""

    path: Path
    place: str

    @property
    def stem(self) -> str:
        """The file's name without its endings, which names the source where nothing else does."""
        name = readable(self.path.name)
        return name.split(".")[0] or name


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it.

    ``fields`` maps the names ``id source title date event url credit`` to what was found; every
    other name in it is kept as metadata. ``place`` is the path, with ``:7`` for a seventh row.
    ``first_line`` is the line of the file (from 1) that the text begins in, 0 where the text is no
    verbatim stretch of it.
    """

    place: str
    stem: str
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    first_line: int = 0


class Unreadable(Exception):
    """A file, or what is left of it, cannot be used; becomes one listed rejection."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def readable(name: str) -> str:
    """Give a file's name in characters that can be written."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def first_line(text: str, body: str) -> int:
    """Find the line that the end of a text begins in."""
    whole = text.rstrip()
    if not whole.endswith(body):
        return 0
    return whole.count("\n", 0, len(whole) - len(body)) + 1


def too_long(n_characters: int) -> str:
    """Phrase why a text is too long to be one article."""
    return f"too long for one article: {n_characters:,} characters, the limit is {MAX_CHARACTERS:,}"
