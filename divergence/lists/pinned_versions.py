"""What a report pins of the lists that were counted with: their versions and what they held."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.lexicons.packaged import all_lists
from divergence.lists.lexicon import Lexicon


def versions(own: Sequence[Lexicon] = ()) -> tuple[tuple[str, str], ...]:
    """Return every list with its version or its file and the first digits of its SHA-256."""
    return (
        *(
            (words.name, f"version {words.version}, sha256 {words.digest[:12]}")
            for words in all_lists()
        ),
        *((lexicon.name, _of_own(lexicon)) for lexicon in own),
    )


def _of_own(lexicon: Lexicon) -> str:
    held = f"own, sha256 {lexicon.digest[:12]}, {lexicon.source or 'words in the settings'}"
    if not lexicon.n_left_out:
        return held
    return f"{held}, {len(lexicon.terms):,} terms, {lexicon.n_left_out:,} left out"
