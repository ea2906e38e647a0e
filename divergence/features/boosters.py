"""Boosters: words that close off doubt or turn a claim up.

It claims to show how often a text insists: certainty ("clearly", "no doubt"), amplifiers
("utterly"), verbs of proof with a clause ("show that") and negated possibility ("cannot be true").
Choices: "must" counts before a perfect ("must have known"), not as a duty; "cannot" where it denies
that something is so, not where somebody is unable; a negated booster ("not clear") is a hedge.

References
----------
Holmes (1990) Hedges and boosters in women's and men's speech; Hyland (1998) Boosting, hedging
and the negotiation of academic knowledge; Quirk et al. (1985) A Comprehensive Grammar, 8.104-8.115.
"""

from __future__ import annotations

from functools import cache

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.hedge_readings import (
    Reading,
    affirmed,
    always,
    negated,
    next_word,
    not_before,
    previous_word,
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

_OF_MIND = frozenset({"certain", "confident", "positive", "sure"})


def find(text: str | Article | Document) -> list[Evidence]:
    """Find every booster of a document, in text order.

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
    >>> [e.category for e in find("Clearly the bridge is utterly ruined.")]
    ['adverb', 'amplifier']
    """
    document = as_document(text)
    return [
        evidence_at(document, "boosters", entry.category, tokens)
        for tokens, entry in _matcher().find(document)
        if _reading(entry)(document, tokens)
    ]


def _reading(entry: Entry) -> Reading:
    default = always if entry.pos == "phrase" else affirmed
    return _READINGS.get((entry.term, entry.category), default)


@cache
def _matcher() -> Matcher:
    return Matcher(load("boosters").entries)


def _inferred(document: Document, tokens: Span) -> bool:
    """ "must" of inference: "must have known", not "must go"."""
    syntax = document.syntax
    verb = syntax.heads[tokens.start]
    return syntax.tags[verb] == "VBN" and next_word(document, tokens) == "have"


def _denied(document: Document, tokens: Span) -> bool:
    """ "cannot" that denies: "cannot be true", "could not have known"; not "cannot be sure"."""
    syntax = document.syntax
    if next_word(document, tokens) not in PARTICLES:
        return False
    if syntax.lemmas[syntax.heads[tokens.start]].lower() in _OF_MIND:
        return False
    auxiliaries = document.children[syntax.heads[tokens.start]]
    return any(
        syntax.relations[child] == "cop"
        or (syntax.relations[child] == "aux" and syntax.lemmas[child] == "have")
        for child in auxiliaries
    )


def _predicate(document: Document, tokens: Span) -> bool:
    """Said of something: "it is certain", not "certain people", "make sure", "clear of debris"."""
    return (
        document.syntax.relations[tokens.start] != "amod"
        and previous_word(document, tokens) not in {"make", "makes", "made", "making", "a", "for"}
        and next_word(document, tokens) not in {"of", "from"}
        and affirmed(document, tokens)
    )


def _impossible(document: Document, tokens: Span) -> bool:
    """Something cannot be, rather than cannot be checked or done."""
    return affirmed(document, tokens) and next_word(document, tokens) not in {"to", "for"}


def _known(document: Document, tokens: Span) -> bool:
    return not negated(document, tokens) and (
        with_finite_clause(document, tokens) or with_infinitive(document, tokens)
    )


_READINGS: dict[tuple[str, str], Reading] = {
    ("must", "modal_verb"): _inferred,
    ("can", "modal_verb"): _denied,
    ("could", "modal_verb"): _denied,
    ("certain", "adjective"): _predicate,
    ("sure", "adjective"): _predicate,
    ("clear", "adjective"): _predicate,
    ("impossible", "adjective"): _impossible,
    ("outright", "amplifier"): always,
    ("no way", "noun"): not_before("to", "of", "for"),
}
_READINGS |= {
    (term, "verb"): _known for term in ("know", "show", "prove", "demonstrate", "establish")
}

FEATURE = Feature(
    name="boosters",
    version=3,
    family="certainty",
    claim="How often a text insists that what it says is certain or turns it up.",
    reference="Holmes 1990; Hyland 1998b; Quirk et al. 1985",
    misfires=(
        'Manner adverbs count ("spoke clearly"); "no doubt" counts where it concedes a point; '
        "insistence by repetition, capitals or exclamation marks is not seen; formulas that are "
        "not in the list are missed."
    ),
    find=find,
    measures=(
        Measure(
            name="boosters.rate",
            title="Boosters",
            unit="per 100 words",
            direction="higher: more insistent",
            per="words",
            of=("adjective", "adverb", "amplifier", "modal_verb", "noun", "verb"),
            scale=100.0,
            note=(
                "Boosters are rarer than hedges in news: a rate from fewer than a thousand "
                "words rests on a handful of spans."
            ),
            example=("They have no doubt. It is not clear.", 12.5),
        ),
    ),
)
rate = FEATURE.reader("rate")
