"""Certainty: how certain the sentences sound, from 1 (least) to 6.

It claims to show how much certainty a reader would hear in each sentence, as people rated findings
of science in papers and in the news. A linear model over words and cues of uncertainty gives each
sentence a number; the words that lower or raise it most are the evidence, and what they add and the
base of the sentence sum up to the number. Quoted words and the reporter's are read apart.

References
----------
Pei and Jurgens (2021) Measuring sentence-level and aspect-level (un)certainty in science
communications. Figures: ``divergence/weights/certainty/MODEL_CARD.md``.
"""

from __future__ import annotations

from collections.abc import Iterator

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.features.voice_parts import Part, parts
from divergence.instruments.certainty_score import HIGHEST, LOWEST, certainty
from divergence.instruments.uncertainty_cues import cue_probabilities
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Span

__all__ = ["FEATURE", "find", "mean"]

# A word is shown where it moves its sentence by a fifth of a point or more.
SHOWN = 0.2


def find(text: str | Article | Document) -> list[Evidence]:
    """Find the base of every sentence and the words that move it, in text order.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.

    Returns
    -------
    list of Evidence
        For every sentence and voice a ``base``, and what ``raises`` or ``lowers`` it.

    Examples
    --------
    >>> [e.category for e in find("Tea may help.")]
    ['base', 'lowers']
    """
    document = as_document(text)
    cues = cue_probabilities(document)
    return [evidence for part in parts(document) for evidence in _evidence(document, part, cues)]


def _evidence(document: Document, part: Part, cues: dict[int, float]) -> Iterator[Evidence]:
    verdict = certainty(document, part.tokens, cues)
    moving = {t: x for t, x in verdict.contributions.items() if abs(x) >= SHOWN}
    base = verdict.score - sum(moving.values())
    yield evidence_at(document, "certainty", "base", part.whole, weight=base * part.share)
    for token, amount in moving.items():
        category = "lowers" if amount < 0 else "raises"
        place = Span(token, token + 1)
        yield evidence_at(document, "certainty", category, place, weight=amount * part.share)


FEATURE = Feature(
    name="certainty",
    version=3,
    family="certainty",
    claim="How certain the sentences sound to a reader, as people rated findings of science.",
    reference="Pei and Jurgens 2021",
    misfires=(
        "Learned from findings of science, not from politics or war: questions, orders and "
        "headlines get a number near the middle; hedges that concern the speaker's feelings count "
        "like hedges of fact; numbers and names of methods can raise it for no good reason."
    ),
    find=find,
    measures=(
        Measure(
            name="certainty.mean",
            title="Certainty of sentences",
            unit="points from 1 to 6, mean of sentences",
            direction="higher: more certain",
            per="sentences",
            of=("base", "lowers", "raises"),
            bounds=(LOWEST, HIGHEST),
            note=(
                "Learned from sentences that tell findings of science: compare texts of one "
                "kind with each other and do not read a level off a single text."
            ),
            example=("Tea may perhaps help.", 2.39),
        ),
    ),
)
mean = FEATURE.reader("mean")
