"""The articles of a party as sentences of words, as the word engines read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Articles as sentences of words, and the event each is about ("" or nothing: not known).

    ``pairs`` holds for each sentence the places of words that may form one expression with the
    word after them; nothing: no pairs are looked at.
    """

    name: str
    articles: tuple[tuple[Words, ...], ...]
    events: tuple[str, ...] = ()
    pairs: tuple[tuple[tuple[int, ...], ...], ...] = ()

    def rows(self) -> Iterator[tuple[str, Sequence[Words], Sequence[tuple[int, ...]]]]:
        """Yield the event, the sentences and the places of pairs of every article."""
        events = self.events or ("",) * len(self.articles)
        pairs = self.pairs or ((),) * len(self.articles)
        for event, sentences, places in zip(events, self.articles, pairs, strict=True):
            yield event, sentences, places or ((),) * len(sentences)


def shared_events(events_a: Sequence[str], events_b: Sequence[str]) -> tuple[str, ...]:
    """Named events that both have an article on, in alphabetical order."""
    return tuple(sorted((set(events_a) & set(events_b)) - {""}))
