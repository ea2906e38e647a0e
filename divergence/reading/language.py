"""Which language a text is written in, from its first thousand characters.

The lexicons, the syntax model and every reference figure are English; a text in another language
would be measured as nonsense with a straight face.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

MIN_WORDS = 20
_SAMPLE = 1000
# What newspapers are written in. The identifier knows many more, and finds them in lists of names.
_LANGUAGES = frozenset(
    "en ar az bg bn bs ca cs cy da de el es et fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko "
    "lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur vi zh".split()
)
# Words that English has and its neighbours have not ("in", "was", "of", "is" are Dutch as well).
# They are 5% to 25% of the words of English news, and about none of other languages' words.
_ENGLISH_ONLY = frozenset(
    "the and to that with by from it his this which would their have been were they has its not "
    "but who".split()
)
_PLAINLY_ENGLISH = 0.1
_MAX_ENGLISH = 0.001


@dataclass(frozen=True, slots=True)
class Language:
    """The most probable language, its probability among some fifty, and that of English."""

    code: str
    probability: float
    english: float


def identify(text: str) -> Language:
    """Name the most probable language of a text.

    Lui, M. and Baldwin, T. (2012). langid.py: an off-the-shelf language identification tool. ACL.
    """
    # Imported here: it loads a model, and reading is imported by the command line.
    from py3langid.langid import rank

    sample = text[:_SAMPLE]
    scale = math.sqrt(len(sample.encode()) or 1)
    scores = {code: score / scale for code, score in rank(sample) if code in _LANGUAGES}
    best = max(scores, key=lambda code: scores[code])
    total = sum(math.exp(score - scores[best]) for score in scores.values())
    return Language(best, 1 / total, math.exp(scores["en"] - scores[best]) / total)


def foreign_language(text: str) -> Language | None:
    """Tell a text that is not English.

    The identifier is asked only about texts that lack the commonest English words, and it is
    believed only where it gives English less than a thousandth, at the beginning and in the middle:
    an English list of foreign names must not be lost.
    """
    words = _words(text)
    latin = sum(1 for word in words if word[0] < "ɐ")
    if len(words) < MIN_WORDS and latin >= len(words) / 2:
        return None
    if sum(1 for word in words if word in _ENGLISH_ONLY) >= _PLAINLY_ENGLISH * len(words):
        return None
    language = identify(text)
    if language.english >= _MAX_ENGLISH:
        return None
    middle = text[len(text) // 2 :]
    if len(text) > 3 * _SAMPLE and identify(middle).english >= _MAX_ENGLISH:
        return None
    return language


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
