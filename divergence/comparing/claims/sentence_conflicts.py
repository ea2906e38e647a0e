"""In which respects two sentences on one matter differ: figures, denials, doubts, when, where, who.

What only one of them gives is no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from divergence.comparing.claims.claim_results import Aspect
from divergence.comparing.claims.figure_words import thing
from divergence.comparing.claims.same_claimant import same_claimant
from divergence.comparing.claims.same_number import (
    both_right,
    equal,
    of_a_size,
    other_side,
    other_unit,
    same_happening,
    same_named_happening,
)
from divergence.comparing.claims.same_place import same_place
from divergence.comparing.claims.same_time import same_time
from divergence.digesting.assertions import Assertion, Claimant, ScopedCue
from divergence.digesting.quotable import LedgerFigure
from divergence.digesting.time_phrases import Circumstance
from divergence.phrases.saying import Words, saying

# Weights of what differs often without any conflict: two named speakers, two days of speaking.
NAMED, SPOKEN = 0.65, 0.6

Part = TypeVar("Part")
WeightedDifference = tuple[Aspect, Words, Words, float]


def differences(
    a: Assertion, b: Assertion, figures: Sequence[LedgerFigure], others: Sequence[LedgerFigure]
) -> Iterator[WeightedDifference]:
    """Yield in which respects two sentences on one matter differ."""
    yield from _numbers(figures, others)
    yield from _cues("negation", a, b)
    yield from _cues("certainty", a, b)
    yield from _circumstances("period", a.times, b.times, same_time)
    yield from _circumstances("place", a.places, b.places, same_place)
    yield from _claimants(a.claimants, b.claimants)


def _numbers(
    mine: Sequence[LedgerFigure], others: Sequence[LedgerFigure]
) -> Iterator[WeightedDifference]:
    """Figures that find no counterpart in the other sentence, held against each other."""
    left, right = _without_counterpart(mine, others, both_right)
    crowd = 1 / max(1, len(left), len(right))
    for a in left:
        for b in right:
            if other_side(a, b):
                continue
            # With a common event, as the only ones, or of a size, two numbers can be of one thing.
            near = same_named_happening(a, b) or len(mine) + len(others) == 2 or of_a_size(a, b)
            if a.unit == b.unit and same_happening(a, b) and near:
                yield "number", a.text, b.text, crowd * (1.0 if a.event == b.event else 0.8)
            elif other_unit(a, b):
                same = 1.0 if equal(a, b) else 0.6
                yield "unit", _measured(a), _measured(b), crowd * same


def _measured(figure: LedgerFigure) -> Words:
    return saying("counted_as.measured", number=figure.text, unit=thing(figure.unit))


def _cues(aspect: Aspect, a: Assertion, b: Assertion) -> Iterator[WeightedDifference]:
    """Something that one sentence denies or doubts and the other tells without."""
    mine, others = (a.denied, b.denied) if aspect == "negation" else (a.doubted, b.doubted)
    for cue in mine:
        if _bears(cue, b.lemmas, others):
            yield aspect, f"{cue.words} {cue.scope[0]}", _without(cue, aspect), 1.0
            return
    for cue in others:
        if _bears(cue, a.lemmas, mine):
            yield aspect, _without(cue, aspect), f"{cue.words} {cue.scope[0]}", 1.0
            return


def _without(cue: ScopedCue, aspect: Aspect) -> Words:
    """Phrase what the sentence without the cue says."""
    return saying(f"without.{aspect}", word=cue.scope[0])


def _bears(cue: ScopedCue, lemmas: frozenset[str], others: Sequence[ScopedCue]) -> bool:
    """Whether a cue bears on what the other sentence tells without one; two cues mostly agree."""
    return not others and bool(cue.scope) and _known(cue.scope[0], lemmas)


def _known(word: str, words: Iterable[str]) -> bool:
    """Whether a lemma, or another word of its family, is among others."""
    start = word[:5]
    return any(word == other or (len(start) == 5 and other.startswith(start)) for other in words)


def _circumstances(
    aspect: Aspect,
    mine: Sequence[Circumstance],
    others: Sequence[Circumstance],
    same: Callable[[Circumstance, Circumstance], bool],
) -> Iterator[WeightedDifference]:
    for kind in dict.fromkeys(circumstance.kind for circumstance in mine):
        a, b = ([entry for entry in entries if entry.kind == kind] for entries in (mine, others))
        left, right = _without_counterpart(a, b, same)
        if left and right:
            # Where both also share one, what is left may be about something else.
            weight = 2 / (len(a) + len(b)) * (SPOKEN if kind.startswith("spoken") else 1.0)
            yield aspect, left[0].words, right[0].words, weight
            return


def _without_counterpart(
    mine: Sequence[Part], others: Sequence[Part], same: Callable[[Part, Part], bool]
) -> tuple[list[Part], list[Part]]:
    """What of either sentence nothing in the other is the same as."""
    left = [a for a in mine if not any(same(a, b) for b in others)]
    right = [b for b in others if not any(same(a, b) for a in mine)]
    return left, right


def _claimants(
    mine: Sequence[Claimant], others: Sequence[Claimant]
) -> Iterator[WeightedDifference]:
    if not mine or not others or any(same_claimant(a, b) for a in mine for b in others):
        return
    a, b = mine[0], others[0]
    # A name and a description ("the president") may be one person, a letter and its author as well.
    # Two who are named mostly speak for themselves, each on another matter.
    kind = 1.0 if a.named == b.named and a.actor and b.actor else 0.6
    kind *= NAMED if a.named and b.named else 1.0
    yield "claimant", a.words, b.words, kind * 2 / (len(mine) + len(others))


def opposed(a: Assertion, b: Assertion) -> bool:
    """Whether one sentence denies what the other tells."""
    return any(True for _ in _cues("negation", a, b))
