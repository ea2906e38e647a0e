"""Which words of a text are cues of uncertainty, and which stretches they make uncertain.

Every word that can be a cue is looked at with its grammar: tag, relation, head, neighbors, negation
and conditionals. A linear model (``hedging/weights.json.gz``) gives the probability that it is a
cue here; a stretch is uncertain with the probability that at least one of its words is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from divergence.instruments.linear import Linear, Model, Verdict, load, logistic
from divergence.instruments.name_masking import masked
from divergence.lexicons.auxiliaries import IRREALIS
from divergence.lexicons.negators import OF_A_WORD
from divergence.types import Document, Span

TASK = "hedging"
# What the model was trained with.
_NEGATORS = OF_A_WORD | {"little"}
_EDGE = "#"


def cue_probabilities(document: Document, model: Model | None = None) -> dict[int, float]:
    """Return the probability of being a cue of uncertainty for every token that can be one.

    Trained on encyclopedia articles: see ``divergence/weights/hedging/MODEL_CARD.md``.
    """
    return _shipped(document) if model is None else _judged(document, model)


# Two features ask for the same document one after the other.
@lru_cache(maxsize=1)
def _shipped(document: Document) -> dict[int, float]:
    return _judged(document, load(TASK))


def _judged(document: Document, model: Model) -> dict[int, float]:
    part: Linear = model.parts["cue"]
    return {
        token: logistic(part.score(features))
        for token, features in candidates(document, model.words)
    }


def uncertainty(tokens: Iterable[int], probabilities: Mapping[int, float]) -> Verdict:
    """Return how uncertain a stretch of text is: the probability that one of its words is a cue."""
    inside = {token: probabilities[token] for token in tokens if token in probabilities}
    certain = 1.0
    for probability in inside.values():
        certain *= 1.0 - probability
    return Verdict(1.0 - certain, inside)


def likely_cues(probabilities: Mapping[int, float], model: Model | None = None) -> list[Span]:
    """Return the tokens that are cues by the model's threshold, neighbors joined."""
    threshold = (model or load(TASK)).numbers["cue"]
    return phrases(
        token for token, probability in probabilities.items() if probability >= threshold
    )


def phrases(tokens: Iterable[int]) -> list[Span]:
    """Join neighboring tokens into spans, in order."""
    joined: list[Span] = []
    for token in sorted(tokens):
        if joined and joined[-1].end == token:
            joined[-1] = Span(joined[-1].start, token + 1)
        else:
            joined.append(Span(token, token + 1))
    return joined


def candidates(document: Document, words: Mapping[str, str]) -> Iterator[tuple[int, list[str]]]:
    """Yield every token that can be a cue with its features, in text order."""
    lowered, lemmas = document.lowered, document.syntax.lemmas
    for sentence in document.syntax.sentences:
        flags: list[str] | None = None
        for token in range(*sentence):
            category = words.get(lemmas[token]) or words.get(lowered[token])
            if category is not None:
                if flags is None:
                    flags = _flags(document, sentence)
                yield token, _features(document, token, category, sentence, flags)


def _flags(document: Document, sentence: Span) -> list[str]:
    inside = set(document.lowered[sentence.start : sentence.end])
    flags = []
    if "if" in inside or "unless" in inside:
        flags.append("if")
    if not inside.isdisjoint(IRREALIS):
        flags.append("irrealis")
    if document.lowered[sentence.end - 1] == "?":
        flags.append("question")
    return flags


def _features(
    document: Document, token: int, category: str, sentence: Span, flags: list[str]
) -> list[str]:
    syntax = document.syntax
    lemmas, tags, relations = syntax.lemmas, syntax.tags, syntax.relations
    masks = masked(document).lemmas
    first, stop = sentence
    head = syntax.heads[token]
    rooted = head == token
    after, before = token + 1 < stop, token > first
    next_lemma = masks[token + 1] if after else _EDGE
    last_lemma = masks[token - 1] if before else _EDGE
    next_tag = tags[token + 1] if after else _EDGE
    last_tag = tags[token - 1] if before else _EDGE
    second_tag = tags[token + 2] if token + 2 < stop else _EDGE
    earlier_tag = tags[token - 2] if token - 2 >= first else _EDGE
    shared = [
        "r=" + relations[token],
        "ht=" + ("" if rooted else tags[head][:2]),
        "n=" + next_lemma,
        "p=" + last_lemma,
        "nt=" + next_tag,
        "pt=" + last_tag,
        f"ntt={next_tag}{second_tag}",
        f"ptt={earlier_tag}{last_tag}",
    ]
    shared += ["s=" + flag for flag in flags]
    lemma = "l=" + lemmas[token].lower()
    form = f"w={document.lowered[token]}/{tags[token]}"
    names = [lemma, form, "c=" + category, f"{form}|n={next_lemma}"]
    names.append(f"{lemma}|h={'' if rooted else masks[head]}")
    if token + 2 < stop:
        names.append(f"{lemma}|n2={masks[token + 2]}")
    if token - 2 >= first:
        names.append(f"{lemma}|p2={masks[token - 2]}")
    shared += _below(document, token)
    if not rooted:
        shared += _beside(document, token, head)
    for name in shared:
        names += [f"{lemma}|{name}", f"{category}|{name}"]
    return names


def _below(document: Document, token: int) -> Iterator[str]:
    """What depends on the word: negation, auxiliaries, subject, clauses and their markers."""
    lemmas, relations = document.syntax.lemmas, document.syntax.relations
    for child in document.children[token]:
        relation = relations[child]
        if relation == "punct":
            continue
        yield "ch=" + relation
        if lemmas[child] in _NEGATORS:
            yield "neg"
        if relation.startswith("aux") or relation in ("mark", "expl"):
            yield f"ch={relation}:{lemmas[child]}"
        elif relation.startswith("nsubj"):
            yield "sj=" + document.syntax.tags[child]
        elif relation in ("ccomp", "advcl"):
            for marker in document.children[child]:
                if relations[marker] == "mark":
                    yield f"{relation}:{lemmas[marker]}"


def _beside(document: Document, token: int, head: int) -> Iterator[str]:
    """What the word's head also governs: negation, auxiliaries, markers."""
    lemmas, relations = document.syntax.lemmas, document.syntax.relations
    for sibling in document.children[head]:
        if sibling != token and (
            relations[sibling].startswith("aux")
            or relations[sibling] == "mark"
            or lemmas[sibling] in _NEGATORS
        ):
            yield "sib=" + lemmas[sibling]
