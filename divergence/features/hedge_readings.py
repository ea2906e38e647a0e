"""Which reading of a word: small tests of its grammar that tell a hedge from its homograph."""

from __future__ import annotations

from collections.abc import Callable

from divergence.lexicons.negators import OF_A_WORD
from divergence.lexicons.numerals import SCALES
from divergence.lexicons.pronouns import ARTICLES, PEOPLE
from divergence.types import Document, Span

Reading = Callable[[Document, Span], bool]

# "Beyond doubt", "beyond belief".
_NEGATORS = OF_A_WORD | {"beyond"}
_QUANTITIES = frozenset(
    {*SCALES, *(f"{scale}s" for scale in SCALES)}
    | set("half quarter third two-thirds twice midnight noon".split())
)
_BEFORE_QUANTITIES = ARTICLES | {"$", "£", "€", "us$", "another", "every"}
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})


def next_word(document: Document, tokens: Span) -> str:
    """Lower-cased word after the tokens, or ""."""
    return document.lowered[tokens.end] if tokens.end < len(document.lowered) else ""


def previous_word(document: Document, tokens: Span) -> str:
    """Lower-cased word before the tokens, or ""."""
    return document.lowered[tokens.start - 1] if tokens.start else ""


def next_tag(document: Document, tokens: Span) -> str:
    """Tag of the word after the tokens, or ""."""
    return document.syntax.tags[tokens.end] if tokens.end < len(document.lowered) else ""


def previous_tag(document: Document, tokens: Span) -> str:
    """Tag of the word before the tokens, or ""."""
    return document.syntax.tags[tokens.start - 1] if tokens.start else ""


def always(document: Document, tokens: Span) -> bool:
    """Every reading counts."""
    return True


def negated(document: Document, tokens: Span) -> bool:
    """A negator stands right before the tokens or depends on one of them."""
    if previous_word(document, tokens) in _NEGATORS:
        return True
    return any(
        document.lowered[child] in _NEGATORS
        for token in range(*tokens)
        for child in document.children[token]
    )


def affirmed(document: Document, tokens: Span) -> bool:
    """Not negated."""
    return not negated(document, tokens)


def before_quantity(document: Document, tokens: Span) -> bool:
    """A number or a word such as "dozens" follows, perhaps after a currency sign or an article."""
    place = tokens.end
    if next_word(document, tokens) in _BEFORE_QUANTITIES:
        place += 1
    return place < len(document.lowered) and (
        (document.syntax.tags[place] == "CD" and document.lowered[place] != "one")
        or document.lowered[place] in _QUANTITIES
    )


def around_quantity(document: Document, tokens: Span) -> bool:
    """Before a quantity, and an adverb of it: "about 300 men", not "a film about 300 men"."""
    syntax = document.syntax
    return before_quantity(document, tokens) and not (
        syntax.relations[tokens.start] == "case"
        and syntax.tags[tokens.start] == "IN"
        and previous_tag(document, tokens)[:2] in {"NN", "VB"}
        and syntax.tags[syntax.heads[tokens.start]] != "CD"
    )


def after_quantity(document: Document, tokens: Span) -> bool:
    """A number stands one or two words before: "ten or so", "a week or so"."""
    first = max(0, tokens.start - 2)
    return any(
        document.syntax.tags[place] == "CD" or document.lowered[place] in {"a", "an"}
        for place in range(first, tokens.start)
    )


def with_clause(document: Document, tokens: Span) -> bool:
    """The verb has a clause as its complement, or is put into one as an aside."""
    relations = document.syntax.relations
    return (
        any(relations[child] in _CLAUSES for child in document.children[tokens.start])
        or relations[tokens.start] == "parataxis"
    )


def with_finite_clause(document: Document, tokens: Span) -> bool:
    """The verb or noun has a "that" clause or a bare clause, not a question, as its complement."""
    syntax = document.syntax
    for child in document.children[tokens.start]:
        if syntax.relations[child] in {"ccomp", "csubj", "csubj:pass"}:
            inside = (child, *document.children[child])
            return not any(
                syntax.tags[token] in _WH or document.lowered[token] in {"if", "whether"}
                for token in inside
            )
    return next_word(document, tokens) == "that"


def with_infinitive(document: Document, tokens: Span) -> bool:
    """A passive with an infinitive or a predicate: "is said to be", "are feared dead"."""
    syntax = document.syntax
    return syntax.tags[tokens.start] == "VBN" and any(
        syntax.relations[child] == "xcomp" for child in document.children[tokens.start]
    )


def passive(document: Document, tokens: Span) -> bool:
    """A passive with its auxiliary: "is considered a threat"."""
    relations = document.syntax.relations
    return document.syntax.tags[tokens.start] == "VBN" and any(
        relations[child] == "aux:pass" for child in document.children[tokens.start]
    )


def of_a_thing(document: Document, tokens: Span) -> bool:
    """A clause follows, or the subject is no person: "figures suggest a shift"."""
    syntax = document.syntax
    if with_clause(document, tokens) or next_word(document, tokens) == "that":
        return True
    subjects = [c for c in document.children[tokens.start] if syntax.relations[c] in _SUBJECTS]
    return any(
        syntax.tags[subject] in {"NN", "NNS", "DT"} and document.lowered[subject] not in PEOPLE
        for subject in subjects
    )


def before(*words: str) -> Reading:
    """Make a test: one of the words follows."""
    return lambda document, tokens: next_word(document, tokens) in words


def not_before(*words: str) -> Reading:
    """Make a test: none of the words follows."""
    return lambda document, tokens: next_word(document, tokens) not in words


def any_of(*readings: Reading) -> Reading:
    """Make a test: at least one of the readings holds."""
    return lambda document, tokens: any(reading(document, tokens) for reading in readings)


def all_of(*readings: Reading) -> Reading:
    """Make a test: all of the readings hold."""
    return lambda document, tokens: all(reading(document, tokens) for reading in readings)
