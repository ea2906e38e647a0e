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

from divergence.counting.feature import Feature, Measure
from divergence.measuring.measure import value
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Side, VoiceChoice

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
    voices, sentence_of = document.voices, document.sentence_of
    found = []
    for attribution in document.attributions:
        if attribution.cue is not None:
            start, end = document.characters(attribution.cue)
            found.append(
                Evidence(
                    "attribution",
                    attribution.cue_class,
                    start,
                    end,
                    sentence_of[attribution.cue.start],
                    voices[attribution.cue.start],
                    attribution.speaker.side,
                )
            )
    return found


def rate(text: str | Article | Document, *, voice: VoiceChoice = "all") -> float:
    """Attribution cues per 100 words.

    Parameters
    ----------
    text : str, Article or Document
        What to measure.
    voice : {"all", "reporter", "quoted"}
        Whose words to read.

    Returns
    -------
    float
        At least 0; nan for a text without words.

    Raises
    ------
    UsageError
        If the voice is not known.

    Notes
    -----
    A continued quotation counts with its first cue only. Not to be trusted for transcripts, which
    attribute by layout and not by cue.

    References
    ----------
    Pareti 2015, Attribution: A Computational Approach.

    Examples
    --------
    >>> rate("The mayor said that the bridge was open. It was not.")
    9.090909090909092
    """
    return value(text, "attribution.rate", voice=voice)


def distancing_share(text: str | Article | Document, *, voice: VoiceChoice = "all") -> float:
    """Share of attribution cues that hold the content at arm's length, 0 to 1.

    Parameters
    ----------
    text : str, Article or Document
        What to measure.
    voice : {"all", "reporter", "quoted"}
        Whose words to read.

    Returns
    -------
    float
        nan where the text has no attribution cue.

    Raises
    ------
    UsageError
        If the voice is not known.

    Notes
    -----
    The class is the verb's, not the sentence's: "claimed responsibility" and "claimed lives" are
    told apart only as far as the parse shows content.

    References
    ----------
    Martin and White 2005, The Language of Evaluation, chapter 3.

    Examples
    --------
    >>> distancing_share("The mayor claimed that the bridge was open, officials said.")
    0.5
    """
    return value(text, "attribution.distancing", voice=voice)


def _share(category: str, title: str, direction: str) -> Measure:
    return Measure(
        name=f"attribution.{category}",
        title=title,
        unit="share of attribution cues",
        direction=direction,
        per="evidence",
        of=(category,),
        bounds=(0.0, 1.0),
    )


FEATURE = Feature(
    name="attribution",
    version=4,
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
        ),
        _share("neutral", "Neutral cues (said)", "higher: more content is left uncommented"),
        _share("distancing", "Distancing cues (claimed)", "higher: more content is held off"),
        _share("endorsing", "Endorsing cues (confirmed)", "higher: more is presented as true"),
        _share("belief", "Belief cues (fear, hope)", "higher: more is given as a state of mind"),
        _share("according_to", "According to", "higher: more is sourced by preposition"),
    ),
)
