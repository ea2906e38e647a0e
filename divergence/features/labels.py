"""Labels: loaded and contested words that judge what they name.

It claims to show how often a text names people and events in words that a party to the event would
dispute: rival terms for one referent ("militant", "freedom fighter"), nouns and adjectives that
evaluate, verbs that dramatise, and markers that hold a name at arm's length ("so-called"). It does
not say that a label is undeserved: a massacre is called a massacre. ``sets`` lists the rival terms,
so that a reader can see what else could have been said.

References
----------
Entman (1993) Framing; Montgomery (2005) The discourse of war after 9/11; Martin and White (2005)
The Language of Evaluation; Recasens et al. (2013) Linguistic models for analyzing and
detecting biased language.
"""

from __future__ import annotations

from functools import cache

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.lexicons.matching import Match, Matcher
from divergence.lexicons.packaged import load
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence

__all__ = ["FEATURE", "find", "find_terms", "rate", "sets"]

_PROPER = "identity and politics"


def find(text: str | Article | Document) -> list[Evidence]:
    """Find every label of a document, in text order.

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
    >>> [e.category for e in find("The brutal regime fell.")]
    ['evaluative_adjective', 'contested_label']
    """
    document = as_document(text)
    return [
        evidence_at(document, "labels", entry.category, tokens)
        for tokens, entry in find_terms(document)
    ]


def find_terms(text: str | Article | Document) -> list[Match]:
    """Find the same labels with the row of the list that each matches (its set is ``group``).

    Parameters
    ----------
    text : str, Article or Document
        Where to look.

    Returns
    -------
    list of Match
        In text order: token span and entry.

    Examples
    --------
    >>> [match.entry.group for match in find_terms("The regime fell.")]
    ['government']
    """
    document = as_document(text)
    tags = document.syntax.tags
    return [
        match
        for match in _matcher().find(document)
        # A name is not a label: "Hawk Street", "the Rebels beat the Bulls".
        if not (
            tags[match.tokens.start].startswith("NNP")
            and match.entry.group != "identity and politics"
        )
    ]


def sets() -> dict[str, tuple[str, ...]]:
    """Return the sets of rival terms, by the name of what they refer to.

    Returns
    -------
    dict of str to tuple of str
        Terms of each set, in the order of the list.

    Examples
    --------
    >>> "freedom fighter" in sets()["armed opponent"]
    True
    """
    groups = sorted({entry.group for entry in load("labels").entries if entry.group})
    return {
        group: tuple(entry.term for entry in load("labels").entries if entry.group == group)
        for group in groups
    }


@cache
def _matcher() -> Matcher:
    return Matcher(load("labels").entries)


FEATURE = Feature(
    name="labels",
    version=1,
    family="wording",
    claim="How often a text names people and events in words that a party to them would dispute.",
    reference="Entman 1993; Montgomery 2005; Martin and White 2005; Recasens et al. 2013",
    misfires=(
        'Legal and literal uses count ("convicted of murder", "a bitter taste"); sober use of a '
        'contested word counts ("the invasion of 1066"); the list leans to war, protest and '
        "politics in English and misses new coinages; slant without loaded words is not seen."
    ),
    find=find,
    measures=(
        Measure(
            name="labels.rate",
            title="Loaded and contested labels",
            unit="per 100 words",
            direction="higher: more loaded",
            per="words",
            of=(
                "contested_label",
                "emotive_verb",
                "evaluative_adjective",
                "evaluative_noun",
                "scare_marker",
            ),
            scale=100.0,
            note=(
                "Labels in quotations are the speaker's, not the outlet's. A list sees words, "
                "not slant: it cannot tell whether a label is fair, and it misses slant that is "
                "carried by selection or by plain words."
            ),
            example=("The barbaric regime fell.", 50.0),
        ),
    ),
)
rate = FEATURE.reader("rate")
