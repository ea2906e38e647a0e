"""Whether two sentences tell the same matter, and in which respect they differ.

Two sentences are on one matter where they are alike without their numbers, times, places,
speakers, denials and doubts, or where a figure ties them. Each of those is then held against the
other sentence's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from divergence.comparing.claims.claim_results import Aspect
from divergence.comparing.claims.same_number import SMALL, equal, same_named_happening
from divergence.comparing.claims.sentence_conflicts import differences
from divergence.digesting.assertions import Assertion
from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.instruments.sentence_similarity import Sentences
from divergence.phrases.saying import Words

Label = Literal["agree", "differ", "unrelated"]

# Settled on the development half of the probe (``divergence validate figures``).
SAME_MATTER = 0.5
# A denial or a doubt changes a whole sentence: the rest must be nearly the same.
NEARLY = {"negation": 0.65, "certainty": 0.55}
SURE = 0.8
# How well each aspect is read; numbers and denials are read off the words, places are guessed.
READ: dict[Aspect, float] = {
    "number": 0.9,
    "unit": 0.85,
    "negation": 0.9,
    "period": 0.8,
    "certainty": 0.75,
    "place": 0.7,
    "claimant": 0.65,
}
# A figure that is not small, of one kind of event, ties sentences that are this much alike.
TIED = 0.35


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence ready to be held against another: where it is, what it asserts, its figures."""

    ref: SentenceRef
    assertion: Assertion
    figures: tuple[LedgerFigure, ...] = ()


ReadSentences = Mapping[SentenceRef, ReadSentence]


@dataclass(frozen=True, slots=True)
class SentenceDifference:
    """One respect in which two sentences on one matter differ, with the words of each."""

    aspect: Aspect
    words: Words
    other: Words
    confidence: float


@dataclass(frozen=True, slots=True)
class Judgment:
    """A verdict on two sentences; ``alike`` in [0, 1] says how alike their matters are."""

    label: Label
    alike: float
    differences: tuple[SentenceDifference, ...] = ()


def judge_pairs(
    pairs: Sequence[tuple[ReadSentence, ReadSentence]], *, tied: bool = False
) -> tuple[Judgment, ...]:
    """Judge pairs of sentences: do they agree, differ, or tell different matters?

    The confidence is no probability: it ranks right conflicts above wrong ones, no more. On the
    development half of the probe all 28 conflicts of 0.45 or more were right. Read by eye on news
    of US politics (BASIL), 8 of the 9 of 0.45 or more were: 3 of 3 on the half of the events that
    the rules were settled on, 5 of 6 on the other; about one in four from 0.25 to 0.45. Above 0.45
    there were too few to tell the bands of the report ("perhaps", "probably", "likely") apart.
    Contradictions by negation, numbers, modality and structure: de Marneffe, Rafferty and Manning
    2008. Knows no synonyms.
    """
    if not pairs:
        return ()
    matters = [sentence.assertion.matter for pair in pairs for sentence in pair]
    whole = [sentence.ref.text for pair in pairs for sentence in pair]
    first = np.arange(0, len(matters), 2)
    bare = Sentences(matters).similarity(first, first + 1)
    full = Sentences(whole).similarity(first, first + 1)
    return tuple(
        # A short matter is little to go by: sentences alike as they stand are on one as well.
        _judgment(a, b, float(max(inner, outer if outer >= SURE else 0.0)), tied)
        for (a, b), inner, outer in zip(pairs, bare, full, strict=True)
    )


def read(text: str) -> ReadSentence:
    """Read one sentence on its own."""
    return read_many([text])[0]


def read_many(texts: Sequence[str]) -> tuple[ReadSentence, ...]:
    """Read sentences, each on its own; text after a first sentence is read as part of it."""
    from divergence.digesting.assertions import assertions, merged
    from divergence.digesting.digest import figures_of
    from divergence.text.annotate import annotate_many

    sentences = []
    for document in annotate_many(texts):
        ref = SentenceRef("text", "text", 0, 0, len(document.text), document.text)
        sentences.append(ReadSentence(ref, merged(assertions(document)), figures_of(document, ref)))
    return tuple(sentences)


def _judgment(a: ReadSentence, b: ReadSentence, alike: float, known: bool) -> Judgment:
    tied = known or any(_ties(x, y) for x in a.figures for y in b.figures)
    if not known and alike < (TIED if tied else SAME_MATTER):
        return Judgment("unrelated", alike)
    fit = min(1.0, max(0.0, (alike - SAME_MATTER / 2) / (SURE - SAME_MATTER / 2)))
    if tied:
        fit = max(fit, 0.6)
    respects = [
        SentenceDifference(aspect, words, other, round(fit * weight * READ[aspect], 3))
        for aspect, words, other, weight in differences(
            a.assertion, b.assertion, a.figures, b.figures
        )
        if alike >= NEARLY.get(aspect, 0.0)
    ]
    respects.sort(key=lambda difference: (-difference.confidence, difference.aspect))
    return Judgment("differ" if respects else "agree", alike, tuple(respects))


def _ties(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether two figures alone make it likely that both sentences are on one matter."""
    return equal(a, b) and a.unit == b.unit and same_named_happening(a, b) and a.low >= SMALL
