"""A comparison: the frozen results of all engines; reports and plots draw and never recompute.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from divergence.comparing.cautions import Caution
from divergence.comparing.claims.claim_results import Conflict, LedgerEntry, Omission, Statement
from divergence.comparing.measures.measure_results import (
    Contrast,
    Distances,
    Estimate,
    Parting,
    PeriodEstimate,
)
from divergence.comparing.noise_floor import FamilyDivergence
from divergence.comparing.origins.origin_results import Kinship, Origin
from divergence.comparing.parties import SourceProfile
from divergence.comparing.words.word_results import KeynessBasis, KeyTerm, Naming, WordShift
from divergence.counting.columns import Column

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Comparison"]


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Everything that one run compared. With a single source the contrasts are empty.

    Attributes
    ----------
    sources : tuple of SourceProfile
        The groups, with their numbers of articles, sentences and words.
    sides, events : tuple of str
        Names of the sides, and of the events that were named or found.
    columns : tuple of Column
        What was measured.
    estimates : tuple of Estimate
        Every measure of every source, with its interval.
    contrasts : tuple of Contrast
        Differences between sources, with interval, p and q.
    keyness : tuple of KeyTerm
        Words that are one source's own.
    keyness_basis : tuple of KeynessBasis
        What each of those rests on: words, events and the prior.
    shifts : tuple of WordShift
        Which words move two vocabularies apart.
    statements : tuple of Statement
        What is told, and by which sources.
    ledger : tuple of LedgerEntry
        Figures of one quantity, side by side.
    omissions : tuple of Omission
        What most sources tell and one does not.
    conflicts : tuple of Conflict
        What sources tell differently.
    origins : tuple of Origin
        Copies of one text, which count once.
    kinships : tuple of Kinship
        Articles that share passages, quotations or figures.
    namings : tuple of Naming
        How sources label the same actor.
    distances : tuple of Distances
        How far sources are from each other, by family.
    profile : tuple of FamilyDivergence
        How far each family parts the sources, beside its noise floor.
    periods : tuple of PeriodEstimate
        Measures over time, where dates allow.
    partings : tuple of Parting
        Periods in which coverage parts.
    cautions : tuple of Caution
        What could not be compared, and why; ``str`` says each.
    seed, rounds : int
        Of everything that is drawn at random.
    by, within : str
        The fields that articles were compared by and within.
    reference : str or None
        The group that all others were held against.
    """

    sources: tuple[SourceProfile, ...]
    sides: tuple[str, ...]
    events: tuple[str, ...]
    columns: tuple[Column, ...]
    estimates: tuple[Estimate, ...]
    contrasts: tuple[Contrast, ...]
    keyness: tuple[KeyTerm, ...]
    shifts: tuple[WordShift, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    distances: tuple[Distances, ...]
    cautions: tuple[Caution, ...]
    seed: int
    rounds: int
    profile: tuple[FamilyDivergence, ...] = ()
    periods: tuple[PeriodEstimate, ...] = ()
    partings: tuple[Parting, ...] = ()
    omissions: tuple[Omission, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    origins: tuple[Origin, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    keyness_basis: tuple[KeynessBasis, ...] = ()
    namings: tuple[Naming, ...] = ()
    by: str = "source"
    within: str = "event"
    reference: str | None = None

    def __repr__(self) -> str:
        # All fields of a few articles are pages long.
        n_articles = sum(source.n_articles for source in self.sources)
        counted = (
            (len(self.sources), "source"),
            (n_articles, "article"),
            (len(self.events), "event"),
            (len(self.columns), "column"),
            (len(self.contrasts), "contrast"),
        )
        sizes = ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counted)
        return f"<Comparison: {sizes}; seed {self.seed}, {self.rounds:,} rounds>"

    def to_frame(self) -> pd.DataFrame:
        """Return estimates and contrasts as one tidy frame.

        Returns
        -------
        pandas.DataFrame
            One row for each: ``kind`` ("estimate" or "contrast"), ``source``, ``reference``,
            ``column``, ``side``, ``unit``, ``voice``, ``value`` (the estimate, or the
            difference), ``low``, ``high`` and more; nan where undefined. ``attrs`` holds
            ``units`` by column.

        Examples
        --------
        >>> from divergence import Article, compare, measure
        >>> articles = [Article("1", "Post", "It may rain."), Article("2", "Times", "It rains.")]
        >>> frame = compare(measure(articles, features=["hedging"]), rounds=20).to_frame()
        >>> sorted(set(frame["kind"]))
        ['contrast', 'estimate']
        """
        from divergence.comparing.comparison_frame import to_frame

        return to_frame(self)

    def _repr_html_(self) -> str:
        """Return the sources and counts for a notebook."""
        from divergence.comparing.comparison_notebook import html

        return html(self)
