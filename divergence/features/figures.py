"""Figures: which quantities a text gives, of what, when and where, and in whose name.

Extracts each number with its unit, its subject (what is counted, as a short noun phrase), what
happened to those counted, the time window and place in the text's own words, and the claimant: the
speaker whom the reporter quotes for it. A figure without a claimant is given in the outlet's own
name. What belongs to a figure is learned: ``weights/figures/MODEL_CARD.md``. Zhong and others 2023
compare ways to extract counts of victims from reports by machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.text.annotate import as_document
from divergence.text.figures import quantities
from divergence.types import Article, Document, Evidence, Figure, Side

__all__ = ["FEATURE", "claimed_share", "extract", "find", "rate"]


def extract(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> tuple[Figure, ...]:
    """Return every figure of a text, with its unit, subject, event, window, place and claimant.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    tuple of Figure
        In text order. Dates, clock times, ages, ordinals, durations, scores and numbers that belong
        to a name ("Gate 12") are left out. "Dozens" are at least 12, "hundreds" at least 100.

    Raises
    ------
    UsageError
        If ``text`` is of another type.

    Notes
    -----
    The claimant is as good as the attributions near the figure. A subject takes the words of its
    clause, and about half of them name what a reader would name. Not to be trusted for tables or
    lists of results.

    References
    ----------
    Zhong and others 2023, Extracting Victim Counts from Text.

    Examples
    --------
    >>> figure = extract("Officials said that at least 40 people were injured.")[0]
    >>> figure.low, figure.bound, figure.unit, figure.event, figure.claimant
    (40.0, 'at_least', 'people', 'injured', 'Officials')
    >>> figure.subject
    'people injured'
    """
    return quantities.extract(as_document(text, sides=sides))


def find(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> list[Evidence]:
    """Return one span for every figure: "claimed" where somebody vouches for it, else "own".

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    list of Evidence
        In text order, ``claimed`` or ``own``.

    Examples
    --------
    >>> [e.category for e in find("Police said that 12 people were killed.")]
    ['claimed']
    """
    document = as_document(text, sides=sides)
    return [
        Evidence(
            "figures",
            "claimed" if figure.claimant else "own",
            figure.start,
            figure.end,
            figure.sentence,
            figure.voice,
            figure.claimant_side,
        )
        for figure in quantities.extract(document)
    ]


FEATURE = Feature(
    name="figures",
    version=5,
    family="claims",
    claim="Counts the quantities a text gives, and how many of them somebody vouches for.",
    reference="Zhong and others 2023, Extracting Victim Counts from Text",
    misfires=(
        "A claimant in the sentence before is seldom carried over; a subject may lack the event"
        " that the sentence before names; window and place may belong to another figure."
    ),
    find=find,
    measures=(
        Measure(
            name="figures.rate",
            title="Figures",
            unit="per 100 words",
            direction="higher: more quantities",
            per="words",
            scale=100.0,
            note=(
                "Dates, times, ages and durations do not count, nor do scores or numbers of names."
            ),
            example=("Police arrested 12 men on May 3.", 14.29),
        ),
        Measure(
            name="figures.claimed",
            title="Figures with a claimant",
            unit="share of figures",
            direction="higher: more figures are given in somebody else's name",
            per="evidence",
            of=("claimed",),
            bounds=(0.0, 1.0),
            undefined="the text gives no figure",
            note=(
                'An untraced pronoun counts as a claimant ("he said"), though not as a named one.'
            ),
            example=("Police said 12 men were held. The city has 70,000 residents.", 0.5),
        ),
    ),
)
rate = FEATURE.reader("rate")
claimed_share = FEATURE.reader("claimed", name="claimed_share")
