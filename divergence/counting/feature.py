"""What a feature is: a finder of evidence and the measures declared over what it finds.

Every measure is a ratio of two sums, so that articles, sources and machines add up. The numerator
sums the weights of the evidence whose category is in ``of``; ``per`` names the denominator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from divergence.errors import UsageError, must_be_one_of
from divergence.lexicons.word_list import WordList
from divergence.types import Document, Evidence

if TYPE_CHECKING:
    from divergence.counting.readers import Reader, SideReader

__all__ = ["Feature", "Measure"]


Per = Literal["words", "sentences", "evidence", "side_evidence", "weight"]
Family = Literal[
    "claims", "voices", "certainty", "sentiment", "agency", "wording", "frames", "lists"
]
FAMILIES: tuple[str, ...] = get_args(Family)
# Fields of a measure that document its reader: no part of what a report says of an instrument.
READER_WORDS = ("undefined", "note", "example")
_UNDEFINED: dict[Per, str] = {
    "words": "the text has no words in the voice asked for",
    "sentences": "the text has no sentence in the voice asked for",
    "evidence": "nothing that counts below the line was found",
    "side_evidence": "nothing of the side that counts below the line was found",
    "weight": "nothing that counts below the line was found",
}


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
    undefined : str
        Where the number is nan, in words ("the text has no passive"); by default what ``per`` says.
    note : str
        What to know before the number is read.
    example : tuple of str and float, optional
        A text and its number to two places (None for nan). Of a measure per side it is the number
        of the side North, with the aliases "North" and "Northern".
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
    undefined: str = ""
    note: str = ""
    example: tuple[str, float | None] | None = None

    @property
    def where_undefined(self) -> str:
        """Where the number is nan, in words."""
        return self.undefined or _UNDEFINED[self.per]

    @property
    def range(self) -> str:
        """The possible values, in words: "0 or more"."""
        low, high = self.bounds
        if high != float("inf"):
            return f"{low:g} to {high:g}"
        return f"{low:g} or more" if low != -high else "any number"


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

    def measure(self, name: str) -> Measure:
        """Return one of its measures.

        Parameters
        ----------
        name : str
            The measure's name, with or without that of the feature.

        Returns
        -------
        Measure
            Its declaration.

        Raises
        ------
        UsageError
            If the feature has no such measure.

        Examples
        --------
        >>> from divergence.features import hedging
        >>> hedging.FEATURE.measure("rate").unit
        'per 100 words'
        """
        known = {measure.name: measure for measure in self.measures}
        full = name if name in known else f"{self.name}.{name}"
        if full not in known:
            raise UsageError(must_be_one_of("measure", full, known))
        return known[full]

    def reader(self, measure: str, *, name: str = "") -> Reader:
        """Make the function that reads one of its measures: ``rate = FEATURE.reader("rate")``.

        Parameters
        ----------
        measure : str
            The measure's name, with or without that of the feature.
        name : str, optional
            What the function is called in the module of ``find``, where it is not the measure's.

        Returns
        -------
        callable
            From a text and a voice to a number, documented from the measure's declaration.

        Raises
        ------
        UsageError
            If the feature has no such measure, or it is taken per side.

        Examples
        --------
        >>> from divergence.features import hedging
        >>> rate = hedging.FEATURE.reader("rate")
        >>> rate("It may rain in May.", voice="reporter")
        20.0
        """
        from divergence.counting.readers import make_reader

        return make_reader(self, self.measure(measure), name)

    def side_reader(self, measure: str, *, name: str = "") -> SideReader:
        """Make the function that reads a measure taken per side.

        Parameters
        ----------
        measure, name : str
            As in :meth:`reader`.

        Returns
        -------
        callable
            From a text, a side and a voice to a number.

        Raises
        ------
        UsageError
            If the feature has no such measure, or it is not taken per side.

        Examples
        --------
        >>> from divergence.features import agency
        >>> from divergence.types import Side
        >>> share = agency.FEATURE.side_reader("agent")
        >>> share("Northern troops attacked.", "North", sides=[Side("North", ("Northern",))])
        1.0
        """
        from divergence.counting.readers import make_side_reader

        return make_side_reader(self, self.measure(measure), name)
