"""Loaded: sentences whose choice of words takes a stand.

It claims to show the share of sentences that expert readers would call biased by their choice of
words, as experts labelled sentences of news from the United States. Two linear models: one looks at
every content word, the other at the whole sentence. It is wider than labels, which counts the words
of a list. The evidence is the words that readers would mark, and those of a sentence weigh one
together. Quoted words and the reporter's are read apart.

References
----------
Spinde et al. (2021) Neural media bias detection using distant supervision with BABE; Recasens et
al. (2013) Linguistic models for analyzing and detecting biased language. Figures:
``weights/loaded/MODEL_CARD.md``.
"""

from __future__ import annotations

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.features.voice_parts import Part, parts
from divergence.instruments.linear import load
from divergence.instruments.loaded_words import slant
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Span

__all__ = ["FEATURE", "find", "sentences"]

# What a few words between two quotations say cannot be judged.
FEWEST_TOKENS = 3


def find(text: str | Article | Document) -> list[Evidence]:
    """Find the loaded words of every sentence that reads as loaded, in text order.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.

    Returns
    -------
    list of Evidence
        In text order; weights of a sentence and voice add up to its share of the sentence.

    Examples
    --------
    >>> from divergence.text.annotate import annotate
    >>> document = annotate("The shameless regime lied again. The council met on Monday.")
    >>> {e.sentence for e in find(document)}
    {0}
    """
    document = as_document(text)
    spans = (span for part in parts(document) for span in _words(document, part))
    return sorted(spans, key=lambda evidence: evidence.start)


def _words(document: Document, part: Part) -> list[Evidence]:
    if len(part.tokens) < FEWEST_TOKENS:
        return []
    numbers = load("loaded").numbers
    read = slant(document, part.tokens)
    if read.probability < numbers["sentence"]:
        return []
    words = [token for token, p in read.words.items() if p >= numbers["word"]]
    if not words:
        # No word alone would be marked: the one that adds most stands for all.
        added = read.verdict.contributions
        words = [max(read.words or added, key=lambda token: added[token])]
    weight = part.share / len(words)
    return [
        evidence_at(document, "loaded", "word", Span(token, token + 1), weight=weight)
        for token in words
    ]


FEATURE = Feature(
    name="loaded",
    version=2,
    family="wording",
    claim="How many sentences take a stand by their choice of words.",
    reference="Spinde et al. 2021; Recasens et al. 2013",
    misfires=(
        "Learned from disputes of the United States in 2017 to 2020: their topics can look loaded "
        "by themselves; sober sentences about terrible events come out as loaded; irony, and slant "
        "by what is left out, are not seen."
    ),
    find=find,
    measures=(
        Measure(
            name="loaded.sentences",
            title="Loaded sentences",
            unit="share of sentences",
            direction="higher: more sentences that take a stand",
            per="sentences",
            of=("word",),
            bounds=(0.0, 1.0),
            note=(
                "It sees words, not whether they are deserved. About one sentence in four is "
                "judged otherwise than by experts, so read shares of whole articles, not "
                "verdicts on single sentences."
            ),
            example=("The shameless regime lied again. The council met on Monday.", 0.5),
        ),
    ),
)
sentences = FEATURE.reader("sentences")
