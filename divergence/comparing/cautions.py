"""Reasons to doubt a number, and the bounds below which it is shown but not interpreted.

Five is the customary least expected count behind a normal or chi-squared approximation (Cochran
1954), though no such rule makes the plain normal interval of a share safe (Brown, Cai & DasGupta
2001); a rate per 100 words needs at least 100 words to be more than an extrapolation; and the
bootstrap under-covers where units are few (Chernick 2008), here taken as below about ten, badly
below five.
"""

from __future__ import annotations

from divergence.comparing.results import Column

FEW_SPANS = 5
FEW_WORDS = 100
FEW_SENTENCES = 5
FEW_ARTICLES = 5

TOO_FEW_WORDS = f"fewer than {FEW_WORDS} words"
TOO_FEW_SENTENCES = f"fewer than {FEW_SENTENCES} sentences"
TOO_SMALL_A_SHARE = f"a share of fewer than {FEW_SPANS}"
# A value with one of these rests on too little text to be interpreted.
TOO_LITTLE_TEXT = (TOO_FEW_WORDS, TOO_FEW_SENTENCES, TOO_SMALL_A_SHARE)

NOT_ALIGNED = "no events named: statements and figures are not aligned"
NO_COMMON_EVENT = "no event in common: a difference of topics may pass for one of sources"
NOT_IN_ONE_EVENT = "undefined: no event in which both have something to count in this voice"
ONE_ARTICLE_AN_EVENT = "one article an event: the interval describes these articles"
NOTHING_BOTH_DEFINE = "undefined: nothing that both define"
FLOOR_OF_SENTENCES = "floor of runs of sentences: it tells articles apart, not yet sources"
SAME_DEALS = "no ratio: dealing the articles anew changes nothing"
ONE_ARTICLE_A_PERIOD = "one article in this period: no interval"
ONE_ARTICLE = "describes this article only"
ONE_SENTENCE = "one sentence: nothing to resample"
SPARSE = "undefined in most resamples"
NO_VARIATION = "no variation between resamples"
WILSON = "Wilson interval"
NOTHING_TO_DIVIDE = "not defined: nothing to divide by"
THREE = "none seen: upper end by the rule of three"


def undefined(column: Column) -> str:
    """Say why a measure without a denominator has no value."""
    what = {"words": "no words", "sentences": "no sentences"}.get(column.per, "nothing counted")
    return f"undefined: {what} in this voice"


def few(column: Column, denominator: float, n_evidence: int) -> list[str]:
    """Name what a value rests on too little of."""
    found = []
    if column.per == "words" and denominator < FEW_WORDS:
        found.append(TOO_FEW_WORDS)
    elif column.per == "sentences" and denominator < FEW_SENTENCES:
        found.append(TOO_FEW_SENTENCES)
    elif column.per in ("evidence", "side_evidence") and denominator < FEW_SPANS:
        found.append(TOO_SMALL_A_SHARE)
    if 0 < n_evidence < FEW_SPANS:
        found.append(f"fewer than {FEW_SPANS} places in the text")
    return found


def few_articles(n_articles: int) -> list[str]:
    """Name a number of articles that is too small to speak for a source."""
    if 1 < n_articles < FEW_ARTICLES:
        return [f"only {n_articles} articles"]
    return []


def joined(*reasons: str) -> str:
    """Join reasons, each once, in order."""
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason))
