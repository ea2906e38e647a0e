"""Plain text: an article with a header or without one, or an archive's delivery saved as text."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.reading.archives import deliveries
from divergence.reading.draft import (
    MAX_CHARACTERS,
    TOO_LONG_REMEDY,
    Draft,
    InputFile,
    Unreadable,
    first_line,
    too_long,
)
from divergence.reading.formats.encoding import load
from divergence.reading.formats.frontmatter import split_front_matter
from divergence.reading.headers import split_header
from divergence.types import Rejection

MAX_DELIVERY_CHARACTERS = 60_000_000
# Archives wrap text at some seventy characters: a shorter line ends a paragraph or is a label.
_WRAPPED = (55, 100)


def drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    """Read a ``.txt`` file."""
    text = load(file.path, max_characters=MAX_DELIVERY_CHARACTERS)
    delivered = deliveries.drafts(_unwrapped(text.split("\n")), file)
    if delivered is not None:
        yield from delivered
        return
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(too_long(len(text)), TOO_LONG_REMEDY)
    front = split_front_matter(text)
    header = split_header(front.body, titled="title" in front.fields)
    fields = {**header.fields, **front.fields}
    yield Draft(file.place, file.stem, header.body, fields, first_line(text, header.body))


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs that were wrapped are one line again, where the whole text is wrapped."""
    shortest, widest = _WRAPPED
    lines = [line.strip() for line in lines]
    if max(map(len, lines)) > widest:
        return lines
    joined: list[str] = []
    full = False
    for line in lines:
        if full and line:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        full = len(line) >= shortest
    return joined
