"""Do two figures answer one question? What speaks for it, in named features, and how likely it is.

The features say how the numbers stand to each other, whether unit, subject, event, time, place and
claimant agree, and how alike the sentences are; a logistic regression weighs them
(``weights/questions``). No feature names a word of an article. Its card says how often it is right.

References
----------
Zhong, M., et al. (2023). Extracting victim counts from text. Proceedings of EACL.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from divergence.comparing.claims.same_claimant import same_claimant_words
from divergence.comparing.claims.same_number import (
    SMALL,
    counted,
    equal,
    is_telling,
    of_a_size,
    overlapping,
    reconcilable,
    same_named_happening,
    same_quantity,
    vaguely_right,
    within_rounding,
)
from divergence.comparing.claims.same_place import same_place_words
from divergence.comparing.claims.same_time import same_time_words
from divergence.digesting.quotable import LedgerFigure
from divergence.instruments.background_counts import background, information
from divergence.instruments.linear import Model, load, logistic
from divergence.instruments.sentence_similarity import words
from divergence.lexicons.calendar import DURATIONS
from divergence.text.figures.wordings.age_expressions import AGE

TASK, PART = "questions", "pair"
MONEY_AND_SHARES = frozenset({"percent", "percentage point", "dollar", "pound", "euro"})
PEOPLE = "people"
_STEM = 5
# Bits of information from which a word says what a subject is: "votes" does, "time" does not.
_CONTENT = 6.8
# Bounds of the bins of a likeness and of a share of common words.
_ALIKE = (0.05, 0.15, 0.25, 0.35, 0.45, 0.6, 0.8)
_SHARED = (0.01, 0.3, 0.5, 0.7, 0.95)
_NEAR, _APART = 1.2, 3.0
_TINY = 3
_LEAD = 4
# What a word of every subject still counts.
_COMMON = 0.2


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures of an event, and what has to be known of all of them to judge a pair."""

    figures: Sequence[LedgerFigure]

    @cached_property
    def subjects(self) -> tuple[frozenset[str], ...]:
        """Stems of each figure's subject."""
        known = background().counts
        return tuple(
            frozenset(
                word[:_STEM]
                for word in words(figure.subject)
                if information(known.get(word, 0)) >= _CONTENT
            )
            for figure in self.figures
        )

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How rare each stem is among the subjects."""
        holding = Counter(stem for subject in self.subjects for stem in subject)
        size = len(self.figures) + 1
        return {stem: math.log(size / n) + _COMMON for stem, n in holding.items()}

    @cached_property
    def of_outcome(self) -> Counter[tuple[str, ...]]:
        """How many figures an article has of one unit and event."""
        return Counter(map(outcome, self.figures))

    @cached_property
    def of_number(self) -> Counter[tuple[object, ...]]:
        """How many figures an article has of one number."""
        return Counter(map(_number, self.figures))

    def shared_subject(self, a: int, b: int) -> float:
        """Share of the subjects' stems that both have, rare ones counting more, in [0, 1]."""
        weigh = self.rarity
        total = sum(weigh[stem] for subject in (a, b) for stem in self.subjects[subject])
        common = sum(weigh[stem] for stem in sorted(self.subjects[a] & self.subjects[b]))
        return 2 * common / total if total else 0.0


def outcome(figure: LedgerFigure) -> tuple[str, ...]:
    """What an article counts, so that its only figure on it can be told."""
    return figure.at.source, figure.at.article, counted(figure), figure.event


def probability(known: Figures, a: int, b: int, alike: float, model: Model | None = None) -> float:
    """Return how likely two figures of an event answer one question; ``alike``: their sentences."""
    return logistic((model or load(TASK)).parts[PART].score(features(known, a, b, alike)))


def features(known: Figures, a: int, b: int, alike: float) -> Iterator[str]:
    """Say how two figures of an event stand to each other; the same whichever comes first."""
    first, second = known.figures[a], known.figures[b]
    number, numbers = _numbers(first, second)
    unit, kind = _units(first, second), _kind(first, second)
    inside = "in " if first.at.article == second.at.article else ""
    yield from (f"{inside}{number}", f"{inside}{numbers}", f"{number} {unit}")
    yield from (f"{inside}unit {unit}", f"{kind} {numbers}", f"{kind} {number}")
    share = _shared(known, a, b)
    yield from (f"subject {share}", f"{numbers} subject {share}", f"{kind} subject {share}")
    yield f"unit {unit} subject {share}"
    mine, theirs = known.subjects[a], known.subjects[b]
    if mine and theirs and (mine <= theirs or theirs <= mine):
        yield from ("subject within", f"{numbers} subject within")
    likeness = bisect_right(_ALIKE, alike)
    event = _events(first, second)
    window = _circumstance(first.window, second.window, same_time_words)
    place = _circumstance(first.place, second.place, same_place_words)
    claimant = _circumstance(first.claimant, second.claimant, same_claimant_words)
    for name in (
        f"alike {likeness}",
        f"event {event}",
        f"window {window}",
        f"place {place}",
        f"claimant {claimant}",
    ):
        yield from (name, f"{numbers} {name}")
    yield f"unit {unit} alike {likeness}"
    if event == unit == "same":
        yield f"question {numbers} {window} {place}"
    if outcome(first)[2:] == outcome(second)[2:] and (
        known.of_outcome[outcome(first)] == known.of_outcome[outcome(second)] == 1
    ):
        yield from ("only ones", f"{numbers} only ones")
    if equal(first, second) and (
        known.of_number[_number(first)] == known.of_number[_number(second)] == 1
    ):
        yield "only ones of the number"
    if max(first.at.sentence, second.at.sentence) < _LEAD:
        yield from ("in the lead", f"{numbers} in the lead")
    if inside and first.at.sentence == second.at.sentence:
        yield f"in one sentence {numbers}"


def _number(figure: LedgerFigure) -> tuple[object, ...]:
    return figure.at.source, figure.at.article, figure.low, figure.high


def _numbers(a: LedgerFigure, b: LedgerFigure) -> tuple[str, str]:
    """How two numbers stand to each other, closely and by whether both can be right."""
    if equal(a, b):
        size = "large" if a.low >= SMALL else "small" if a.low >= _TINY else "tiny"
        return f"equal {'telling' if is_telling(a) else size}", "equal"
    if within_rounding(a, b):
        return "rounded", "right"
    if vaguely_right(a, b):
        return "vague", "right"
    if reconcilable(a, b) or same_quantity(a, b):
        return "reconcilable", "right"
    if overlapping(a, b):
        return "overlapping", "other"
    if of_a_size(a, b, _NEAR):
        return "near", "other"
    return ("apart" if of_a_size(a, b, _APART) else "far"), "other"


def _units(a: LedgerFigure, b: LedgerFigure) -> str:
    if counted(a) == counted(b):
        return "same"
    return "converted" if same_quantity(a, b) else "other"


def _kind(a: LedgerFigure, b: LedgerFigure) -> str:
    units = {a.unit, b.unit}
    if units == {AGE}:
        return "age"
    if units <= DURATIONS:
        return "time"
    if units == {PEOPLE}:
        return "people"
    return "money or share" if len(units) == 1 and units <= MONEY_AND_SHARES else "things"


def _shared(known: Figures, a: int, b: int) -> str:
    if not known.subjects[a] or not known.subjects[b]:
        return "unknown"
    return str(bisect_right(_SHARED, known.shared_subject(a, b)))


def _events(a: LedgerFigure, b: LedgerFigure) -> str:
    if same_named_happening(a, b):
        return "same"
    return "one" if a.event or b.event else "none"


def _circumstance(a: str, b: str, same: Callable[[str, str], bool]) -> str:
    if a and b:
        return "same" if same(a, b) else "other"
    return "one" if a or b else "none"
