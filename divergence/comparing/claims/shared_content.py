"""Whether two sentences have more in common than names, frequent words and a way of speaking.

"Mayor Ada Lin demanded an inquiry" and "The homes were flooded, Mayor Ada Lin said" share a name
and a title, and say nothing of one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from divergence.digesting.assertions import Assertion
from divergence.instruments.background_counts import background, information

# Words that are more frequent than this say little of what a sentence is about.
LEAST = 6.6
# So much alike, sentences need no second look.
SURE = 0.75
_BEGINNING = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def share_substance(a: Assertion, b: Assertion) -> bool:
    """Say whether what two sentences tell has a word in common that is no name and not frequent."""
    names = _names(a.matter) | _names(b.matter)
    mine, others = (_content_words(assertion.matter, names) for assertion in (a, b))
    return not mine or not others or bool(mine & others)


def _content_words(matter: str, names: Iterable[str]) -> set[str]:
    known = background().counts
    words = {word.lower() for word in _WORD.findall(matter)} - set(names)
    return {word[:_BEGINNING] for word in words if information(known.get(word, 0)) >= LEAST}


def _names(matter: str) -> set[str]:
    """Capitalised words; the first one only where it is not known without a capital."""
    words = _WORD.findall(matter)
    names = {word.lower() for word in words[1:] if word[0].isupper()}
    if words and words[0][0].isupper() and not background().counts.get(words[0].lower()):
        names.add(words[0].lower())
    return names
