"""Sentences and capital letters, for a reading of names that does not need the parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from divergence.lexicons.calendar import DATED
from divergence.lexicons.titles import BEHIND, SHORT
from divergence.types import Article

_ABBREVIATIONS = frozenset(title.capitalize() for title in SHORT | BEHIND)
_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,}}|(?:{'|'.join(sorted(_ABBREVIATIONS))})\.|[A-Z]\.(?=\s+[A-Z])"
    r"|[^\W\d_]+(?:[’'][^\W\d_]+|-[A-Z][^\W\d_]*)*|\n\s*\n|[^\w\s]"
)
_ENDS = frozenset({".", "!", "?", "“", '"', "”", ":", "•", "—"})
OFFICES = frozenset(
    "president minister chancellor premier general commander chief secretary spokesman spokeswoman "
    "spokesperson governor ambassador leader king queen prince lawmaker senator".split()
)
ROLES = OFFICES | frozenset(
    "prime foreign defense defence interior finance deputy vice state of former then acting "
    "the".split()
)
TITLES = _ABBREVIATIONS | frozenset(
    "President Prime Minister Foreign Defense Defence Interior Finance Deputy Vice Chancellor "
    "Premier General Commander Chief Secretary Spokesman Spokeswoman Governor Ambassador Leader "
    "King Queen Prince Senator Representative Congressman Congresswoman Speaker Mayor Judge "
    "Justice Attorney Chairman Chairwoman Director Colonel Captain Major Lieutenant Sheriff "
    "Reverend Pope Sir Lord Lady Dame Former Late Professor Republican Democratic Majority "
    "Minority Whip Candidate Nominee Officer Detective Counsel Special State".split()
)
NO_NAMES = frozenset(
    "Amendment Getty Images Photo NPR PBS HuffPost Section Reuters AFP AP CNN BBC MSNBC NBC CBS "
    "ABC Fox News Times Post Journal Press Twitter Facebook Instagram YouTube Telegram Internet "
    "God English Christmas TV Ministry Department House Senate Congress State States Party "
    "Committee Street University Capitol Hill Court Supreme Constitution Act Americans North South "
    "East West Northern Southern Eastern Western Central Mr Mrs Ms OPINION ANALYSIS".split()
)
# Words of a body's name, which alone name nobody: "the Supreme Court", "the Orm Committee".
BODY_WORDS = frozenset(
    "Committee Congress Court Department House Ministry Party Senate State Supreme "
    "University".split()
)
# A head of government's own house stands for nobody else.
NOBODY_ELSE = frozenset({"White House", "Oval Office"})
# Countries and capitals that people are called as well.
ALSO_NAMES = frozenset("Jordan Chad Georgia Israel Lima Sofia Paris London Victoria Muscat".split())


def rough_sentences(article: Article) -> Iterator[list[str]]:
    """Split an article roughly into sentences of words."""
    yield _TOKEN.findall(article.title)
    sentence: list[str] = []
    for token in _TOKEN.findall(article.text):
        if token in _ENDS or token.isspace():
            yield sentence
            sentence = []
        else:
            sentence.append(token)
    yield sentence


def name_words(texts: Sequence[Sequence[Sequence[str]]]) -> frozenset[str]:
    """Find the words that are names wherever they stand."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentences in texts:
        for tokens in sentences[1:]:
            for token in tokens[1:]:
                (upper if token[0].isupper() else lower)[without_possessive(token)] += 1
            if tokens and tokens[0][0].islower():
                lower[tokens[0]] += 1
    names = {word for word, count in upper.items() if count > lower[word.lower()]}
    # "On Monday Ada Lin left": a day is no part of the name behind it.
    return frozenset(name for name in names if name.lower() not in DATED)


def without_possessive(token: str) -> str:
    """Take the possessive ending off a word."""
    return re.sub(r"[’']s?$", "", token)
