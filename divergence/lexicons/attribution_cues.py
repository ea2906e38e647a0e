"""Attribution cues and actor nouns, arranged as the search for attributions needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from divergence.lexicons.packaged import load
from divergence.types import CueClass


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas that give words to a speaker, with the class of each cue."""

    verbs: Mapping[str, CueClass]
    nouns: Mapping[str, CueClass]
    adjectives: Mapping[str, CueClass]


@cache
def cues() -> Cues:
    """Return the attribution cues by word class, read once."""
    entries = load("attribution_cues").entries

    def of(pos: str) -> dict[str, CueClass]:
        return {e.term: cast(CueClass, e.category) for e in entries if e.pos == pos}

    return Cues(of("verb"), of("noun"), of("adjective"))


@cache
def actor_kinds() -> Mapping[str, str]:
    """Return nouns that can act or speak: lemma -> "person", "group" or "institution"."""
    return {entry.term: entry.category for entry in load("actors").entries}
