"""Quotation: in which form the sources speak, and how many words each side is given.

Direct speech keeps the source's words, indirect speech puts the reporter's in their place, and
mixed speech keeps a few. Pareti and others 2013 found about half of news quotations to be indirect
or mixed; a direct-only count cannot see them.
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.text.annotate import as_document
from divergence.types import Article, Attribution, Document, Evidence, Side

__all__ = ["FEATURE", "direct_share", "find", "words_given"]

KINDS = ("direct", "mixed", "indirect")


def find(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> list[Evidence]:
    """Return every attribution's content, its number of words as weight, its kind as category.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    list of Evidence
        In text order: ``direct``, ``mixed`` or ``indirect``; the weight is a number of words.

    Examples
    --------
    >>> [(e.category, e.weight) for e in find('"We are ready," Ada Lin said.')]
    [('direct', 3.0)]
    """
    document = as_document(text, sides=sides)
    return [_content(document, attribution) for attribution in document.attributions]


def _content(document: Document, attribution: Attribution) -> Evidence:
    """Evidence at the first part of the content, with the words of all parts as its weight."""
    parts = attribution.content
    words = sum(document.syntax.words[t][:1].isalnum() for part in parts for t in range(*part))
    return evidence_at(
        document,
        "quotation",
        attribution.kind,
        parts[0],
        side=attribution.speaker.side,
        weight=float(words),
    )


FEATURE = Feature(
    name="quotation",
    version=4,
    family="voices",
    claim="Weighs by words in which form sources speak and how much room each side's speakers get.",
    reference="Pareti and others 2013; Asr and others 2021",
    misfires=(
        "Long content can be cut short or run on where the parse is wrong; a speaker whose side the"
        " text does not show counts for no side."
    ),
    find=find,
    measures=(
        Measure(
            name="quotation.share",
            title="Attributed words",
            unit="per 100 words",
            direction="higher: more of the text is what others say or think",
            per="words",
            of=KINDS,
            scale=100.0,
        ),
        Measure(
            name="quotation.direct",
            title="Direct speech",
            unit="share of attributed words",
            direction="higher: more is given in the sources' own words",
            per="weight",
            of=("direct",),
            bounds=(0.0, 1.0),
            undefined="nothing is attributed",
            note=(
                "Content inside content counts for both attributions. Not to be trusted where "
                "an export dropped the quotation marks."
            ),
            example=(
                '"The bridge is open," Ada Lin said. She added that ships may pass today.',
                0.44,
            ),
        ),
        Measure(
            name="quotation.mixed",
            title="Mixed speech",
            unit="share of attributed words",
            direction="higher: more paraphrase with quoted fragments",
            per="weight",
            of=("mixed",),
            bounds=(0.0, 1.0),
            undefined="nothing is attributed",
        ),
        Measure(
            name="quotation.given",
            title="Words given to speakers of the side",
            unit="share of attributed words",
            direction="higher: the side's speakers get more room",
            per="weight",
            per_side=True,
            bounds=(0.0, 1.0),
            undefined="nothing is attributed",
            note=(
                "A speaker without a named side counts for none, so the share is a lower bound. "
                "Shares of all sides and of speakers without a side add up to 1. The Gender Gap "
                "Tracker (Asr and others 2021) counts people quoted, by gender; here words are "
                "counted, by side."
            ),
            example=("Northern officials said the bridge was open.", 1.0),
        ),
    ),
)
direct_share = FEATURE.reader("direct", name="direct_share")
words_given = FEATURE.side_reader("given", name="words_given")
