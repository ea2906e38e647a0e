"""What a measure declares: what it counts, per what, its unit, and how its number is read.

Every measure is a ratio of two sums, so that articles, sources and machines add up. The numerator
sums the weights of the evidence whose category is in ``of``; ``per`` names the denominator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Measure"]

Per = Literal["words", "sentences", "evidence", "side_evidence", "weight"]
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
