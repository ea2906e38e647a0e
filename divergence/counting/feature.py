"""What a feature is: a finder of evidence and the measures declared over what it finds.

Every measure is a ratio of two sums, so that articles, sources and machines add up. The numerator
sums the weights of the evidence whose category is in ``of``; ``per`` names the denominator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from divergence.errors import UsageError, must_be_one_of
from divergence.lexicons.word_list import WordList
from divergence.types import Document, Evidence

Per = Literal["words", "sentences", "evidence", "side_evidence", "weight"]
Family = Literal[
    "claims", "voices", "certainty", "sentiment", "agency", "wording", "frames", "lists"
]
FAMILIES: tuple[str, ...] = get_args(Family)


@dataclass(frozen=True, slots=True)
class Measure:
    """One number per text: ``scale * sum(weights of evidence) / denominator``.

    Parameters
    ----------
    name : str
        Stable name, ``feature.measure``, for example ``"hedging.rate"``.
    title : str
        What is counted, for a chart's label: ``"Hedges"``.
    unit : str
        Unit of the number: ``"per 100 words"``, ``"share of attributions"``.
    direction : str
        How to read a higher value: ``"higher: more hedged"``.
    per : {"words", "sentences", "evidence", "side_evidence", "weight"}
        The denominator: words or sentences of the text in the voice asked for; the number of
        evidence spans whose category is in ``among`` (``"side_evidence"``: only those of the same
        side); or the summed weight of that evidence.
    of : tuple of str
        Categories that count in the numerator; empty means every category.
    among : tuple of str
        Categories that count in an evidence or weight denominator; empty means every category.
    scale : float
        Factor of the ratio, 100 for "per 100 words".
    per_side : bool
        One number for each side of the document.
    bounds : tuple of float
        Lowest and highest possible value.
    leads : bool
        Whether a difference in it may stand among the largest of a report. False for what describes
        prose, such as the length of sentences, and not how an event is told.
    """

    name: str
    title: str
    unit: str
    direction: str
    per: Per
    of: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    scale: float = 1.0
    per_side: bool = False
    bounds: tuple[float, float] = (0.0, float("inf"))
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Feature:
    """A named, versioned instrument: finds evidence in one document and declares its measures.

    Attributes
    ----------
    name : str
        Stable name, which is that of its module.
    version : int
        Goes up whenever the same text would give another number.
    family : {"claims", "voices", "certainty", "sentiment", "agency", "wording", "frames", "lists"}
        The topic that its measures stand under in a report.
    claim : str
        What it claims to show, in one sentence.
    reference : str
        The literature it rests on.
    misfires : str
        When it is known to go wrong.
    find : callable
        From a Document to its evidence.
    measures : tuple of Measure
        Its numbers, each a ratio of two sums.
    lexicon : WordList or None
        The word list of one's own that it was made of.

    Raises
    ------
    UsageError
        If no report has the family.
    """

    name: str
    version: int
    family: Family
    claim: str
    reference: str
    misfires: str
    find: Callable[[Document], list[Evidence]]
    measures: tuple[Measure, ...]
    lexicon: WordList | None = None

    def __post_init__(self) -> None:
        """Refuse a family without a place in the report."""
        if self.family not in FAMILIES:
            raise UsageError(
                f"feature '{self.name}': {must_be_one_of('family', str(self.family), FAMILIES)}"
            )
