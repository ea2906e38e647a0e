"""Who is compared with whom: sources with each other, or each with all the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import Literal, NamedTuple

__all__ = ["THE_OTHERS", "SourceProfile"]


# What a source is held against where there are more than two.
THE_OTHERS = "the others"
# What was resampled of a party.
Basis = Literal["articles", "sentences", "none"]


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """How much text of a source was measured, and when it appeared."""

    source: str
    n_articles: int
    n_sentences: int
    n_words: int
    first: Date | None
    last: Date | None


class Pair(NamedTuple):
    """Places of a source and of its reference (None: all the others), and both names."""

    source: int
    reference: int | None
    names: tuple[str, str]


def compared_pairs(sources: Sequence[str], reference: str | None) -> Iterator[Pair]:
    """Pair two sources, each of several with all the others, or each with a chosen one."""
    if reference is None and len(sources) == 2:
        yield Pair(0, 1, (sources[0], sources[1]))
    elif reference is not None or len(sources) > 2:
        against = None if reference is None else sources.index(reference)
        named = THE_OTHERS if reference is None else reference
        for place, name in enumerate(sources):
            if place != against:
                yield Pair(place, against, (name, named))
