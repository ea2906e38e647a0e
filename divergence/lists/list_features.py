"""Features made of word lists: one measure a category, terms per 100 words by their weight.

Lists of one's own become features like any other; see
:class:`~divergence.lists.lexicon.Lexicon` for what counts as a match.

References
----------
Grimmer and Stewart (2013) Text as data; Boukes et al. (2020) What's the tone? (a list made for the
question does no worse than one off the shelf, and either needs validation in its domain).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import cast

from divergence.counting.declaration import Measure
from divergence.counting.feature import Family, Feature
from divergence.errors import UsageError, must_be_one_of
from divergence.features.token_evidence import evidence_at
from divergence.lexicons.matching import Matcher
from divergence.lists.entry_rows import UNCATEGORIZED
from divergence.lists.lexicon import Lexicon
from divergence.lists.matchers import matcher_of
from divergence.lists.term_matching import TermMatcher
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, VoiceChoice

PER_WORDS = "per 100 words"
_ANY = float("inf")


@lru_cache(maxsize=64)
def feature(lexicon: Lexicon) -> Feature:
    """Return the feature of a list."""
    measures = tuple(
        measure for category in lexicon.categories for measure in _measures(lexicon, category)
    )
    names = [measure.name for measure in measures]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise UsageError(f"list '{lexicon.name}': two measures '{twice}'; rename a category.")
    where, n = lexicon.source or "words given", len(lexicon.terms)
    terms = f"{n:,} {'term' if n == 1 else 'terms'}"
    return Feature(
        name=lexicon.name,
        version=1,
        family=cast(Family, lexicon.family),
        claim=f"How often a text uses the words of the list “{lexicon.title}”.",
        reference=f"own list: {where}, {terms}, sha256 {lexicon.digest[:12]}",
        misfires=(
            "A word counts in whatever sense it is used, negated or not; what the list leaves out "
            "is not seen. Validate it on texts of your own kind before you trust a difference."
        ),
        find=_Finder(lexicon),
        measures=measures,
        lexicon=lexicon,
    )


def value(
    lexicon: Lexicon,
    text: str | Article | Document,
    category: str,
    *,
    voice: VoiceChoice,
    mean: bool = False,
) -> float:
    """Return a measure of a list in a text; see :meth:`Lexicon.rate` and :meth:`Lexicon.mean`."""
    from divergence.counting.readers import read

    known = lexicon.categories
    if category and category not in known:
        raise UsageError(must_be_one_of(f"category of '{lexicon.name}'", category, known))
    if not category and len(known) != 1:
        problem = f"list '{lexicon.name}' has several categories; name one of "
        raise UsageError(f"{problem}{', '.join(known)}.")
    if mean and not _weighted(lexicon):
        raise UsageError(f"list '{lexicon.name}' has no weights; ask for its rate.")
    counted = feature(lexicon)
    measure = counted.measure(_name(lexicon, category or known[0], mean=mean))
    return read(counted, measure, text, voice=voice)


def documents(texts: Iterable[str | Article | Document]) -> Iterator[Document]:
    """Annotate what is not annotated yet, one text at a time."""
    if isinstance(texts, str | Article | Document):
        raise UsageError("give several texts; put a single one into a list: [text]")
    return map(as_document, texts)


@dataclass(frozen=True, eq=False)
class _Finder:
    """Finds a list's terms. Not a closure, so that a feature can be sent to another process."""

    lexicon: Lexicon

    @cached_property
    def matcher(self) -> Matcher | TermMatcher:
        return matcher_of(self.lexicon)

    def __call__(self, document: Document) -> list[Evidence]:
        return [
            evidence_at(document, self.lexicon.name, entry.category, tokens, weight=entry.weight)
            for tokens, entry in self.matcher.find(document)
        ]


def _weighted(lexicon: Lexicon) -> bool:
    return any(entry.weight != 1.0 for entry in lexicon.entries)


def _name(lexicon: Lexicon, category: str, *, mean: bool) -> str:
    if lexicon.categories == (UNCATEGORIZED,) and not lexicon.labels:
        return f"{lexicon.name}.{'mean' if mean else 'rate'}"
    return f"{lexicon.name}.{category}{'_mean' if mean else ''}"


def _measures(lexicon: Lexicon, category: str) -> tuple[Measure, ...]:
    label = dict(lexicon.labels).get(category, category)
    title = lexicon.title
    if lexicon.labels or category != UNCATEGORIZED:
        title = f"{title}: {label}"
    weights = [entry.weight for entry in lexicon.of(category)]
    weighted = _weighted(lexicon)
    rate = Measure(
        name=_name(lexicon, category, mean=False),
        title=title,
        unit=f"weight {PER_WORDS}" if weighted else PER_WORDS,
        direction=f"higher: more {'weight' if weighted else 'words'} of the list “{title}”",
        per="words",
        of=(category,),
        scale=100.0,
        bounds=(0.0 if min(weights) >= 0 else -_ANY, _ANY if max(weights) > 0 else 0.0),
    )
    if not weighted:
        return (rate,)
    low, high = min(*weights, 0.0), max(*weights, 0.0)
    mean = Measure(
        name=_name(lexicon, category, mean=True),
        title=f"{title}, mean weight",
        unit="per word found",
        direction=f"higher: words of more weight in the list “{title}”",
        per="evidence",
        of=(category,),
        among=(category,),
        bounds=(low, high) if low < high else (-_ANY, _ANY),
    )
    return rate, mean
