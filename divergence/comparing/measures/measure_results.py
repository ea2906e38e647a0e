"""Results of measures: estimates, differences, periods, distances.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from divergence.comparing.cautions import Caution, Doubted
from divergence.comparing.noise_floor import FamilyDivergence
from divergence.comparing.parties import Basis
from divergence.types import VoiceChoice

__all__ = ["Contrast", "Distances", "Estimate", "Parting", "PeriodEstimate"]


@dataclass(frozen=True, slots=True)
class Estimate(Doubted):
    """A measure of one source in one voice, with its interval and the counts it rests on.

    ``basis`` says what was resampled for the interval: whole articles, or blocks of sentences of
    the only article (a description of that article, not of the source).
    """

    source: str
    column: str
    voice: VoiceChoice
    value: float
    low: float
    high: float
    numerator: float
    denominator: float
    n_articles: int
    n_evidence: int
    basis: Basis
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Contrast(Doubted):
    """A difference ``value(source) - value(reference)`` with its interval.

    ``reference`` is a source, or "the others" for one against the rest. ``n_events`` is the number
    of events that carry the difference, each compared within itself; 1 where all articles are on
    one event, 0 where the two have no event in common. ``strength`` is the
    difference divided by the half width of its interval (1 means that the interval just touches
    zero); ``p`` is a permutation p-value over articles and ``q`` its Benjamini-Hochberg value
    within the family, both nan where a source has fewer than two articles.
    """

    source: str
    reference: str
    column: str
    voice: VoiceChoice
    difference: float
    low: float
    high: float
    strength: float
    p: float
    q: float
    cautions: tuple[Caution, ...]
    n_events: int = 1


@dataclass(frozen=True, slots=True)
class PeriodEstimate(Doubted):
    """A measure of one source in one period, in all voices; both days belong to the period."""

    source: str
    column: str
    start: Date
    end: Date
    value: float
    low: float
    high: float
    n_articles: int
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """How far a source and its reference lie apart in one family in one period."""

    start: Date
    end: Date
    divergence: FamilyDivergence


@dataclass(frozen=True, slots=True)
class Distances:
    """Distances between sources for one family of features; nan where nothing is defined.

    ``values[i][j]`` is the root mean square of the differences of the family's columns, each in
    units of that column's standard deviation over articles (or sentence blocks).
    """

    family: str
    sources: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    n_columns: int
