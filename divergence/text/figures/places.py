"""Places of figures: where it is what a number counts, in the text's own words."""

from __future__ import annotations

from divergence.lexicons.calendar import DURATIONS, MONTH_WORDS, WEEKDAYS
from divergence.lexicons.locatives import BOUNDING, OF_COUNTED
from divergence.text.figures.time_windows import TIME
from divergence.types import Document, Span

_TIMES = DURATIONS | MONTH_WORDS.union(WEEKDAYS)


def place_of(document: Document, sentence: Span, token: int) -> str:
    """Return the nearest place phrase after the figure in its sentence, else before it."""
    syntax = document.syntax
    places = []
    for case in range(*sentence):
        if syntax.relations[case] != "case" or document.lowered[case] not in OF_COUNTED:
            continue
        if document.lowered[case] in BOUNDING and syntax.tags[case + 1 : case + 2] == ("CD",):
            continue
        noun = syntax.heads[case]
        if noun <= case or not syntax.tags[noun].startswith("NN"):
            continue
        tokens = range(case, noun + 1)
        proper = [
            t for t in tokens if syntax.tags[t] in {"NNP", "NNPS"} or syntax.words[t].istitle()
        ]
        timed = any(syntax.lemmas[t].lower() in _TIMES for t in tokens)
        if proper and not timed and not TIME.search(document.words_of(Span(case, noun + 1))):
            start = case - (case > sentence.start and document.lowered[case - 1] == "elsewhere")
            end = noun + 1
            if syntax.tags[end : end + 1] == ("CD",) and syntax.heads[end] == noun:
                end += 1
            places.append(Span(start, end))
    nearest = min(
        places, key=lambda span: (span.start < token, abs(span.start - token)), default=None
    )
    return document.words_of(nearest) if nearest else ""
