"""The ledger of figures: who gives which number of the same thing, in whose name, for which time.

Figures of one event are put side by side where they count the same unit, of the same kind of
happening, of the same side. Equal numbers find each other first; a different number joins only from
an article that has no other figure there, and only where the sentences say the same or the ranges
overlap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from divergence.comparing.alignment import AVERAGE, LINK
from divergence.comparing.results import LedgerEntry, LedgerFigure
from divergence.comparing.similarity import Sentences
from divergence.measuring.tally import Floats

# Units that never count the same thing as another unit, however alike the sentences are.
STRICT_UNITS = frozenset({"percent", "percentage point", "dollar", "pound", "euro"})
# Below, an equal number is easily a coincidence: the sentences must be alike as well.
SMALL = 20
RELATED = 0.3
FAR = 3.0
# Enough where each article has one figure only of people with that outcome.
FAINT = 0.15


def ledger(
    figures: Sequence[LedgerFigure], *, event: str = "", sources: Sequence[str] = ()
) -> tuple[LedgerEntry, ...]:
    """Put the figures of articles on one event side by side.

    Parameters
    ----------
    figures : sequence of LedgerFigure
        All figures of all articles on the event, in any order.
    event : str, optional
        Name of the event.
    sources : sequence of str, optional
        All sources that wrote on the event, those without a figure included.

    Returns
    -------
    tuple of LedgerEntry
        Those that most sources have first, then in text order. ``verdict`` is "only" where one
        source has the figure, "differ" where two sources give different numbers, else "agree";
        ``differences`` also names another bound, window, place or claimant.

    Notes
    -----
    As good as the extraction of unit, event and side: what it misses stands alone here. Equal
    numbers do not make a figure true, nor two sources with one claimant two witnesses.

    References
    ----------
    Zhong, M., et al. (2023). Extracting victim counts from text.
    """
    ordered = sorted(figures, key=_place)
    everyone = sorted({*sources, *(figure.at.source for figure in ordered)})
    groups = _groups(ordered)
    entries = [_entry([ordered[member] for member in group], event, everyone) for group in groups]
    return tuple(sorted(entries, key=lambda each: (-_n_sources(each), _place(each.figures[0]))))


def _place(figure: LedgerFigure) -> tuple[object, ...]:
    at = figure.at
    return at.source, at.article, at.sentence, figure.low, figure.high, figure.text, figure.unit


def _n_sources(entry: LedgerEntry) -> int:
    return len({figure.at.source for figure in entry.figures})


def _groups(ordered: Sequence[LedgerFigure]) -> list[list[int]]:
    """Equal numbers first, then different ones, the more alike their sentences the sooner."""
    if not ordered:
        return []
    alike = _similarities(ordered)
    members = {number: [number] for number in range(len(ordered))}
    group_of = list(range(len(ordered)))
    pairs = [
        (a, b)
        for a in range(len(ordered))
        for b in range(a + 1, len(ordered))
        if _compatible(ordered[a], ordered[b])
    ]
    tally = Counter(_outcome(figure) for figure in ordered)
    pairs.sort(key=lambda pair: (not _equal(ordered[pair[0]], ordered[pair[1]]), -alike[pair]))
    for a, b in pairs:
        first, second = sorted((group_of[a], group_of[b]))
        only_ones = tally[_outcome(ordered[a])] == tally[_outcome(ordered[b])] == 1
        if first == second or not (
            _counts_same(ordered[a], ordered[b], float(alike[a, b]))
            or (only_ones and _same_outcome(ordered[a], ordered[b]) and alike[a, b] >= FAINT)
        ):
            continue
        here, there = members[first], members[second]
        if not all(_compatible(ordered[x], ordered[y]) for x in here for y in there):
            continue
        shared = {_article(ordered[x]) for x in here} & {_article(ordered[y]) for y in there}
        if shared and not _equal(ordered[a], ordered[b]):
            continue
        members[first] = here + there
        for member in members.pop(second):
            group_of[member] = first
    return [sorted(group) for group in members.values()]


def _outcome(figure: LedgerFigure) -> tuple[object, ...]:
    """What an article counts, so that its only figure on it can be told."""
    return (*_article(figure), figure.unit, figure.event)


def _same_outcome(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether both give another number of people with the same thing happening to them."""
    return not _equal(a, b) and a.unit == b.unit == "people" and a.event == b.event != ""


def _similarities(ordered: Sequence[LedgerFigure]) -> Floats:
    """Similarity of the sentences of every two figures; 1 within a sentence."""
    texts = sorted({figure.at.text for figure in ordered})
    row = {text: number for number, text in enumerate(texts)}
    a, b = np.triu_indices(len(texts), k=1)
    matrix = np.eye(len(texts))
    matrix[a, b] = matrix[b, a] = Sentences(texts).similarity(a, b)
    places = [row[figure.at.text] for figure in ordered]
    return np.asarray(matrix[np.ix_(places, places)])


def _article(figure: LedgerFigure) -> tuple[str, str]:
    return figure.at.source, figure.at.article


def _equal(a: LedgerFigure, b: LedgerFigure) -> bool:
    return (a.low, a.high) == (b.low, b.high)


def _compatible(a: LedgerFigure, b: LedgerFigure) -> bool:
    """Whether nothing known of two figures forbids that they count the same thing."""
    if a.unit != b.unit and (STRICT_UNITS & {a.unit, b.unit} or not _equal(a, b)):
        return False
    if a.affected_side and b.affected_side and a.affected_side != b.affected_side:
        return False
    kinds = set(a.event.split(" or ")), set(b.event.split(" or "))
    return not a.event or not b.event or kinds[0] <= kinds[1] or kinds[1] <= kinds[0]


def _counts_same(a: LedgerFigure, b: LedgerFigure, alike: float) -> bool:
    """Whether compatible figures count the same thing."""
    same_event = a.event != "" and a.event == b.event
    if _equal(a, b):
        if a.unit != b.unit:
            return alike >= AVERAGE
        unlikely_chance = same_event and a.low >= SMALL
        if unlikely_chance or (same_event and _same_place(a, b)):
            return True
        return alike >= (RELATED if a.low >= SMALL else AVERAGE)
    overlap = a.low <= b.high and b.low <= a.high
    if overlap and a.event and b.event:
        return alike >= RELATED or same_event
    if alike < LINK or a.event != b.event:
        return False
    # Without an event the sentence may hold several figures: far apart, they are not one.
    return same_event or max(a.high, b.high) <= FAR * min(a.low, b.low)


def _same_place(a: LedgerFigure, b: LedgerFigure) -> bool:
    return a.place != "" and _same_words(a.place, b.place)


def _entry(figures: Sequence[LedgerFigure], event: str, everyone: Sequence[str]) -> LedgerEntry:
    by_source: dict[str, list[LedgerFigure]] = {}
    for figure in figures:
        by_source.setdefault(figure.at.source, []).append(figure)
    numbers = [frozenset((f.low, f.high) for f in group) for group in by_source.values()]
    differences = _differences(list(by_source.values()))
    return LedgerEntry(
        event=event,
        subject=_subject(figures),
        verdict="only" if len(numbers) == 1 else "differ" if len(set(numbers)) > 1 else "agree",
        figures=tuple(figures),
        missing=tuple(source for source in everyone if source not in by_source),
        differences=tuple(differences),
    )


def _subject(figures: Sequence[LedgerFigure]) -> str:
    unit = _commonest(figure.unit for figure in figures) or "number"
    happened = _commonest(figure.event for figure in figures)
    side = _commonest(figure.affected_side or "" for figure in figures)
    words = unit if happened in ("", unit) else f"{unit} {happened}"
    return f"{words} ({side})" if side else words


def _commonest(names: Iterable[str]) -> str:
    """The most frequent name that is not empty, the first of equals."""
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""


def _differences(by_source: Sequence[Sequence[LedgerFigure]]) -> list[str]:
    """Say what differs between sources, in their own words."""
    if len(by_source) < 2:
        return []
    found = []
    if len({frozenset((f.low, f.high) for f in group) for group in by_source}) > 1:
        found.append(_against("number", [[f.text for f in group] for group in by_source], _same))
    else:
        found.append(_bounds(by_source))
    aspects: tuple[tuple[str, Callable[[LedgerFigure], str]], ...] = (
        ("event", lambda figure: figure.event),
        ("window", lambda figure: figure.window),
        ("place", lambda figure: figure.place),
    )
    for name, words_of in aspects:
        said = [[words_of(figure) for figure in group if words_of(figure)] for group in by_source]
        found.append(_against(name, [phrases for phrases in said if phrases]))
    # Without a claimant the outlet gives the figure in its own name, which is a difference too.
    claimed = [[figure.claimant for figure in group] for group in by_source]
    named = [[phrase for phrase in phrases if phrase] for phrases in claimed]
    if any(named):
        found.append(_against("claimant", named, _same_person))
    return [difference for difference in found if difference]


def _bounds(by_source: Sequence[Sequence[LedgerFigure]]) -> str:
    """Phrase another precision of the same number, one example of each."""
    example: dict[frozenset[str], str] = {}
    for group in by_source:
        example.setdefault(frozenset(figure.bound for figure in group), group[0].text)
    quoted = (f"'{text}'" for text in example.values())
    return "bound: " + " against ".join(quoted) if len(example) > 1 else ""


def _against(
    aspect: str,
    said: Sequence[Sequence[str]],
    same: Callable[[str, str], bool] | None = None,
) -> str:
    """Phrase a difference, or "" where all sources say the same."""
    same = same or _same_words
    distinct: list[list[str]] = []
    for phrases in said:
        mine: list[str] = []
        for phrase in phrases:
            if not any(same(phrase, other) for other in mine):
                mine.append(phrase)
        if not any(_same_phrases(mine, others, same) for others in distinct):
            distinct.append(mine)
    if len(distinct) < 2:
        return ""
    quoted = (" / ".join(f"'{phrase}'" for phrase in phrases) for phrases in distinct)
    return f"{aspect}: " + " against ".join(words or "the outlet's own name" for words in quoted)


def _same_phrases(a: Sequence[str], b: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    return len(a) == len(b) and all(any(same(x, y) for y in b) for x in a)


def _same(a: str, b: str) -> bool:
    return a.lower() == b.lower()


def _same_words(a: str, b: str) -> bool:
    """Whether two phrases have the same words, small ones aside ("in the past week")."""
    return _content(a) == _content(b)


def _same_person(a: str, b: str) -> bool:
    """Whether one phrase holds all words of the other ("Ada Lin", "Minister Ada Lin")."""
    first, second = _content(a), _content(b)
    return first <= second or second <= first if first and second else first == second


def _content(phrase: str) -> set[str]:
    return set(phrase.lower().replace(",", "").split()) - _SMALL_WORDS


_SMALL_WORDS = frozenset({"the", "a", "an", "in", "over", "during", "within", "on", "at"})
