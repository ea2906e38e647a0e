"""Which words are loaded and which stretches of text read as loaded.

Two linear models in ``loaded/weights.json.gz``: one gives every content word the probability that
readers would mark it; the other judges the stretch by all its words and by those probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from divergence.instruments.linear import Model, Verdict, load, logistic
from divergence.instruments.name_masking import masked
from divergence.types import Document

TASK = "loaded"
_CONTENT = ("NN", "JJ", "VB", "RB")
_EDGE = "#"
_FLOOR = 0.01


@dataclass(frozen=True, slots=True)
class Slant:
    """Whether a stretch reads as loaded: its log-odds verdict and the probability of each word."""

    verdict: Verdict
    words: dict[int, float]

    @property
    def probability(self) -> float:
        """Probability that people would call the stretch loaded."""
        return logistic(self.verdict.score)


def slant(document: Document, tokens: Sequence[int], model: Model | None = None) -> Slant:
    """Return whether a stretch of text reads as loaded, and which words make it so.

    Trained on sentences of news from the United States, 2017 to 2020: see
    ``divergence/weights/loaded/MODEL_CARD.md``.
    """
    chosen = model or load(TASK)
    word = chosen.parts["word"]
    words = {token: logistic(word.score(names)) for token, names in word_features(document, tokens)}
    part = chosen.parts["sentence"]
    known = part.weights
    contributions = dict.fromkeys(tokens, 0.0)
    score = part.intercept
    for token, names, value in features(document, tokens, words):
        added = 0.0
        for name in names:
            if name in known:
                added += known[name]
        score += added * value
        if token is not None:
            contributions[token] += added * value
    return Slant(Verdict(score, contributions), words)


def word_features(
    document: Document, tokens: Sequence[int]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every content word of a stretch with the features that say whether it is loaded."""
    syntax = document.syntax
    words, lemmas = masked(document)
    tags, relations, heads = syntax.tags, syntax.relations, syntax.heads
    size = len(tags)
    for token in tokens:
        tag = tags[token]
        if tag[:2] in _CONTENT:
            head = heads[token]
            yield (
                token,
                (
                    "w=" + words[token],
                    "l=" + lemmas[token],
                    f"r={relations[token]}|{tag}",
                    "p=" + (lemmas[token - 1] if token else _EDGE),
                    "n=" + (lemmas[token + 1] if token + 1 < size else _EDGE),
                    f"t={tags[token - 1] if token else _EDGE}|{tag}",
                    "h=" + (lemmas[head] if head != token else _EDGE),
                ),
            )


def features(
    document: Document, tokens: Sequence[int], words: dict[int, float]
) -> Iterator[tuple[int | None, tuple[str, ...], float]]:
    """Yield the features of a stretch: the token they come from or None, names, their value.

    Everything is divided by the root of the number of tokens, so that long sentences are not
    loaded for being long.
    """
    lowered, lemmas = masked(document)
    tags = document.syntax.tags
    share = 1.0 / math.sqrt(max(len(tokens), 1))
    last = _EDGE
    for token in tokens:
        word = lowered[token]
        names = ("w=" + word, "l=" + lemmas[token], f"b={last} {word}", "t=" + tags[token])
        yield token, names, share
        last = word
    total = sum(words.values())
    yield None, ("=tokens",), math.log(max(len(tokens), 1))
    if total:
        highest = max(words.values())
        for name, value in (
            ("=sum", math.log(total + _FLOOR) - math.log(_FLOOR)),
            ("=max", math.log((highest + _FLOOR) / (1.0 - highest + _FLOOR)) - _LOWEST),
        ):
            for token, probability in words.items():
                yield token, (name,), value * probability / total


_LOWEST = math.log(_FLOOR / (1.0 + _FLOOR))
