"""Words of a text as one counts them to compare wording: letters or digits in a row, no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")


def words_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text, each with its place."""
    return WORD.finditer(text)


def n_words(text: str) -> int:
    """Count the words of a text."""
    return len(WORD.findall(text))
