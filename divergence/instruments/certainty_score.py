"""How certain a sentence presents its finding, from 1 (least) to 6.

A ridge regression over lemmas, pairs of lemmas and the cues of uncertainty
(:mod:`divergence.instruments.uncertainty_cues`): how probable, of which part of speech, how deep in
the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from divergence.instruments.linear import Model, Verdict, load
from divergence.instruments.name_masking import masked
from divergence.instruments.uncertainty_cues import uncertainty
from divergence.types import Document

TASK = "certainty"
LOWEST, HIGHEST = 1.0, 6.0
_DEEPEST = 3
_KINDS = {"MD": "modal", "VB": "verb", "RB": "adverb", "JJ": "nominal", "NN": "nominal"}


def certainty(
    document: Document,
    tokens: Sequence[int],
    cues: Mapping[int, float],
    model: Model | None = None,
) -> Verdict:
    """Return how certain a stretch of text sounds and what each of its words adds.

    Trained on findings of science as news and papers tell them; a sentence that tells no finding
    still gets a number.
    """
    part = (model or load(TASK)).parts["sentence"]
    known = part.weights
    contributions = dict.fromkeys(tokens, 0.0)
    for token, name, value in features(document, tokens, cues):
        weight = known.get(name)
        if weight is not None:
            contributions[token] += weight * value
    score = part.intercept + sum(contributions.values())
    return Verdict(min(max(score, LOWEST), HIGHEST), contributions)


def features(
    document: Document, tokens: Sequence[int], cues: Mapping[int, float]
) -> Iterator[tuple[int, str, float]]:
    """Yield the features of a stretch: the token that each comes from, its name, its value."""
    lemmas, tags = masked(document).lemmas, document.syntax.tags
    first: dict[str, int] = {}
    last = "#"
    for token in tokens:
        lemma = lemmas[token]
        first.setdefault(lemma, token)
        first.setdefault(f"{last} {lemma}", token)
        last = lemma
    for name, token in first.items():
        yield token, name, 1.0
    whole = uncertainty(tokens, cues)
    total = sum(whole.contributions.values())
    for token, probability in whole.contributions.items():
        yield token, "=cues", probability
        yield token, "=any cue", whole.score * probability / total
        yield token, f"=depth {_depth(document, token)}", probability
        kind = _KINDS.get(tags[token][:2])
        if kind is not None:
            yield token, "=" + kind, probability


def _depth(document: Document, token: int) -> int:
    heads = document.syntax.heads
    depth = 0
    while depth < _DEEPEST and heads[token] != token:
        token = heads[token]
        depth += 1
    return depth
