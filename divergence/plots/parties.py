"""Names of the parties of a comparison: sources as they write themselves, or all the others."""

from __future__ import annotations

from divergence.comparing.parts import THE_OTHERS
from divergence.phrases import say


def party(name: str) -> str:
    """Name a party the way a page shows it.

    Examples
    --------
    >>> party("Daily Bridge"), party("the others")
    ('Daily Bridge', 'the others')
    """
    return say("name.others") if name == THE_OTHERS else name
