"""Wording: how long sentences are, how hard the text is to read, how varied its words are.

It claims to show plain properties of the surface. Words are tokens with a letter or a digit.
Coleman and Liau's grade is linear in letters, words and sentences, so it adds up over sentences and
voices. MATTR is the mean share of different words in every window of 50; a window belongs to the
sentence and the voice of its first word. A sentence that is part quotation counts for each voice by
its words in that voice.

References
----------
Coleman and Liau (1975) A computer readability formula designed for machine scoring; Covington and
McFall (2010) Cutting the Gordian knot: the moving-average type-token ratio.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Voice

__all__ = ["FEATURE", "find", "mattr", "readability", "sentence_length"]

WINDOW = 50
_LETTERS, _SENTENCES, _CONSTANT = 5.88, -29.6, -15.8


def find(text: str | Article | Document) -> list[Evidence]:
    """Find the words, the grade and the windows of every sentence, in each of its voices.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.

    Returns
    -------
    list of Evidence
        By sentence and voice; the weights are numbers of words, grades and ratios.

    Examples
    --------
    >>> [(e.category, e.weight) for e in find("Two men left.")][0]
    ('words', 3.0)
    """
    document = as_document(text)
    places = [token for token, word in enumerate(document.is_word) if word]
    ratios = _window_ratios([document.lowered[token] for token in places])
    sums: dict[tuple[int, Voice], _Sums] = {}
    for number, token in enumerate(places):
        key = (document.sentence_of[token], document.voices[token])
        part = sums.get(key)
        if part is None:
            part = sums[key] = _Sums(document.syntax.starts[token])
        part.end = document.syntax.ends[token]
        part.words += 1
        part.letters += _n_letters(document.syntax.words[token])
        if number < len(ratios):
            part.windows += 1
            part.ratios += ratios[number]
    whole: dict[int, int] = {}
    for (sentence, _), part in sums.items():
        whole[sentence] = whole.get(sentence, 0) + part.words
    return [
        Evidence("wording", category, part.start, part.end, sentence, voice, None, weight)
        for (sentence, voice), part in sums.items()
        for category, weight in part.weights(part.words / whole[sentence])
    ]


class _Sums:
    """What one sentence holds in one voice."""

    __slots__ = ("end", "letters", "ratios", "start", "windows", "words")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.words = self.letters = self.windows = 0
        self.ratios = 0.0

    def weights(self, share: float) -> Iterator[tuple[str, float]]:
        """Weights by category; ``share`` is the part of the sentence that is in this voice."""
        yield "words", float(self.words)
        yield "grade", _LETTERS * self.letters + _SENTENCES * share + _CONSTANT * self.words
        if self.windows:
            yield "ttr", self.ratios
            yield "windows", float(self.windows)


def _window_ratios(words: list[str]) -> list[float]:
    """Share of different words in every full window, moved on by one word at a time."""
    if len(words) < WINDOW:
        return []
    counts: dict[str, int] = {}
    for word in words[:WINDOW]:
        counts[word] = counts.get(word, 0) + 1
    ratios = [len(counts) / WINDOW]
    for leaving, entering in zip(words[:-WINDOW], words[WINDOW:], strict=True):
        counts[entering] = counts.get(entering, 0) + 1
        if counts[leaving] == 1:
            del counts[leaving]
        else:
            counts[leaving] -= 1
        ratios.append(len(counts) / WINDOW)
    return ratios


def _n_letters(word: str) -> int:
    return len(word) if word.isalnum() else sum(map(str.isalnum, word))


FEATURE = Feature(
    name="wording",
    version=1,
    family="wording",
    claim="How long the sentences are, how hard the text is to read, how varied its words are.",
    reference="Coleman and Liau 1975; Covington and McFall 2010",
    misfires=(
        "Headlines, captions and lists count as sentences; long names make a text look hard; the "
        "grade of a text under a hundred words swings widely; MATTR has no value under 50 words."
    ),
    find=find,
    measures=(
        Measure(
            name="wording.sentence_length",
            title="Sentence length",
            unit="words per sentence",
            direction="higher: longer sentences",
            per="sentences",
            of=("words",),
            leads=False,
            note="Headlines and captions left in the text shorten the mean.",
            example=("Two men left. Nobody else saw them go.", 4.0),
        ),
        Measure(
            name="wording.readability",
            title="Readability (Coleman-Liau)",
            unit="US school grade",
            direction="higher: harder to read",
            per="words",
            of=("grade",),
            bounds=(-math.inf, math.inf),
            leads=False,
            note=(
                "Meant for running text of a hundred words and more: a short sentence of short "
                "words comes out far below zero. It sees letters and sentences, not ideas."
            ),
            example=("Two men left.", -6.07),
        ),
        Measure(
            name="wording.mattr",
            title="Variety of words (MATTR, 50 words)",
            unit="different words per word of a window",
            direction="higher: more varied",
            per="weight",
            of=("ttr",),
            among=("windows",),
            bounds=(0.0, 1.0),
            leads=False,
            undefined=(
                "the text has fewer than 50 words, or no window begins in the voice asked for"
            ),
            note=(
                "A window counts for the voice that it begins in; its words may run on into "
                "another. Names that recur lower the number, so a text about one person scores "
                "lower than a round-up."
            ),
            example=("Too short to tell.", None),
        ),
    ),
)
sentence_length = FEATURE.reader("sentence_length")
readability = FEATURE.reader("readability")
mattr = FEATURE.reader("mattr")
