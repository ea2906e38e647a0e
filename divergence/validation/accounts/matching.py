"""Which predicted entry stands for which labelled one: by where they stand in the text.

Labels are taken in their order, and each takes the best prediction that is still free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from divergence.types import Span
from divergence.validation.accounts.entries import FigureEntry, Place, SpeechEntry

Fit = tuple[int, int]
T = TypeVar("T")
_HALF = 0.5
_SAME_NUMBER = 0.005


class Pair(NamedTuple):
    """Numbers of a label and of the prediction that stands for it."""

    labelled: int
    predicted: int


def speech_pairs(
    labelled: Sequence[SpeechEntry], predicted: Sequence[SpeechEntry]
) -> tuple[Pair, ...]:
    """Pair speech by cues that overlap, or by half of the content where one has no cue."""
    return _pairs(labelled, predicted, _speech_fit)


def figure_pairs(
    labelled: Sequence[FigureEntry], predicted: Sequence[FigureEntry]
) -> tuple[Pair, ...]:
    """Pair figures that overlap, those of the same value first."""
    return _pairs(labelled, predicted, _figure_fit)


def same_value(labelled: FigureEntry, predicted: FigureEntry) -> bool:
    """Whether two figures have the same value; an end that is open is no difference."""
    if labelled.low is None and labelled.high is None:
        return False
    return _near(labelled.low, predicted.low) and _near(labelled.high, predicted.high)


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def touches(a: Place, b: Place) -> bool:
    """Whether two stretches share half of the shorter one."""
    shorter = min(a.span.end - a.span.start, b.span.end - b.span.start)
    return a.article == b.article and overlap(a.span, b.span) >= _HALF * shorter


def _pairs(
    labelled: Sequence[T], predicted: Sequence[T], fit: Callable[[T, T], Fit | None]
) -> tuple[Pair, ...]:
    free = dict(enumerate(predicted))
    pairs = []
    for number, label in enumerate(labelled):
        fits = {other: fit(label, entry) for other, entry in free.items()}
        best = max((value for value in fits.values() if value), default=None)
        if best is not None:
            taken = next(other for other, value in fits.items() if value == best)
            pairs.append(Pair(number, taken))
            del free[taken]
    return tuple(pairs)


def _speech_fit(label: SpeechEntry, entry: SpeechEntry) -> Fit | None:
    if label.article != entry.article:
        return None
    if label.cue and entry.cue:
        return (1, 1) if overlap(label.cue, entry.cue) else None
    common = sum(overlap(a, b) for a in label.content for b in entry.content)
    shorter = min(_length(label.content), _length(entry.content))
    return (0, 1) if common >= _HALF * shorter else None


def _length(spans: Sequence[Span]) -> int:
    """How many characters spans hold, at least one: nothing is not half of nothing."""
    return sum(span.end - span.start for span in spans) or 1


def _figure_fit(label: FigureEntry, entry: FigureEntry) -> Fit | None:
    if label.article != entry.article or not label.span or not entry.span:
        return None
    common = overlap(label.span, entry.span)
    return (int(same_value(label, entry)), common) if common else None


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return True
    return abs(a - b) <= _SAME_NUMBER * max(abs(a), abs(b), 1e-9)
