"""Bounds: the words around a number that say whether it is the least, the most or about right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.text.figures.wordings.changes import is_change
from divergence.types import FigureBound, Span

_WORDING: Mapping[FigureBound, str] = {
    "at_least": "at least|at the very least|no fewer than|not fewer than|no less than|not less than"
    "|a minimum of|minimum of|as few as|as little as",
    "more_than": "more than|over|well over|just over|slightly over|above|well above|exceeding"
    "|in excess of|upwards of|upward of|north of|surpassing|topping|surpassed|exceeded|topped"
    "|greater than|higher than|beyond|just more than|a little over|a little more than"
    "|slightly more than|far more than|much more than|well more than",
    "at_most": "at most|no more than|not more than|up to|as many as|as much as|a maximum of"
    "|maximum of|at the most|capped at|limited to",
    "less_than": "fewer than|less than|under|below|just under|well under|just below|well below"
    "|slightly under|slightly less than|south of|a little less than|lower than|smaller than"
    "|short of|just short of|a little under|slightly fewer than|far fewer than|just fewer than",
    "about": "about|around|approximately|approx|approx.|roughly|some|nearly|almost|an estimated"
    "|estimated|circa|close to|approaching|somewhere around|more or less|~|nearing|virtually"
    "|just about|an average of|in the region of|in the neighborhood of|on the order of",
}
# The longest wording first: "no more than" is not "more than".
_BEFORE: tuple[tuple[tuple[str, ...], FigureBound], ...] = tuple(
    sorted(
        (
            (tuple(wording.split()), bound)
            for bound, wordings in _WORDING.items()
            for wording in wordings.split("|")
        ),
        key=lambda entry: -len(entry[0]),
    )
)
_BY_LAST_WORD = {
    last: tuple(entry for entry in _BEFORE if entry[0][-1] == last)
    for last in {words[-1] for words, _ in _BEFORE}
}
_BEHIND: tuple[tuple[tuple[str, ...], FigureBound], ...] = (
    (("or", "more"), "at_least"),
    (("and", "more"), "at_least"),
    (("or", "older"), "at_least"),
    (("and", "older"), "at_least"),
    (("or", "over"), "at_least"),
    (("and", "over"), "at_least"),
    (("or", "above"), "at_least"),
    (("and", "above"), "at_least"),
    (("and", "up"), "at_least"),
    (("or", "higher"), "at_least"),
    (("-", "plus"), "at_least"),
    (("+",), "at_least"),
    (("or", "fewer"), "at_most"),
    (("or", "less"), "at_most"),
    (("or", "younger"), "at_most"),
    (("and", "younger"), "at_most"),
    (("or", "under"), "at_most"),
    (("and", "under"), "at_most"),
    (("or", "below"), "at_most"),
    (("or", "so"), "about"),
    (("-", "odd"), "about"),
    (("-", "some"), "about"),
)


def bound_before(
    lowered: Sequence[str], start: int, sentence: Span
) -> tuple[int, FigureBound] | None:
    """The bound that the words right before a token say, and where these begin."""
    if start <= sentence.start:
        return None
    for words, bound in _BY_LAST_WORD.get(lowered[start - 1], ()):
        before = start - len(words)
        if before >= sentence.start and tuple(lowered[before:start]) == words:
            # "Went up to 15" says where it went.
            if words == ("up", "to") and before > sentence.start and is_change(lowered[before - 1]):
                return None
            return before, bound
    return None


def bound_behind(
    lowered: Sequence[str], end: int, sentence: Span
) -> tuple[int, FigureBound] | None:
    """The bound that the words right behind a number say ("or more"), and where these end."""
    for words, bound in _BEHIND:
        behind = end + len(words)
        if behind <= sentence.end and tuple(lowered[end:behind]) == words:
            # "Four or more" is bounded, "killed four and more than ten" is not.
            if lowered[behind : behind + 1] in (("than",), ["than"]):
                return None
            return behind, bound
    return None
