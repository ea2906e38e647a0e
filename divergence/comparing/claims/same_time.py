"""Is it the same time? Of two sentences, of two figures, and of two phrases as worded."""

from __future__ import annotations

from collections.abc import Iterable

from divergence.comparing.claims.same_words import same_words
from divergence.digesting.assertions import Assertion
from divergence.digesting.quotable import LedgerFigure
from divergence.digesting.time_phrases import Circumstance, length_in_days, read_times


def same_time(a: Circumstance, b: Circumstance) -> bool:
    """Whether two times of one kind come to the same; "a few days" are two to six."""
    if a.key == b.key:
        return True
    if a.kind not in {"span", "duration"} or a.key[:-1] != b.key[:-1]:
        return False
    (low, high), (other_low, other_high) = length_in_days(a.key[-1]), length_in_days(b.key[-1])
    return low <= other_high and other_low <= high


def same_figure_time(
    a: LedgerFigure, b: LedgerFigure, first: Assertion, second: Assertion
) -> bool | None:
    """Whether two figures are of one time, given both sentences; None where one names none."""
    mine, theirs = (next(iter(read_times(figure.window)), None) for figure in (a, b))
    if mine is None or theirs is None or mine.kind != theirs.kind:
        return None
    return same_time(mine, theirs) or _given(mine, second.times) or _given(theirs, first.times)


def same_time_words(a: str, b: str) -> bool:
    """Whether two windows have the same words, or come to the same ("day", "24 hours").

    The ledger lists another precision ("a few days", "three days"), which is no conflict.
    """
    keys = [[(time.kind, time.key) for time in read_times(phrase)] for phrase in (a, b)]
    return same_words(a, b) or keys[0] == keys[1] != []


def _given(time: Circumstance, others: Iterable[Circumstance]) -> bool:
    return any(same_time(time, other) for other in others if other.kind == time.kind)
