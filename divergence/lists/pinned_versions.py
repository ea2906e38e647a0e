"""What a report pins of the lists that were counted with: their versions and what they held."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.lexicons.packaged import all_lists, sha256
from divergence.lists.lexicon import Lexicon


def versions(own: Sequence[Lexicon] = ()) -> tuple[tuple[str, str], ...]:
    """Return every list with its version or its file and the first digits of its SHA-256."""
    return (
        *(
            (each.name, f"version {each.version}, sha256 {sha256(each.name)[:12]}")
            for each in all_lists()
        ),
        *((each.name, _of_own(each)) for each in own),
    )


def _of_own(lexicon: Lexicon) -> str:
    held = f"own, sha256 {lexicon.digest[:12]}, {lexicon.source or 'words in the settings'}"
    if not lexicon.n_left_out:
        return held
    return f"{held}, {len(lexicon.terms):,} terms, {lexicon.n_left_out:,} left out"
