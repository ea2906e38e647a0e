"""Hedging: words that hold back from full commitment to what is said.

It claims to show how often a text marks its statements as possible, probable, unverified or rough.
A word of the list counts in the reading that hedges only: "may" is a month elsewhere, "about"
hedges before a quantity, "appear" and "assume" with a clause, not in "appear in court" and "assume
office". Choices: "could" counts as possibility unless it is negated or a verb of perception
follows; "believe" and "think" count whoever believes, the voice and the attribution tell whose
belief it is; passives of report ("is said to") count; "if", "whether", "would", "should" and
"often" do not; a negated hedge ("no doubt", "not possible") is a booster.

References
----------
Hyland (1998) Hedging in Scientific Research Articles; Holmes (1988) Doubt and certainty in ESL
textbooks; Prokofieva and Hirschberg (2014) Hedging and speaker commitment; Farkas et al. (2010)
The CoNLL-2010 shared task.
"""

from __future__ import annotations

from functools import cache

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.hedge_readings import (
    Reading,
    affirmed,
    after_quantity,
    all_of,
    always,
    any_of,
    around_quantity,
    before,
    before_quantity,
    next_tag,
    next_word,
    not_before,
    of_a_thing,
    passive,
    previous_tag,
    previous_word,
    with_clause,
    with_finite_clause,
    with_infinitive,
)
from divergence.features.token_evidence import evidence_at
from divergence.lexicons.matching import Matcher
from divergence.lexicons.negators import PARTICLES
from divergence.lexicons.packaged import load
from divergence.lexicons.word_list import Entry
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Span

__all__ = ["FEATURE", "find", "rate"]

_PERCEPTION = frozenset({"see", "hear", "feel", "smell", "reach", "afford", "find"})
_SUPERLATIVE = frozenset(
    {"as", "if", "where", "when", "whenever", "wherever", "everything", "ever"}
)
_WHOLES = frozenset({"all", "every", "everyone", "everything", "everybody", "certainly", "certain"})
_PLACES = frozenset({"in", "on", "at", "before", "alongside", "with", "for"})


def find(text: str | Article | Document) -> list[Evidence]:
    """Find every hedge of a document, in text order.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.

    Returns
    -------
    list of Evidence
        In text order; categories are those of the list.

    Examples
    --------
    >>> [e.category for e in find("Perhaps about 300 men may return in May.")]
    ['adverb', 'approximator', 'modal_verb']
    """
    document = as_document(text)
    return [
        evidence_at(document, "hedging", entry.category, tokens)
        for tokens, entry in _matcher().find(document)
        if _reading(entry)(document, tokens)
    ]


def _reading(entry: Entry) -> Reading:
    default = always if entry.pos == "phrase" else _BY_CATEGORY[entry.category]
    return _READINGS.get((entry.term, entry.category), default)


@cache
def _matcher() -> Matcher:
    return Matcher(load("hedges").entries)


def _modal(document: Document, tokens: Span) -> bool:
    word = document.syntax.words[tokens.start]
    month = word == "May" and (
        next_tag(document, tokens) == "CD" or previous_tag(document, tokens) in {"IN", "CD", "JJ"}
    )
    return not month


def _possibility(document: Document, tokens: Span) -> bool:
    """ "could" of possibility: not negated, and not of what can be perceived or reached."""
    syntax = document.syntax
    verb = syntax.lemmas[syntax.heads[tokens.start]]
    return next_word(document, tokens) not in PARTICLES and verb not in _PERCEPTION


def _possible(document: Document, tokens: Span) -> bool:
    """Neither "as soon as possible" nor "best possible" nor "made it possible"."""
    syntax = document.syntax
    return (
        affirmed(document, tokens)
        and previous_word(document, tokens) not in _SUPERLATIVE
        and previous_tag(document, tokens) not in {"JJS", "RBS"}
        and syntax.lemmas[syntax.heads[tokens.start]] != "make"
    )


def _attributive(document: Document, tokens: Span) -> bool:
    return document.syntax.relations[tokens.start] in {"amod", "compound"}


def _appear(document: Document, tokens: Span) -> bool:
    return next_word(document, tokens) not in _PLACES and with_clause(document, tokens)


def _near(document: Document, tokens: Span) -> bool:
    """Short of a quantity or a whole: "nearly 300", "almost all"; not "nearly fell"."""
    return before_quantity(document, tokens) or next_word(document, tokens) in _WHOLES


def _sort_of(document: Document, tokens: Span) -> bool:
    """An adverb ("sort of agreed") and not a noun ("a sort of rocket")."""
    return previous_tag(document, tokens)[:2] not in {
        "DT", "JJ", "PD", "WD", "CD", "NN", "PR", "WP", "IN",
    }  # fmt: skip


def _suspicion(document: Document, tokens: Span) -> bool:
    return previous_word(document, tokens) != "on" and affirmed(document, tokens)


_OPINION = any_of(with_clause, with_infinitive)
_BY_CATEGORY: dict[str, Reading] = {
    "adjective": affirmed,
    "adverb": always,
    "approximator": around_quantity,
    "modal_verb": _modal,
    "noun": affirmed,
    "verb": always,
}
_READINGS: dict[tuple[str, str], Reading] = {
    ("could", "modal_verb"): _possibility,
    ("possible", "adjective"): _possible,
    ("in a way", "adverb"): not_before("that", "which", "to", "as", "like"),
    ("in a sense", "adverb"): not_before("of", "that"),
    ("some", "approximator"): before_quantity,
    ("or so", "approximator"): after_quantity,
    ("or thereabouts", "approximator"): after_quantity,
    ("give or take", "approximator"): always,
    ("an estimated", "approximator"): always,
    ("ballpark", "approximator"): before("figure", "figures", "estimate", "number"),
    ("by some estimates", "approximator"): always,
    ("at a rough estimate", "approximator"): always,
    ("appear", "verb"): _appear,
    ("believe", "verb"): all_of(not_before("in", "it"), affirmed),
    ("consider", "verb"): passive,
    ("doubt", "verb"): affirmed,
    ("think", "verb"): any_of(with_clause, all_of(passive, not_before("of", "about"))),
    ("expect", "verb"): with_clause,
    ("tend", "verb"): before("to"),
    ("question", "verb"): before("whether", "if"),
    ("suspicion", "noun"): _suspicion,
    ("chance", "noun"): all_of(before("that", "of"), affirmed),
}
_READINGS |= {
    (term, "adverb"): _sort_of for term in ("sort of", "kind of")
} | {
    (term, "adjective"): _attributive
    for term in (
        "alleged assumed estimated inferred perceived presumed projected reported rumored rumoured "
        "supposed suspected theoretical"
    ).split()
} | {
    (term, "verb"): of_a_thing for term in ("suggest", "indicate", "imply")
} | {
    (term, "verb"): _OPINION
    for term in "suppose assume presume imagine wonder fear gather infer deduce".split()
} | {
    (term, "approximator"): _near for term in "almost nearly virtually practically".split()
} | {
    (term, "verb"): with_infinitive for term in "say report understand perceive".split()
} | {
    (term, "noun"): with_finite_clause for term in "belief impression suggestion theory".split()
}  # fmt: skip

FEATURE = Feature(
    name="hedging",
    version=2,
    family="certainty",
    claim="How often a text holds back from full commitment to what it says.",
    reference="Hyland 1998; Holmes 1988; Prokofieva and Hirschberg 2014; Farkas et al. 2010",
    misfires=(
        '"could" of past ability ("he could run fast") counts; a hedge inside a negated or '
        'conditional clause counts like any other; "believe" counts for faith as for doubt; '
        "formulas that are not in the list are missed, irony always."
    ),
    find=find,
    measures=(
        Measure(
            name="hedging.rate",
            title="Hedges",
            unit="per 100 words",
            direction="higher: more hedged",
            per="words",
            of=("adjective", "adverb", "approximator", "modal_verb", "noun", "verb"),
            scale=100.0,
            note=(
                "One hedge moves the rate of a 200-word article by half a point: read short "
                "texts by their evidence, not by their rate."
            ),
            example=("It may rain in May.", 20.0),
        ),
    ),
)
rate = FEATURE.reader("rate")
