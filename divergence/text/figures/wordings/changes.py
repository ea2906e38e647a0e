"""Changes: "rose from 12 to 15" gives a number before and one after, and no range."""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.types import Span

_CHANGE = re.compile(
    r"(?:rose|risen|ris(?:e|es|ing)|fell|fall(?:s|en|ing)?|gr[eo]w(?:s|n|ing|th)?|climb\w*|drop\w*"
    r"|increas\w*|decreas\w*|declin\w*|jump\w*|shr[aiu]nk\w*|slid(?:e|es|ing)?|slip\w*|surg\w+"
    r"|balloon\w*|swell\w*|swoll\w*|revis\w+|updat\w+|cuts?|cutting|rais(?:e|ed|es|ing)|low(?:er"
    r"|ered|ering|ers)|reduc\w+|expand\w*|extend\w*|push\w*"
    r"|lift\w*|trim\w*|slash\w*|doubl\w+|tripl\w+|quadrupl\w+|halv\w+|chang\w+|go|goes|went"
    r"|gone|going|mov(?:e|ed|es|ing)|shift\w*|adjust\w*|correct\w*|plung\w*|plummet\w*|soar\w*|up"
    r"|down|edg(?:ed|es|ing)|dip\w*|widen\w*|narrow\w*|improv\w*|advanc\w*|spik\w*|tumbl\w*|sank"
    r"|sink\w*|boost\w*|cut|amend\w*|scal(?:e|ed|ing)|downgrad\w*|upgrad\w*|hik(?:e|ed|es|ing)"
    r"|accelerat\w*|slow\w*|eas(?:ed|es|ing)|retreat\w*|rebound\w*|recover\w*|dwindl\w*|diminish\w*"
    r"|swung|swing\w*|strengthen\w*|weaken\w*|progress\w*|toll|rate|number|tally|total|count|price)"
)
_RANGING = re.compile(r"(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|anything|ages?|aged|between)")


def is_change(word: str) -> bool:
    """Whether a word says that a number went up or down."""
    return _CHANGE.fullmatch(word) is not None


def tells_change(lowered: Sequence[str], before: int, behind: int, sentence: Span) -> bool:
    """Whether a sentence says that something changed "from" a token's number to another.

    Words that say a range ("ranged from 3 to 5") decide where both stand before the number.
    """
    for token in reversed(range(sentence.start, before)):
        if _RANGING.fullmatch(lowered[token]):
            return False
        if _CHANGE.fullmatch(lowered[token]):
            return True
    return any(_CHANGE.fullmatch(word) for word in lowered[behind : sentence.end])
