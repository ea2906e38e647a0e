"""The ledger of figures: who gives which number of the same thing, in whose name, for which time.

Figures of one event that answer one question are put side by side; what differs between sources is
said in their own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from divergence.comparing.claims.claim_results import (
    LedgerDifference,
    LedgerEntry,
    Respect,
    text_order,
)
from divergence.comparing.claims.figure_groups import figure_groups
from divergence.comparing.claims.figure_words import claimant, happening, subject
from divergence.comparing.claims.same_claimant import same_claimant_words
from divergence.comparing.claims.same_number import reconcilable, same_number_words
from divergence.comparing.claims.same_place import same_place_words
from divergence.comparing.claims.same_time import same_time_words
from divergence.comparing.claims.same_words import same_words
from divergence.digesting.quotable import LedgerFigure
from divergence.phrases.saying import Words
from divergence.text.figures.quantities import is_counted

Same = Callable[[str, str], bool]
# What need not be a word of an article is put as a phrase of ours.
_PHRASED: dict[Respect, Callable[[str], Words]] = {"event": happening, "claimant": claimant}


class Verdicts(NamedTuple):
    """How many entries of a ledger agree, differ, or have figures of one source only."""

    agree: int
    differ: int
    only: int

    @property
    def compared(self) -> int:
        """Entries with figures of two sources or more."""
        return self.agree + self.differ


def verdicts(entries: Iterable[LedgerEntry]) -> Verdicts:
    """Count how many entries two sources or more have, and in how many the numbers match."""
    tally = Counter(entry.verdict for entry in entries)
    return Verdicts(tally["agree"], tally["differ"], tally["only"])


def ledger(
    figures: Sequence[LedgerFigure], *, event: str = "", sources: Sequence[str] = ()
) -> tuple[LedgerEntry, ...]:
    """Put the figures of articles on one event side by side (Zhong et al. 2023).

    A figure that no other article has stands alone, also where a common question was not seen. Ages
    and lengths of time stand here only where two sources give them.
    """
    ordered = sorted(figures, key=_order)
    everyone = sorted({*sources, *(figure.at.source for figure in ordered)})
    groups = [[ordered[member] for member in group] for group in figure_groups(ordered)]
    entries = [_entry(group, event, everyone) for group in groups if _has_a_row(group)]
    return tuple(sorted(entries, key=lambda entry: (-_n_sources(entry), _order(entry.figures[0]))))


def _has_a_row(figures: Sequence[LedgerFigure]) -> bool:
    return is_counted(figures[0].unit) or len({figure.at.source for figure in figures}) > 1


def _order(figure: LedgerFigure) -> tuple[object, ...]:
    return *text_order(figure.at), figure.low, figure.high, figure.text, figure.unit


def _n_sources(entry: LedgerEntry) -> int:
    return len({figure.at.source for figure in entry.figures})


def _entry(figures: Sequence[LedgerFigure], event: str, everyone: Sequence[str]) -> LedgerEntry:
    by_source: dict[str, list[LedgerFigure]] = {}
    for figure in figures:
        by_source.setdefault(figure.at.source, []).append(figure)
    groups = list(by_source.values())
    differences = _differences(groups)
    verdict: Literal["agree", "differ", "only"] = "differ" if _numbers_differ(groups) else "agree"
    return LedgerEntry(
        event=event,
        subject=_subject(figures),
        verdict="only" if len(groups) == 1 else verdict,
        figures=tuple(figures),
        missing=tuple(source for source in everyone if source not in by_source),
        differences=tuple(differences),
    )


def _numbers_differ(by_source: Sequence[Sequence[LedgerFigure]]) -> bool:
    """Whether a source gives a number that another source's words do not let be right."""
    distinct = {
        tuple(sorted({(f.low, f.high, f.bound): f for f in group})): group for group in by_source
    }
    groups = list(distinct.values())
    return any(
        not any(reconcilable(figure, other) for other in others)
        for group in groups
        for others in groups
        if others is not group
        for figure in group
    )


def _subject(figures: Sequence[LedgerFigure]) -> Words:
    """Name an entry: by the class of what happened, or else in words of the articles."""
    event = _commonest(figure.event for figure in figures)
    return subject(
        _commonest(figure.unit for figure in figures),
        event,
        _commonest(figure.affected_side or "" for figure in figures),
        "" if event else _commonest(figure.subject for figure in figures),
    )


def _commonest(names: Iterable[str]) -> str:
    """The most frequent name that is not empty, the first of equals."""
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""


def _differences(by_source: Sequence[Sequence[LedgerFigure]]) -> list[LedgerDifference]:
    """Find what differs between sources, in their own words."""
    if len(by_source) < 2:
        return []
    differences = []
    if _numbers_differ(by_source):
        numbers = [[figure.text for figure in group] for group in by_source]
        differences.append(_difference("number", numbers, same_number_words))
    else:
        differences.append(_bounds(by_source))
    respects: tuple[tuple[Respect, Callable[[LedgerFigure], str], Same], ...] = (
        ("event", lambda figure: figure.event, same_words),
        ("window", lambda figure: figure.window, same_time_words),
        ("place", lambda figure: figure.place, same_place_words),
    )
    for respect, words_of, same in respects:
        said = [[words_of(figure) for figure in group if words_of(figure)] for group in by_source]
        differences.append(_difference(respect, [phrases for phrases in said if phrases], same))
    # Without a claimant the outlet gives the figure in its own name, which is a difference too.
    claimed = [[figure.claimant for figure in group] for group in by_source]
    named = [[phrase for phrase in phrases if phrase] for phrases in claimed]
    if any(named):
        differences.append(_difference("claimant", named, same_claimant_words))
    return [difference for difference in differences if difference]


def _bounds(by_source: Sequence[Sequence[LedgerFigure]]) -> LedgerDifference | None:
    """Find another precision of the same number, one example of each."""
    example: dict[frozenset[tuple[str, float, float]], str] = {}
    for group in by_source:
        example.setdefault(frozenset((f.bound, f.low, f.high) for f in group), group[0].text)
    versions = tuple((text,) for text in example.values())
    return LedgerDifference("bound", versions) if len(versions) > 1 else None


def _difference(
    respect: Respect, said: Sequence[Sequence[str]], same: Same
) -> LedgerDifference | None:
    """A difference, or None where all sources say the same."""
    distinct: list[list[str]] = []
    for phrases in said:
        mine: list[str] = []
        for phrase in phrases:
            if not any(same(phrase, other) for other in mine):
                mine.append(phrase)
        if not any(_same_phrases(mine, others, same) for others in distinct):
            distinct.append(mine)
    if len(distinct) < 2:
        return None
    in_words = _PHRASED.get(respect, str)
    return LedgerDifference(respect, tuple(tuple(map(in_words, phrases)) for phrases in distinct))


def _same_phrases(a: Sequence[str], b: Sequence[str], same: Same) -> bool:
    return len(a) == len(b) and all(any(same(x, y) for y in b) for x in a)
