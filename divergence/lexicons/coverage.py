"""How much of a corpus a list can see at all: a count per list for the method page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from divergence.lexicons.lexicon import Lexicon
from divergence.lexicons.matching import Matcher
from divergence.types import Document


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of the corpus's words that a list matches, and of the list's terms that occur.

    All are in [0, 1], ``nan`` where there is nothing to divide by.
    """

    lexicon: str
    tokens: float
    types: float
    terms: float


def coverage(lexicon: Lexicon, documents: Iterable[Document]) -> Coverage:
    """Count how much of a corpus a list covers.

    Parameters
    ----------
    lexicon : Lexicon
        The list.
    documents : iterable of Document
        The corpus; it is gone through once.

    Returns
    -------
    Coverage
        Share of word tokens inside a match, share of different lower-cased words that were inside
        a match at least once, and share of the list's terms that were found; ``nan`` for a corpus
        without words or a list without terms.

    Notes
    -----
    Matches are counted before any feature tells apart the readings of a word, so a covered word
    is not always counted. Low coverage says that a list has little to say about this corpus, not
    that its texts are neutral.

    Examples
    --------
    >>> from divergence.lexicons.lexicon import load
    >>> coverage(load("hedges"), []).tokens
    nan
    """
    matcher = Matcher(lexicon.entries)
    n_words = n_inside = 0
    words: set[str] = set()
    inside: set[str] = set()
    terms: set[str] = set()
    for document in documents:
        present = [word for word in document.lowered if any(c.isalnum() for c in word)]
        n_words += len(present)
        words.update(present)
        for match in matcher.find(document):
            matched = document.lowered[match.tokens.start : match.tokens.end]
            matched_words = [word for word in matched if any(c.isalnum() for c in word)]
            n_inside += len(matched_words)
            inside.update(matched_words)
            terms.add(match.entry.term)
    return Coverage(
        lexicon=lexicon.name,
        tokens=_share(n_inside, n_words),
        types=_share(len(inside), len(words)),
        terms=_share(len(terms), len({entry.term for entry in lexicon.entries})),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
