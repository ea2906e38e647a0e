"""The wording of sources: the words that are their own, and how far vocabularies lie apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from divergence.comparing.keyness import Usage, key_terms, usage
from divergence.comparing.parts import THE_OTHERS
from divergence.comparing.results import KeyTerm, WordShift
from divergence.comparing.shift import FLOOR_ROUNDS, Texts, word_shift
from divergence.measuring.digest import Digest

# The noise floor of many sources takes fewer rounds each.
FEWEST_FLOOR_ROUNDS = 20


class Wording(NamedTuple):
    """Key terms and word shifts."""

    keyness: tuple[KeyTerm, ...]
    shifts: tuple[WordShift, ...]


def wording(ordered: Sequence[Digest], *, seed: int = 0, reference: str | None = None) -> Wording:
    """Find the key terms and word shifts of two sources, or of each of several against the others.

    Parameters
    ----------
    ordered : sequence of Digest
        The articles, sorted by source.
    seed : int, optional
        Seed of the noise floor.
    reference : str, optional
        The source that all others are held against.

    Returns
    -------
    Wording
        Empty with fewer than two sources.
    """
    by_source: dict[str, list[Digest]] = {}
    for each in ordered:
        by_source.setdefault(each.tally.article.source, []).append(each)
    names = list(by_source)
    if len(names) < 2:
        return Wording((), ())
    texts = {name: _texts(name, by_source[name]) for name in names}
    used = {name: usage(name, texts[name].articles) for name in names}
    if reference is None:
        reference = names[1] if len(names) == 2 else THE_OTHERS
    pairs = [(name, reference) for name in names if name != reference]
    rounds = max(FEWEST_FLOOR_ROUNDS, min(FLOOR_ROUNDS, 10 * FLOOR_ROUNDS // len(pairs)))
    terms: list[KeyTerm] = []
    shifts: list[WordShift] = []
    total = _pooled(list(used.values()))
    for name, against in pairs:
        other = used[against] if against in used else _without(total, used[name])
        rest = (
            texts[against]
            if against in texts
            else _texts(THE_OTHERS, [each for each in ordered if each.tally.article.source != name])
        )
        terms += key_terms(used[name], other)
        shifts.append(word_shift(texts[name], rest, rounds=rounds, seed=seed))
    return Wording(tuple(terms), tuple(shifts))


def _texts(name: str, digests: Sequence[Digest]) -> Texts:
    return Texts(
        name,
        tuple(tuple(sentence.words for sentence in each.sentences) for each in digests),
        tuple(each.tally.article.event for each in digests),
    )


def _pooled(parts: Sequence[Usage]) -> Usage:
    counts, articles, sentences = Counter[str](), Counter[str](), Counter[str]()
    for part in parts:
        counts.update(part.counts)
        articles.update(part.articles)
        sentences.update(part.sentences)
    return Usage(THE_OTHERS, counts, articles, sentences)


def _without(total: Usage, part: Usage) -> Usage:
    return Usage(
        total.name,
        total.counts - part.counts,
        total.articles - part.articles,
        total.sentences - part.sentences,
    )
