"""Whether two people who label one article mean the same speaker, quantity, time or place."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+")
_ENDING = re.compile(r"(ies|es|s|ed|ing)$")
_LONGEST_WITHOUT_ENDING = 4
_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for by and or its his her their who that were was is are be been "
    "with from as".split()
)
_TITLES = frozenset(
    "mr mrs ms dr sen sens senator rep reps representative gov governor president vice gen general "
    "col lt capt sgt police chief officer sheriff mayor judge justice secretary minister prime "
    "spokesman spokeswoman spokesperson the a an former us u s".split()
)
# "Jr." is another person.
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))
# So much of the shorter name or description must stand in the other.
_COMMON = 0.6
_ALIKE = 0.5


def stem(word: str) -> str:
    """Cut the ending of a word that is long enough to have one."""
    return _ENDING.sub("", word) if len(word) > _LONGEST_WITHOUT_ENDING else word


def same_speaker(labelled: str, other: str) -> bool:
    """Whether two ways to name a speaker name one: of a name its surname, of a role its head."""
    a, b = _name(labelled), _name(other)
    if not a or not b:
        return labelled == other
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    if _GENERATIONS & set(a) != _GENERATIONS & set(b):
        return False
    a = [word for word in a if word not in _GENERATIONS]
    b = [word for word in b if word not in _GENERATIONS]
    stems_a, stems_b = _stems(a), _stems(b)
    if not stems_a or not stems_b:
        return False
    common = len(stems_a & stems_b) / min(len(stems_a), len(stems_b))
    return common >= _COMMON and stem(a[-1]) in stems_b | {stem(b[-1])}


def same_subject(labelled: str, other: str) -> bool:
    """Whether half of the words of two noun phrases or more are the same (Dice)."""
    a, b = _stems(_words(labelled)), _stems(_words(other))
    common = len(a & b)
    return common > 0 and 2 * common / (len(a) + len(b)) >= _ALIKE


def same_circumstance(labelled: str, other: str) -> bool:
    """Whether two times or places share a word, or neither has any."""
    a, b = _stems(_words(labelled)), _stems(_words(other))
    return bool(a & b) or not (a or b)


def content_stems(text: str) -> set[str]:
    """Return the stems of the words of a phrase that mean something."""
    return _stems(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'").replace("'s", ""))


def _name(text: str) -> list[str]:
    """The words of a name without titles, or the titles where there is nothing else."""
    words = _words(text)
    return [word for word in words if word not in _TITLES] or words


def _stems(words: list[str]) -> set[str]:
    return {stem(word) for word in words if word not in _FUNCTION_WORDS}
