"""Places of a sentence: phrases of where, each by the words that tell one place from another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.digesting.time_phrases import Circumstance
from divergence.lexicons.calendar import DATED, DAYS_IN, PARTS_OF_DAY
from divergence.lexicons.locatives import ORIGIN, PLACE
from divergence.types import Document, Span

_APART = frozenset({"elsewhere", "outside"})
_SMALL = PLACE | ORIGIN | {"elsewhere"}
_BROAD = frozenset(
    "the a an of and entire whole much all region territory area province city town village "
    "district state country county republic province part parts central greater".split()
)
_KINDS = frozenset(
    "capital border coast suburb sector outskirts airport port harbor harbour valley desert "
    "mountain hill island prison hospital school square street base camp refinery plant mine "
    "station church mosque market neighborhood neighbourhood".split()
)
_NO_PLACES = DATED.union(DAYS_IN, PARTS_OF_DAY) | frozenset(
    "time moment end beginning start age rate cost price level expense height request least most "
    "once all first last meeting conference summit hearing news stake risk odds hand large home "
    "issue point pace war peace work".split()
)


def places(document: Document, sentence: Span) -> Iterator[tuple[Span, Circumstance]]:
    """Yield the places of a sentence with their tokens.

    Named ones are of the kind "place", those after "at" without a name of the kind "site".
    """
    lowered, tags = document.lowered, document.syntax.tags
    token = sentence.start
    while token < sentence.end:
        if lowered[token] not in PLACE:
            token += 1
            continue
        end = token + 1
        while end < sentence.end and (
            tags[end] in {"DT", "NN", "NNS", "NNP", "NNPS", "PRP$"} or tags[end].startswith("JJ")
        ):
            end += 1
        place = _place(document, sentence, Span(token, end))
        if place is not None:
            yield place
        token = max(end, token + 1)


def read_place(phrase: str) -> Circumstance | None:
    """Read a phrase of where that stands alone, or None where its words name no place."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", phrase.lower())
    key = [word for word in words if word not in _BROAD | _SMALL]
    apart = ["apart"] if set(words) & _APART else []
    return Circumstance(phrase, "place", tuple(sorted(key + apart))) if key else None


def _place(document: Document, sentence: Span, span: Span) -> tuple[Span, Circumstance] | None:
    lowered, syntax = document.lowered, document.syntax
    inside = range(span.start + 1, span.end)
    if not inside or any(
        lowered[t] in _NO_PLACES or syntax.lemmas[t].lower() in _NO_PLACES for t in inside
    ):
        return None
    named = any(syntax.tags[t] in {"NNP", "NNPS"} for t in inside)
    site = lowered[span.start] == "at" and syntax.tags[span.end - 1] in {"NN", "NNS"}
    if named and not site and not _names_place(document, sentence, span):
        return None
    key = [lowered[t] for t in inside if lowered[t] not in _BROAD]
    if not (named or site) or not key:
        return None
    start = span.start
    if lowered[start] in _APART:
        key.append("apart")
    if start > sentence.start and lowered[start - 1] == "elsewhere":
        start -= 1
        key.append("apart")
    whole = Span(start, span.end)
    kind = "place" if named else "site"
    return whole, Circumstance(document.words_of(whole), kind, tuple(sorted(key)))


def _names_place(document: Document, sentence: Span, span: Span) -> bool:
    """Whether a phrase ends in a name or a word for places, and the name owns nothing."""
    last = span.end - 1
    owner = span.end < sentence.end and document.lowered[span.end] in {"'s", "’s", "'", "’"}
    name = document.syntax.tags[last] in {"NNP", "NNPS"}
    kind = document.syntax.lemmas[last].lower()
    return not owner and (name or kind in _BROAD or kind in _KINDS)
