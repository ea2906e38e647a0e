"""Uncertainty: sentences that leave open whether what they say holds.

It claims to show the share of sentences that a reader would call uncertain, as people labelled
sentences of an encyclopedia: possibility and probability, belief, conditions, open questions. It is
wider than hedging, whose list leaves out "if", "whether" and "would". A linear model looks at every
word that can be such a cue, with its grammar. The evidence is the cues, and those of a sentence
weigh one together. Quoted words and the reporter's are read apart, each by their own cues.

References
----------
Farkas et al. (2010) The CoNLL-2010 shared task; Szarvas et al. (2012) Cross-genre and cross-domain
detection of semantic uncertainty. Figures: ``divergence/weights/hedging/MODEL_CARD.md``.
"""

from __future__ import annotations

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.features.voice_parts import Part, parts
from divergence.instruments.linear import load
from divergence.instruments.uncertainty_cues import (
    cue_probabilities,
    likely_cues,
    phrases,
    uncertainty,
)
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence

__all__ = ["FEATURE", "find", "sentences"]


def find(text: str | Article | Document) -> list[Evidence]:
    """Find the cues of every uncertain sentence, in text order.

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
    >>> document = annotate("It may rain if the wind turns. It rained in May.")
    >>> [(document.text[e.start : e.end], e.weight) for e in find(document)]
    [('may', 0.5), ('if', 0.5)]
    """
    document = as_document(text)
    probabilities = cue_probabilities(document)
    spans = (span for part in parts(document) for span in _cues(document, part, probabilities))
    return sorted(spans, key=lambda evidence: evidence.start)


def _cues(document: Document, part: Part, probabilities: dict[int, float]) -> list[Evidence]:
    verdict = uncertainty(part.tokens, probabilities)
    if verdict.score < load("hedging").numbers["sentence"]:
        return []
    inside = dict(verdict.contributions)
    # Many weak cues can make a sentence uncertain together: then the strongest stands for them.
    cues = likely_cues(inside) or phrases([max(inside, key=lambda token: inside[token])])
    weight = part.share / len(cues)
    return [evidence_at(document, "uncertainty", "cue", cue, weight=weight) for cue in cues]


FEATURE = Feature(
    name="uncertainty",
    version=3,
    family="certainty",
    claim="How many sentences leave open whether what they say holds.",
    reference="Farkas et al. 2010; Szarvas et al. 2012",
    misfires=(
        'A belief that is reported counts as uncertain ("he thinks"), whoever holds it; plans and '
        'promises ("would", "will" under a condition) are often wrong either way; "could" of past '
        "ability counts at times; learned from an encyclopedia, so that cues that only news uses "
        "are missed more often."
    ),
    find=find,
    measures=(
        Measure(
            name="uncertainty.sentences",
            title="Uncertain sentences",
            unit="share of sentences",
            direction="higher: more sentences left open",
            per="sentences",
            of=("cue",),
            bounds=(0.0, 1.0),
            note=(
                "Long sentences are uncertain more often than short ones: compare texts whose "
                "sentences are alike in length, or read it beside ``wording.sentence_length``."
            ),
            example=("The bridge may close. The road is closed.", 0.5),
        ),
    ),
)
sentences = FEATURE.reader("sentences")
