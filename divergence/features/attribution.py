"""Attribution cues: with which words a text hands content to its sources.

A neutral cue ("said") leaves the content alone; a distancing one ("claimed") holds it at arm's
length; an endorsing one ("confirmed", "revealed") presents it as true; a belief cue reports a state
of mind; "according to" is a class of its own. What is denied or left open is not endorsed ("could
not verify", see :mod:`divergence.text.attributions.cue_stance`). The scale follows the engagement
system of Martin and White 2005 (The Language of Evaluation) and factive predicates after Kiparsky
and Kiparsky 1970.
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Side

__all__ = ["FEATURE", "distancing_share", "find", "rate"]

CLASSES = ("neutral", "distancing", "endorsing", "belief", "according_to")


def find(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> list[Evidence]:
    """Return one span for every attribution that has a cue: the cue, with the speaker's side.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    list of Evidence
        One a cue, in text order; the category is the cue's class.

    Examples
    --------
    >>> [e.category for e in find("The mayor claimed that the bridge was open.")]
    ['distancing']
    """
    document = as_document(text, sides=sides)
    return [
        evidence_at(document, "attribution", a.cue_class, a.cue, side=a.speaker.side)
        for a in document.attributions
        if a.cue is not None
    ]


def _share(
    category: str,
    title: str,
    direction: str,
    *,
    note: str = "",
    example: tuple[str, float] | None = None,
) -> Measure:
    return Measure(
        name=f"attribution.{category}",
        title=title,
        unit="share of attribution cues",
        direction=direction,
        per="evidence",
        of=(category,),
        bounds=(0.0, 1.0),
        undefined="the text has no attribution cue",
        note=note,
        example=example,
    )


FEATURE = Feature(
    name="attribution",
    version=6,
    family="voices",
    claim="Counts the cues that hand content to a source, by the stance the cue takes.",
    reference="Martin and White 2005; Pareti 2015; Kiparsky and Kiparsky 1970",
    misfires=(
        "Apart from negation, modals and passives of seeing, a verb has one class whatever its"
        " context ('found' is endorsing in a report, neutral in a search); cues that are not in the"
        " lexicon are found only beside quotation marks."
    ),
    find=find,
    measures=(
        Measure(
            name="attribution.rate",
            title="Attribution cues",
            unit="per 100 words",
            direction="higher: more is put into somebody's mouth or mind",
            per="words",
            of=CLASSES,
            scale=100.0,
            note=(
                "A continued quotation counts with its first cue only. Not to be trusted for "
                "transcripts, which attribute by layout and not by cue."
            ),
            example=("The mayor said that the bridge was open. It was not.", 9.09),
        ),
        _share("neutral", "Neutral cues (said)", "higher: more content is left uncommented"),
        _share(
            "distancing",
            "Distancing cues (claimed)",
            "higher: more content is held off",
            note=(
                "The class is the verb's, not the sentence's: \"claimed responsibility\" and "
                '"claimed lives" are told apart only as far as the parse shows content.'
            ),
            example=("The mayor claimed that the bridge was open, officials said.", 0.5),
        ),
        _share("endorsing", "Endorsing cues (confirmed)", "higher: more is presented as true"),
        _share("belief", "Belief cues (fear, hope)", "higher: more is given as a state of mind"),
        _share("according_to", "According to", "higher: more is sourced by preposition"),
    ),
)
rate = FEATURE.reader("rate")
distancing_share = FEATURE.reader("distancing", name="distancing_share")
