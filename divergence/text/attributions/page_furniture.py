"""What stands in a text and gives nobody words: headlines, teasers of other articles, notes.

"MAYOR SAYS DAM IS SAFE", "Read more: Mayor says dam is safe", "(Editor's note: the story has been
corrected)".
"""

from __future__ import annotations

import re

from divergence.types import Syntax

_FEWEST = 3
_MOSTLY = 0.7
_TEASER = re.compile(
    r"[\W_]*(?:editor['’]?s['’]?\s+note|(?:read|see|watch|listen|click|sign\s+up|subscribe)\b[^.:\n]{0,20}|"
    r"more|related|recommended|photos?|videos?|warning|correction|update[ds]?|"
    r"more\s+(?:on|from|about)[^.:\n]{0,30})\s*:",
    re.IGNORECASE,
)


def furniture_tokens(text: str, syntax: Syntax) -> set[int]:
    """Tokens of sentences that are headlines, teasers or notes to the reader."""
    tokens: set[int] = set()
    for start, end in syntax.sentences:
        words = [word for word in syntax.words[start:end] if word.isalpha() and len(word) > 1]
        capital = len(words) >= _FEWEST and sum(map(str.isupper, words)) >= _MOSTLY * len(words)
        if capital or (start < end and _TEASER.match(text, syntax.starts[start])):
            tokens.update(range(start, end))
    return tokens
