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
_MIN_FUNCTION_WORDS = 0.2
# What newspapers are written in. The identifier knows many more, and finds them in lists of names.
_LANGUAGES = frozenset(
    "en ar az bg bn bs ca cs cy da de el es et fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko "
    "lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur vi zh".split()
)
_FUNCTION_WORDS = frozenset(
    "the of and to in a that for on is with as was at by his it from he said an but have has had "
    "be are who were they their not which its this would will or been after about more we her she "
    "than out up when i you our there what one all no if so can".split()
)


@dataclass(frozen=True, slots=True)
class Language:
    """A two-letter code and the probability of it, among some fifty languages."""

    code: str
    probability: float


def identify(text: str) -> Language:
    """Name the most probable language of a text.

    Parameters
    ----------
    text : str
        At least some twenty words; less is guessing.

    Returns
    -------
    Language
        ``probability`` is in [0, 1]: scores are divided by the square root of the length in bytes
        before they are normalised, because the identifier's own are always near 0 or 1.

    References
    ----------
    Lui, M. and Baldwin, T. (2012). langid.py: an off-the-shelf language identification tool. ACL.

    Examples
    --------
    >>> identify("The council said on Monday that the bridge would stay closed.").code
    'en'
    """
    # Imported here: it loads a model, and reading is imported by the command line.
    from py3langid.langid import rank

    sample = text[:_SAMPLE]
    scale = math.sqrt(len(sample.encode()) or 1)
    scores = {code: score / scale for code, score in rank(sample) if code in _LANGUAGES}
    best = max(scores, key=lambda code: scores[code])
    total = sum(math.exp(score - scores[best]) for score in scores.values())
    return Language(best, 1 / total)


def foreign(text: str) -> Language | None:
    """Tell a text that is not English.

    Parameters
    ----------
    text : str
        The text of an article.

    Returns
    -------
    Language or None
        None where the text is English, or shorter than 20 words in the Latin alphabet, which is
        too little to judge.

    Notes
    -----
    A text is foreign only where the identifier says so of its beginning and of its middle, and
    fewer than a fifth of its words are English function words: an English article that is full of
    foreign names must not be lost.

    Examples
    --------
    >>> foreign("Le pont est fermé.") is None
    True
    >>> foreign("Le maire a dit lundi que le pont resterait fermé et que les habitants de la "
    ...         "ville devraient attendre encore la fin des travaux prévus.").code
    'fr'
    """
    words = re.findall(r"[^\W\d_]+", text[: 4 * _SAMPLE])
    latin = sum(1 for word in words if word[0] < "ɐ")
    if len(words) < MIN_WORDS and latin >= len(words) / 2:
        return None
    found = identify(text)
    if found.code == "en":
        return None
    english = sum(1 for word in words if word.lower() in _FUNCTION_WORDS)
    if english >= _MIN_FUNCTION_WORDS * len(words):
        return None
    middle = len(text) // 2
    if len(text) > 3 * _SAMPLE and identify(text[middle:]).code == "en":
        return None
    return found
