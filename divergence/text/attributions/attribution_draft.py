"""An attribution before its speaker has a name."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.types import AttributionKind, CueClass, Span


@dataclass(frozen=True, slots=True)
class AttributionDraft:
    """An attribution before its speaker has a name.

    ``source`` is the whole phrase of the speaker, ``speaker_head`` its topmost word; where only the
    parse shows who speaks, ``source`` is None.
    """

    sentence: int
    source: Span | None
    speaker_head: int | None
    cue: Span | None
    cue_lemma: str
    cue_class: CueClass
    content: tuple[Span, ...]
    kind: AttributionKind
