"""Sentiment: how the sentences that name a side sound toward it.

It claims to show the tone toward the side, not an opinion of the outlet. Every mention of a side is
judged by a linear model trained on political news that people labelled toward a target, with all
names masked, so that it cannot like or dislike a name. The words that moved a score most are given
as evidence of their own. The model card in ``divergence/weights/sentiment`` says how often it is
wrong.

References
----------
Hamborg and Donnay (2021) NewsMTSC; van Atteveldt, van der Velden and Boukes (2021) The validity of
sentiment analysis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Mention, Side, Span, Voice

__all__ = ["FEATURE", "feature", "find", "toward"]

if TYPE_CHECKING:
    from divergence.instruments.chosen_instruments import ToneJudge

LEAST_CAUSE = 0.2
"""Words that move the log-odds of positive against negative by less are not shown as causes."""
MOST_CAUSES = 3
_FARTHEST_HEAD = 2


def feature(judge: ToneJudge) -> Feature:
    """Return the feature with another instrument behind it, such as that of the semantic extra.

    Parameters
    ----------
    judge : callable
        Takes a Document and a passage of it, and says how the passage sounds.

    Returns
    -------
    Feature
        With the same measures.

    Examples
    --------
    >>> from divergence.instruments.target_tone import tone
    >>> feature(tone).measures == FEATURE.measures
    True
    """
    return replace(FEATURE, find=partial(find, judge=judge))


def find(
    text: str | Article | Document, *, sides: Sequence[Side] = (), judge: ToneJudge | None = None
) -> list[Evidence]:
    """Score every sentence that names a side, once for each side and voice that names it there.

    What the text says that others say or think counts as quoted here, with or without marks: in
    "Lind said Norland lied" the blame is Lind's. Several mentions in one sentence and voice are
    averaged. Behind each sentence that is not neutral come up to three words that moved it that
    way, in the categories ``for`` and ``against``; their weight is what they add to the log-odds of
    positive against negative.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.
    judge : callable, optional
        Another instrument than the built-in one.

    Returns
    -------
    list of Evidence
        By sentence; a weight is a tone in [-1, 1], or what a word adds.

    Examples
    --------
    >>> from divergence.types import Side
    >>> sides = (Side("Norland", ("Norland",)),)
    >>> [e.category for e in find("Norland won praise for its help.", sides=sides)][0]
    'positive'
    """
    from divergence.instruments.target_tone import tone

    document = as_document(text, sides=sides)
    voices = _voices(document)
    named: dict[tuple[int, Voice, str], list[Mention]] = {}
    for mention in document.mentions:
        place = mention.tokens.start
        key = (document.sentence_of[place], voices[place], mention.side)
        named.setdefault(key, []).append(mention)
    names = {token for mention in document.mentions for token in range(*mention.tokens)}
    spans: list[Evidence] = []
    for (sentence, voice, side), mentions in sorted(named.items()):
        spans.extend(_judged(document, (sentence, voice, side), mentions, names, judge or tone))
    return spans


def _judged(
    document: Document,
    where: tuple[int, Voice, str],
    mentions: list[Mention],
    names: set[int],
    judge: ToneJudge,
) -> Iterator[Evidence]:
    from divergence.instruments.target_tone import LABELS
    from divergence.text.party_passages import passage

    sentence, voice, side = where
    within = document.syntax.sentences[sentence]
    tones = [
        judge(
            document,
            passage(document, within, _party(mention, within), head=mention.head, names=names),
        )
        for mention in mentions
    ]
    chances = [sum(getattr(tone, label) for tone in tones) / len(tones) for label in LABELS]
    category = LABELS[chances.index(max(chances))]
    voices = _voices(document)
    inside = [token for token in range(*within) if voices[token] == voice]
    syntax = document.syntax
    yield Evidence(
        "sentiment",
        category,
        syntax.starts[inside[0]],
        syntax.ends[inside[-1]],
        sentence,
        voice,
        side,
        min(max(chances[2] - chances[0], -1.0), 1.0),
    )
    causes: dict[int, float] = {}
    for tone in tones:
        for token, added in tone.contributions.items():
            causes[token] = causes.get(token, 0.0) + added / len(tones)
    for token, added in _largest(document, causes, category, names):
        yield Evidence(
            "sentiment",
            "for" if added > 0 else "against",
            syntax.starts[token],
            syntax.ends[token],
            sentence,
            voice,
            side,
            added,
        )


@lru_cache(maxsize=1)
def _voices(document: Document) -> tuple[Voice, ...]:
    """Voice of every token, with indirect speech given to whoever speaks, not to the reporter."""
    voices = list(document.voices)
    for attribution in document.attributions:
        for content in attribution.content:
            voices[content.start : content.end] = ["quoted"] * (content.end - content.start)
    return tuple(voices)


def _party(mention: Mention, within: Span) -> Span:
    """The alias, together with the noun that it describes where that stands beside it."""
    start, end = mention.tokens
    near = start - _FARTHEST_HEAD <= mention.head < end + _FARTHEST_HEAD
    if mention.actor and near and within.start <= mention.head < within.end:
        start, end = min(start, mention.head), max(end, mention.head + 1)
    return Span(max(start, within.start), min(end, within.end))


def _largest(
    document: Document, causes: Mapping[int, float], category: str, names: set[int]
) -> list[tuple[int, float]]:
    """Words that moved the score most toward the category found, in text order."""
    sign = {"positive": 1, "negative": -1}.get(category, 0)
    ranked = sorted(
        (-sign * added, token)
        for token, added in causes.items()
        if sign * added >= LEAST_CAUSE
        and token not in names
        and any(map(str.isalpha, document.syntax.words[token]))
    )
    return sorted((token, causes[token]) for _, token in ranked[: MOST_CAUSES if sign else 0])


_JUDGED = ("negative", "neutral", "positive")
FEATURE = Feature(
    name="sentiment",
    version=5,
    family="sentiment",
    claim="How positive or negative the sentences that name each side sound toward it.",
    reference="Hamborg and Donnay 2021; Hutto and Gilbert 2014; van Atteveldt et al. 2021",
    misfires=(
        "What others are reported to say counts as quoted, with or without marks; where the tagger "
        "misses that they say it, their blame is the reporter's. "
        "Harm that is done to a side often scores as low as harm that it does; irony and sympathy "
        "are not understood; pronouns are not traced to a side; a side that only describes a "
        "place is scored all the same. Trained on politics in the United States, so read "
        "differences between sources on one event, not levels."
    ),
    find=find,
    measures=(
        Measure(
            name="sentiment.toward",
            title="Sentiment toward the side",
            unit="mean of P(positive) - P(negative), -1 to 1",
            direction="higher: more positive",
            per="side_evidence",
            of=_JUDGED,
            among=_JUDGED,
            per_side=True,
            bounds=(-1.0, 1.0),
            undefined="the voice never names the side",
            note=(
                "Indirect speech counts as quoted. Do not read it as approval: compare sources "
                "on the same event and side, where the subject is held constant."
            ),
            example=("Northern towns won praise.", 1.0),
        ),
        Measure(
            name="sentiment.charge",
            title="Words for, less against, the side",
            unit="log-odds per sentence that names the side",
            direction="higher: stronger words for the side",
            per="side_evidence",
            of=("for", "against"),
            among=_JUDGED,
            per_side=True,
            bounds=(float("-inf"), float("inf")),
            undefined="the voice never names the side",
        ),
    ),
)
toward = FEATURE.side_reader("toward")
