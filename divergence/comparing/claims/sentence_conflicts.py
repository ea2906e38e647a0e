"""In which respects two sentences on one matter differ: figures, denials, doubts, when, where, who.

What only one of them gives is no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

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
from divergence.digesting.assertions import Circumstance, Claimant, Mark, Telling
from divergence.digesting.quotable import LedgerFigure
from divergence.phrases.saying import Words, saying

# Weights of what differs often without any conflict: two named speakers, two days of speaking.
NAMED, SPOKEN = 0.65, 0.6

Found = tuple[Aspect, Words, Words, float]


def differences(
    a: Telling, b: Telling, figures: Sequence[LedgerFigure], others: Sequence[LedgerFigure]
) -> Iterator[Found]:
    """Yield in which respects two sentences on one matter differ."""
    yield from _numbers(figures, others)
    yield from _marks("negation", a, b)
    yield from _marks("certainty", a, b)
    yield from _circumstances("period", a.times, b.times, same_time)
    yield from _circumstances("place", a.places, b.places, same_place)
    yield from _claimants(a.claimants, b.claimants)


def _numbers(mine: Sequence[LedgerFigure], others: Sequence[LedgerFigure]) -> Iterator[Found]:
    """Figures that find no counterpart in the other sentence, held against each other."""
    left = [a for a in mine if not any(both_right(a, b) for b in others)]
    right = [b for b in others if not any(both_right(a, b) for a in mine)]
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


def _marks(aspect: Aspect, a: Telling, b: Telling) -> Iterator[Found]:
    """Something that one sentence denies or doubts and the other tells without."""
    mine, others = (a.denied, b.denied) if aspect == "negation" else (a.doubted, b.doubted)
    for mark in mine:
        if _bears(mark, b.lemmas, others):
            yield aspect, f"{mark.words} {mark.about[0]}", _without(mark, aspect), 1.0
            return
    for mark in others:
        if _bears(mark, a.lemmas, mine):
            yield aspect, _without(mark, aspect), f"{mark.words} {mark.about[0]}", 1.0
            return


def _without(mark: Mark, aspect: Aspect) -> Words:
    """Phrase what the sentence without the mark says."""
    return saying(f"without.{aspect}", word=mark.about[0])


def _bears(mark: Mark, lemmas: frozenset[str], others: Sequence[Mark]) -> bool:
    """Whether a mark bears on something that the other sentence tells without any such mark.

    Where both sentences deny or doubt something, they mostly mean the same in other words.
    """
    return not others and bool(mark.about) and _known(mark.about[0], lemmas)


def _known(word: str, words: Iterable[str]) -> bool:
    """Whether a lemma, or another word of its family, is among others."""
    start = word[:5]
    return any(word == other or (len(start) == 5 and other.startswith(start)) for other in words)


def _circumstances(
    aspect: Aspect,
    mine: Sequence[Circumstance],
    others: Sequence[Circumstance],
    same: Callable[[Circumstance, Circumstance], bool],
) -> Iterator[Found]:
    for kind in dict.fromkeys(one.kind for one in mine):
        a = [one for one in mine if one.kind == kind]
        b = [one for one in others if one.kind == kind]
        left = [one for one in a if not any(same(one, other) for other in b)]
        right = [one for one in b if not any(same(one, other) for other in a)]
        if left and right:
            # Where both also share one, what is left may be about something else.
            weight = 2 / (len(a) + len(b)) * (SPOKEN if kind.startswith("spoken") else 1.0)
            yield aspect, left[0].words, right[0].words, weight
            return


def _claimants(mine: Sequence[Claimant], others: Sequence[Claimant]) -> Iterator[Found]:
    if not mine or not others or any(same_claimant(a, b) for a in mine for b in others):
        return
    a, b = mine[0], others[0]
    # A name and a description ("the president") may be one person.
    # And so may a letter and the one who wrote it.
    # Two who are named mostly speak for themselves, each on another matter.
    kind = 1.0 if a.named == b.named and a.actor and b.actor else 0.6
    kind *= NAMED if a.named and b.named else 1.0
    yield "claimant", a.words, b.words, kind * 2 / (len(mine) + len(others))


def opposed(a: Telling, b: Telling) -> bool:
    """Whether one sentence denies what the other tells."""
    return any(True for _ in _marks("negation", a, b))
