"""What a feature is: a finder of evidence and the measures declared over what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from divergence.counting.declaration import Measure
from divergence.errors import UsageError, must_be_one_of
from divergence.lexicons.word_list import WordList
from divergence.types import Document, Evidence

if TYPE_CHECKING:
    from divergence.counting.readers import Reader, SideReader

__all__ = ["Feature"]


Family = Literal[
    "claims", "voices", "certainty", "sentiment", "agency", "wording", "frames", "lists"
]
FAMILIES: tuple[str, ...] = get_args(Family)


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
