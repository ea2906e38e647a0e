"""What a corpus holds of a list: which terms, in how many articles, in how many of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from divergence.lexicons.word_list import WordList
from divergence.lists.coverage import share
from divergence.lists.matchers import matcher_of
from divergence.types import Document, Span

MOST_TOP = 10


@dataclass(frozen=True, slots=True)
class TermCount:
    """How often a term was found, and in how many articles."""

    term: str
    n: int
    n_articles: int


@dataclass(frozen=True, slots=True)
class CategoryReach:
    """What a corpus holds of a category, or of the whole list where ``category`` is "".

    ``articles`` is the share of articles with a match, ``words`` that of words inside matches, both
    in [0, 1] and ``nan`` for a corpus without articles or words. ``top`` are the ten terms found
    most often.
    """

    category: str
    n_terms: int
    n_found: int
    articles: float
    words: float
    top: tuple[TermCount, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a corpus holds of a list; ``never`` are the terms that no article holds, sorted."""

    n_articles: int
    n_words: int
    whole: CategoryReach
    categories: tuple[CategoryReach, ...]
    never: tuple[str, ...]


def reach(lexicon: WordList, documents: Iterable[Document]) -> Reach:
    """Count what a corpus holds of a list."""
    matcher = matcher_of(lexicon)
    counts = {name: _Count() for name in ("", *lexicon.categories)}
    n_articles = n_words = 0
    for document in documents:
        n_articles += 1
        n_words += sum(document.is_word)
        matches = matcher.find(document)
        for name, count in counts.items():
            count.add(
                document,
                {m.tokens: m.entry.term for m in matches if name in ("", m.entry.category)},
            )
    terms = {name: {entry.term for entry in lexicon.of(name)} for name in lexicon.categories}
    whole, *categories = (
        CategoryReach(
            category=name,
            n_terms=len(terms.get(name, lexicon.terms)),
            n_found=len(count.n),
            articles=share(count.articles, n_articles),
            words=share(count.words, n_words),
            top=count.top(),
        )
        for name, count in counts.items()
    )
    never = sorted(set(lexicon.terms) - set(counts[""].n))
    return Reach(n_articles, n_words, whole, tuple(categories), tuple(never))


class _Count:
    """Sums over articles."""

    def __init__(self) -> None:
        self.articles = self.words = 0
        self.n: Counter[str] = Counter()
        self._in: Counter[str] = Counter()

    def add(self, document: Document, places: dict[Span, str]) -> None:
        self.articles += bool(places)
        self.words += sum(sum(document.is_word[slice(*tokens)]) for tokens in places)
        self.n.update(places.values())
        self._in.update(set(places.values()))

    def top(self) -> tuple[TermCount, ...]:
        ranked = sorted(self.n.items(), key=lambda item: (-item[1], item[0]))
        return tuple(TermCount(term, n, self._in[term]) for term, n in ranked[:MOST_TOP])
