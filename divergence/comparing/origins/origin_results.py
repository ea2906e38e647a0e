"""Results of origins: copies, and what two articles share.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

from divergence.comparing.cautions import Caution, Doubted
from divergence.digesting.quotable import LedgerFigure, SentenceRef

__all__ = ["Kinship", "Member", "Origin", "SharedFigure", "SharedPassage"]


Kin = Literal["copy", "shared text", "shared account"]


@dataclass(frozen=True, slots=True)
class Member:
    """An article as one of several: which it is, whose, on what and of when."""

    article: str
    source: str
    event: str
    date: Date | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that are the same text, edited or cut, and count as one independent origin.

    ``credits`` are the agencies that any of them credits; none where nobody says where the text
    comes from.
    """

    members: tuple[Member, ...]
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A run of words that two articles share, as the first writes it, with its sentences.

    ``quoted`` is True where both articles have all of it between quotation marks.
    """

    text: str
    n_words: int
    quoted: bool
    a: tuple[SentenceRef, ...]
    b: tuple[SentenceRef, ...]


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A number of the same unit that two articles give in the same name, or both in their own."""

    a: LedgerFigure
    b: LedgerFigure


@dataclass(frozen=True, slots=True)
class Kinship(Doubted):
    """What two articles have in common that two independent reports would not.

    ``kind`` is "copy" (the same text, edited or cut), "shared text" (passages of the reporters'
    own words) or "shared account" (over half of what one of them quotes and counts is in the other
    too). Nothing here tells who took from whom: both may have it from a third.

    ``resemblance`` is the share of all five-word shingles of both that both have, ``containment``
    the share of the first's that the second has, and the other way round. ``quotations`` is the
    share of quoted words, ``figures`` that of figures, ``account`` that of quotations and figures
    together, each of the first article found in the second and the other way round; nan where an
    article has none. ``n_items`` counts the quotations and figures of either article, ``n_shared``
    those in both. ``speakers`` stand behind what is shared, and ``named`` are agencies, outlets
    and institutes that both articles name or credit. Of ``passages`` the longest are kept.
    """

    kind: Kin
    a: Member
    b: Member
    resemblance: float
    containment: tuple[float, float]
    quotations: tuple[float, float]
    figures: tuple[float, float]
    account: tuple[float, float]
    n_items: tuple[int, int]
    n_shared: int
    speakers: tuple[str, ...]
    named: tuple[str, ...]
    passages: tuple[SharedPassage, ...]
    shared_figures: tuple[SharedFigure, ...]
    cautions: tuple[Caution, ...]
