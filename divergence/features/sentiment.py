"""Sentiment: how the words around each side sound.

It claims to show the tone of the sentences that name a side, not an opinion of the outlet. Each
sentence that names a side is scored by VADER's rules and word list over its words in the voice that
names the side. Names and the sides' own aliases are left out of the score ("Hope Street"), and so
is emphasis by capitals, which in news marks abbreviations. Known to be weak: words of war are
negative for whoever is named, and sentiment lists failed validation on headlines.

References
----------
Hutto and Gilbert (2014) VADER; van Atteveldt, van der Velden and Boukes (2021) The validity of
sentiment analysis.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from divergence.features.feature import Feature, Measure
from divergence.types import Article, Document, Evidence, Voice, VoiceChoice

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

THRESHOLD = 0.05
"""Compound scores nearer to 0 than this are neutral, as VADER's authors advise."""

# Nothing in VADER's rules looks further than three words back or two ahead.
_BACK, _AHEAD = 3, 2
_BEFORE_BUT, _AFTER_BUT = 0.5, 1.5
_ALPHA = 15.0


def find(document: Document) -> list[Evidence]:
    """Score every sentence that names a side, once for each side and voice that names it there.

    Examples
    --------
    >>> from divergence.text.annotate import annotate
    >>> from divergence.types import Side
    >>> sides = (Side("Norland", ("Norland",)),)
    >>> [e.category for e in find(annotate("Norland won praise for its help.", sides=sides))]
    ['positive']
    """
    named: dict[int, dict[tuple[Voice, str], None]] = {}
    for mention in document.mentions:
        place = mention.tokens.start
        voices = named.setdefault(document.sentence_of[place], {})
        voices[(document.voices[place], mention.side)] = None
    aliases = {token for mention in document.mentions for token in range(*mention.tokens)}
    found = []
    for sentence, sides in sorted(named.items()):
        scores: dict[Voice, tuple[list[int], float]] = {}
        for voice, side in sorted(sides):
            if voice not in scores:
                span = document.syntax.sentences[sentence]
                tokens = [token for token in range(*span) if document.voices[token] == voice]
                scores[voice] = (tokens, _compound(document, tokens, aliases))
            tokens, compound = scores[voice]
            found.append(
                Evidence(
                    "sentiment",
                    _category(compound),
                    document.syntax.starts[tokens[0]],
                    document.syntax.ends[tokens[-1]],
                    sentence,
                    voice,
                    side,
                    compound,
                )
            )
    return found


def toward(text: Article | Document, side: str, *, voice: VoiceChoice = "all") -> float:
    """Mean tone of the sentences that name a side.

    Parameters
    ----------
    text : Article or Document
        What to measure; the sides are those the document was annotated with.
    side : str
        Name of the side.
    voice : {"all", "reporter", "quoted"}
        Whose words to score.

    Returns
    -------
    float
        In [-1, 1], 0 is neutral; ``nan`` where the voice never names the side.

    Raises
    ------
    UsageError
        If the side or the voice is not known.

    Notes
    -----
    Do not read it as approval: a side that is bombed scores as low as one that bombs. Compare
    sources on the same event and side, where the subject is held constant.

    References
    ----------
    Hutto and Gilbert (2014) VADER; van Atteveldt et al. (2021).

    Examples
    --------
    >>> from divergence.text.annotate import annotate
    >>> from divergence.types import Side
    >>> document = annotate("Norland won praise.", sides=(Side("Norland", ("Norland",)),))
    >>> toward(document, "Norland") > 0
    True
    """
    from divergence.measuring.door import value

    return value(text, "sentiment.toward", voice=voice, side=side)


def _category(compound: float) -> str:
    if abs(compound) < THRESHOLD:
        return "neutral"
    return "positive" if compound > 0 else "negative"


class _Words:
    """The two attributes of VADER's text that its rules read."""

    __slots__ = ("is_cap_diff", "words_and_emoticons")

    def __init__(self, words: list[str]) -> None:
        self.words_and_emoticons = words
        self.is_cap_diff = False


def _compound(document: Document, tokens: list[int], aliases: set[int]) -> float:
    """VADER's compound score of some words of a sentence.

    Its rules are called word by word on a short window: scoring the sentence as a string splits it
    anew, lower-cases all of it at each charged word, and takes four times as long.
    """
    analyzer, boosters = _vader()
    words = [document.lowered[token] for token in tokens if document.lowered[token] != '"']
    kept = [token for token in tokens if document.lowered[token] != '"']
    but = words.index("but") if "but" in words else None
    total = 0.0
    for place, token in enumerate(kept):
        word = words[place]
        if (
            word not in analyzer.lexicon
            or word in boosters
            or (word == "kind" and words[place + 1 : place + 2] == ["of"])
            or token in aliases
            or document.syntax.tags[token].startswith("NNP")
        ):
            continue
        start = max(0, place - _BACK)
        window = _Words(words[start : place + _AHEAD + 1])
        valence = analyzer.sentiment_valence(0, window, word, place - start, [])[0]
        if but is not None and place != but:
            valence *= _BEFORE_BUT if place < but else _AFTER_BUT
        total += valence
    return float(total / (total * total + _ALPHA) ** 0.5)


@cache
def _vader() -> tuple[SentimentIntensityAnalyzer, frozenset[str]]:
    from vaderSentiment import vaderSentiment

    return vaderSentiment.SentimentIntensityAnalyzer(), frozenset(vaderSentiment.BOOSTER_DICT)


FEATURE = Feature(
    name="sentiment",
    version=1,
    family="sentiment",
    claim="How positive or negative the sentences sound that name each side.",
    reference="Hutto and Gilbert 2014; van Atteveldt et al. 2021",
    misfires=(
        "Words of war are negative for both sides, for the bombed as for the bomber; a sentence "
        "that names two sides gives both the same score; irony, sympathy and quoted insult are not "
        "told apart; pronouns are not traced to a side. Sentiment lists failed validation on news "
        "headlines, so read differences between sources on one event, never levels."
    ),
    find=find,
    measures=(
        Measure(
            name="sentiment.toward",
            title="Sentiment toward the side",
            unit="mean compound score, -1 to 1",
            direction="higher: more positive",
            per="side_evidence",
            of=("negative", "neutral", "positive"),
            among=("negative", "neutral", "positive"),
            per_side=True,
            bounds=(-1.0, 1.0),
        ),
    ),
)
