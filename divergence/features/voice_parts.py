"""Sentences as their voices divide them: what is quoted in a sentence is read on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from divergence.types import VOICES, Document, Span, Voice


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens of one sentence that are in one voice.

    ``whole`` runs from their first word to their last, whatever stands between. ``share`` is their
    part of the sentence's words, so that the parts of a sentence count as one sentence together.
    """

    sentence: int
    voice: Voice
    tokens: tuple[int, ...]
    whole: Span
    share: float


# Several features divide the same document one after the other.
@lru_cache(maxsize=1)
def parts(document: Document) -> tuple[Part, ...]:
    """Return the parts of every sentence that hold a word; the reporter's comes first."""
    return tuple(_parts(document))


def _parts(document: Document) -> Iterator[Part]:
    for number, span in enumerate(document.syntax.sentences):
        tokens_by_voice: dict[Voice, list[int]] = {}
        for token in range(*span):
            tokens_by_voice.setdefault(document.voices[token], []).append(token)
        words = {
            voice: [token for token in tokens_by_voice[voice] if document.is_word[token]]
            for voice in VOICES
            if voice in tokens_by_voice
        }
        total = sum(map(len, words.values()))
        for voice, inside in words.items():
            if inside:
                whole = Span(inside[0], inside[-1] + 1)
                yield Part(number, voice, tuple(tokens_by_voice[voice]), whole, len(inside) / total)
