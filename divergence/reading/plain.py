"""Plain text: the article, with loose header lines or front matter above it or with neither."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.reading.draft import Draft, InputFile
from divergence.reading.encoding import load
from divergence.reading.frontmatter import split_front_matter
from divergence.reading.headers import split_header


def drafts(file: InputFile) -> Iterator[Draft]:
    """Read a ``.txt`` file.

    Parameters
    ----------
    file : InputFile
        The file.

    Yields
    ------
    Draft
        One.

    Raises
    ------
    Unreadable
        See :func:`divergence.reading.encoding.load`.
    """
    front = split_front_matter(load(file.path))
    header = split_header(front.body, titled="title" in front.fields)
    yield Draft(file.place, file.stem, header.body, {**header.fields, **front.fields})
