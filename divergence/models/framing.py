"""Which of the five generic frames a whole article tells its story in.

One logistic regression a frame over five numbers: the logarithm of one plus the per cent of
sentences that carry a term of each frame's list. The terms in the text are what caused a score.
"""

from __future__ import annotations

import math
from functools import cache

from divergence.lexicons.matching import Matcher
from divergence.lexicons.packaged import load as load_lexicon
from divergence.models.linear import Model, load, logistic
from divergence.types import Document

FRAMES = ("conflict", "resolution", "human_interest", "morality", "economic")
TASK = "frames"


def frames(document: Document) -> dict[str, float]:
    """Return how probable each frame is for a whole article.

    Parameters
    ----------
    document : Document
        An article.

    Returns
    -------
    dict of str to float
        By frame, in [0, 1], as if each frame were in half of all articles; nan where the article
        has no sentence. A frame is told where it reaches its threshold, see :func:`told`.

    Notes
    -----
    Learned from 254 articles on climate change: on other topics not measured. Human interest and
    morality are rare there and found little better than by chance.

    References
    ----------
    Semetko and Valkenburg (2000) Framing European politics; Frermann et al. (2023) Conflicts,
    villains, resolutions.
    """
    model = load(TASK)
    return {
        frame: logistic(score) if not math.isnan(score) else math.nan
        for frame, score in frame_scores(rates(document), model).items()
    }


def told(document: Document) -> tuple[str, ...]:
    """Name the frames whose score reaches the threshold chosen for them."""
    model = load(TASK)
    scores = frame_scores(rates(document), model)
    return tuple(frame for frame in FRAMES if scores[frame] >= model.numbers[frame])


def frame_scores(found: dict[str, float], model: Model) -> dict[str, float]:
    """Return the log-odds of each frame; nan where there are no rates."""
    scores = {}
    for frame in FRAMES:
        part = model.parts[frame]
        added = sum(part.weights.get(name, 0.0) * rate for name, rate in found.items())
        scores[frame] = part.intercept + added if found else math.nan
    return scores


def rates(document: Document) -> dict[str, float]:
    """Log of one plus the per cent of sentences with a term of each frame; empty without any."""
    n_sentences = len(document.syntax.sentences)
    if not n_sentences:
        return {}
    found = {}
    for frame, matcher in _matchers().items():
        matches = matcher.find(document)
        carrying = {document.sentence_of[match.tokens.start] for match in matches}
        found[frame] = math.log1p(100 * len(carrying) / n_sentences)
    return found


@cache
def _matchers() -> dict[str, Matcher]:
    entries = load_lexicon("frames").entries
    return {
        frame: Matcher(entry for entry in entries if entry.category == frame) for frame in FRAMES
    }
