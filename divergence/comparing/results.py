"""What a comparison holds: frozen results that reports and plots draw and never recompute.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from divergence.measuring.columns import Column
from divergence.measuring.quotable import LedgerFigure, SentenceRef
from divergence.phrases import Catalogue, commas, say, semicolons, spoken
from divergence.phrases.saying import Saying, Words
from divergence.types import VoiceChoice

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["articles", "sentences", "none"]
Aspect = Literal["number", "unit", "period", "place", "claimant", "certainty", "negation"]
Kin = Literal["copy", "shared text", "shared account"]
Respect = Literal["number", "bound", "event", "window", "place", "claimant"]
OmissionReason = Literal["published earlier", "shorter article", "missing"]
# What a statement holds: a figure, what somebody claims, a name that acts, a finite verb.
Content = Literal["figure", "claim", "actor", "clause"]
# How far a statement reaches (see divergence.comparing.carrying), and what each source has of it.
Reach = Literal["all", "several", "one", "open"]
Presence = Literal["carries", "alike", "nothing", "absent"]

# What a source is held against where there are more than two.
THE_OTHERS = "the others"
# Names that a caution lists; the rest are counted.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Caution:
    """A reason to doubt a number: what it is, not a sentence.

    ``kind`` is a key of the table ``doubt`` of :mod:`divergence.phrases`, ``fields`` are the
    numbers and names of its phrase (see :func:`divergence.comparing.cautions.because`), and
    ``party`` is the one of two parties whose number is meant. ``str`` says it in the language that
    is spoken.

    Examples
    --------
    >>> Caution("few_articles", (("articles", 3),), "Post")
    <Caution few_articles: Post: only 3 articles>
    """

    kind: str
    fields: tuple[tuple[str, int | str | tuple[str, ...]], ...] = ()
    party: str = ""

    def __str__(self) -> str:
        told = {
            name: _named(value) if isinstance(value, tuple) else value
            for name, value in self.fields
        }
        said = say(f"doubt.{self.kind}", **told)
        if not self.party:
            return said
        party = say("name.others") if self.party == THE_OTHERS else self.party
        return say("list.of", party=party, said=said)

    def __repr__(self) -> str:
        return f"<Caution {self.kind}: {self}>"


def _named(names: tuple[str, ...]) -> str:
    shown = commas(names[:MOST_NAMED])
    left = len(names) - MOST_NAMED
    return say("list.more", start=shown, n=left) if left > 0 else shown


class Doubted:
    """A result with cautions: code asks for their kinds, tables show them in words."""

    __slots__ = ()
    cautions: tuple[Caution, ...]

    @property
    def caution(self) -> str:
        """All cautions in words, in the language that is spoken; "" without any."""
        return _said(self.cautions, spoken())


# The same few cautions stand beside hundreds of thousands of numbers.
@lru_cache(maxsize=4096)
def _said(cautions: tuple[Caution, ...], _: Catalogue) -> str:
    return semicolons([str(each) for each in cautions])


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """How much text of a source was measured, and when it appeared."""

    source: str
    n_articles: int
    n_sentences: int
    n_words: int
    first: Date | None
    last: Date | None


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
class FamilyDivergence(Doubted):
    """How far a source and its reference lie apart in one family, beside its noise floor.

    ``divergence`` is in ``unit``. ``floor`` is what two parts of the same sizes differ by after
    the articles of both were dealt anew within each event (runs of sentences where there are too
    few articles), ``floor_high`` its 95th percentile, ``ratio`` the divergence over the floor: near
    1 the family tells the two no further apart than two halves of one source. ``p`` is the share of
    deals with as large a divergence, ``q`` its Benjamini-Hochberg value over the families. The
    family "overall" is the geometric mean of the other ratios and has nothing else.
    """

    source: str
    reference: str
    family: str
    divergence: float
    unit: Saying
    floor: float
    floor_high: float
    ratio: float
    p: float
    q: float
    n_columns: int
    n_events: int
    basis: Basis
    cautions: tuple[Caution, ...]


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
class KeyTerm(Doubted):
    """A word or collocation of one source against the others: log-odds with a Dirichlet prior.

    ``n_events`` is the number of events that the term is compared on, each within itself; 0 where
    no event is shared and all articles are compared at once. ``dispersion`` says how unevenly the
    articles of the party that uses it more hold it: 0 even, 1 all in the smallest one; nan with
    fewer than two articles. ``cautions`` say when a term lives in one article.
    """

    source: str
    reference: str
    term: str
    log_odds: float
    z: float
    count: int
    count_reference: int
    n_articles: int
    n_articles_reference: int
    n_events: int = 0
    dispersion: float = float("nan")
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class KeynessBasis(Doubted):
    """What the key terms of a source and its reference rest on.

    ``prior`` says what the prior is made of, ``strength`` how many words it is worth, summed over
    ``n_events`` events (0: all articles at once). ``n_words`` are the words compared.
    """

    source: str
    reference: str
    prior: Saying
    strength: float
    n_events: int
    n_words: int
    n_words_reference: int
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """One way in which a source labels an actor: "the mercenary group", "a private army".

    ``count`` places in ``n_articles`` articles, the first of them in ``sentences``;
    ``n_mentions`` is how often the source names the actor at all. ``only_here`` says that no other
    source that names the actor labels it so.
    """

    actor: str
    source: str
    label: str
    count: int
    n_articles: int
    n_mentions: int
    only_here: bool
    sentences: tuple[SentenceRef, ...]


@dataclass(frozen=True, slots=True)
class ShiftTerm:
    """One word's share of a Jensen-Shannon divergence; positive: used more by the source."""

    term: str
    contribution: float
    frequency: float
    frequency_reference: float


@dataclass(frozen=True, slots=True)
class WordShift:
    """Jensen-Shannon divergence (bits, 0 to 1) of two vocabularies, with its noise floor.

    ``floor`` is the mean divergence after sentences were dealt at random to two texts of the same
    sizes, ``floor_high`` its 95th percentile. With ``n_events`` above 1 both vocabularies are
    averages over the events that both wrote on; 0 where they share none. ``p`` is a permutation
    p-value where whole articles were dealt, else nan: sentences of one article are not independent.
    """

    source: str
    reference: str
    divergence: float
    floor: float
    floor_high: float
    terms: tuple[ShiftTerm, ...]
    n_events: int = 0
    p: float = math.nan


@dataclass(frozen=True, slots=True)
class Statement:
    """Sentences of different articles on one event that say the same, or one that stands alone.

    ``similarity`` is the lowest link that holds the group together, in [0, 1]; nan for a sentence
    that stands alone. Every source that wrote on the event is in one of three: ``sources`` carry
    it, ``alike`` have a sentence like it or its figure, and in ``missing`` nothing like it was
    found. ``n_origins`` counts its articles with copies, and sentences that share their wording,
    counted once; None where nobody counted. ``contents`` are what its sentences hold: a "figure",
    a "claim" of somebody, an "actor" with a name, a "clause" with a finite verb.
    """

    event: str
    sentences: tuple[SentenceRef, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...]
    similarity: float
    n_origins: int | None = None
    alike: tuple[str, ...] = ()
    contents: tuple[Content, ...] = ()

    @property
    def n_sources(self) -> int:
        """How many sources wrote on the event."""
        return len(self.sources) + len(self.alike) + len(self.missing)


@dataclass(frozen=True, slots=True, repr=False)
class LedgerDifference:
    """One respect in which sources give figures of the same thing differently.

    ``versions`` holds the words of every way in which it is given: none where the outlet gives a
    figure in its own name. ``str`` says it in the language that is spoken.

    Examples
    --------
    >>> LedgerDifference("window", (("past few days",), ("past week",)))
    <LedgerDifference window: 'past few days' against 'past week'>
    """

    respect: Respect
    versions: tuple[tuple[Words, ...], ...]

    def __str__(self) -> str:
        versions = say("told_apart.against").join(map(_quoted, self.versions))
        return say("list.of", party=say(f"respect.{self.respect}"), said=versions)

    def __repr__(self) -> str:
        return f"<LedgerDifference {self}>"


def _quoted(words: tuple[Words, ...]) -> str:
    if not words:
        return say("claimed.own_name")
    return say("told_apart.or").join(say("told_apart.quoted", text=each) for each in words)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Figures of one event that count the same thing, side by side.

    ``verdict`` is "agree", "differ" or "only"; ``differences`` are the respects in which the
    figures differ, each with the words of all. Only a different number makes a
    verdict of "differ"; other differences are listed beside an "agree". ``n_origins`` is as in
    :class:`Statement`.
    """

    event: str
    subject: Words
    verdict: Literal["agree", "differ", "only"]
    figures: tuple[LedgerFigure, ...]
    missing: tuple[str, ...]
    differences: tuple[LedgerDifference, ...]
    n_origins: int | None = None


@dataclass(frozen=True, slots=True)
class Omission:
    """A statement of most sources that one source on the event does not have.

    ``statement`` is the shortest sentence that tells it, ``told_by`` the sources that do, out of
    ``n_sources`` that wrote on the event. ``reason`` is "published earlier" where the source's last
    article on the event is dated before the first that tells it, else "shorter article" where all
    that the source wrote on the event has less than half the words of what those that tell it
    wrote (their median), else "missing"; ``detail`` gives the dates or lengths.
    """

    event: str
    statement: SentenceRef
    source: str
    told_by: tuple[str, ...]
    n_sources: int
    reason: OmissionReason
    detail: Words


@dataclass(frozen=True, slots=True)
class Version:
    """One way in which a matter is told: its words and the sentences that have them."""

    words: Words
    sentences: tuple[SentenceRef, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more versions of one matter that differ in one aspect.

    ``confidence``, in [0, 1], says how well the sentences fit one matter and how well the aspect
    was read (see :func:`divergence.comparing.judging.judge`, with how often it was right): it is
    no probability of either version being true. Equal figures that different claimants give, or one
    claimant and the outlet itself, are conflicts of the claimant.
    """

    event: str
    aspect: Aspect
    versions: tuple[Version, ...]
    confidence: float


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
        n_articles = sum(each.n_articles for each in self.sources)
        counted = (
            (len(self.sources), "source"),
            (n_articles, "article"),
            (len(self.events), "event"),
            (len(self.columns), "column"),
            (len(self.contrasts), "contrast"),
        )
        told = ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counted)
        return f"<Comparison: {told}; seed {self.seed}, {self.rounds:,} rounds>"

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
        from divergence.comparing.frame import to_frame

        return to_frame(self)

    def _repr_html_(self) -> str:
        """Return the sources and counts for a notebook."""
        from divergence.comparing.notebook import html

        return html(self)
