"""Results of claims: statements, figures side by side, omissions, conflicts.

``nan`` means undefined, and the ``cautions`` beside it say why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.phrases import say
from divergence.phrases.saying import Words

__all__ = [
    "Conflict",
    "LedgerDifference",
    "LedgerEntry",
    "Omission",
    "Statement",
    "Version",
]


Respect = Literal["number", "bound", "event", "window", "place", "claimant"]
# What a statement holds: a figure, what somebody claims, a name that acts, a finite verb.
Content = Literal["figure", "claim", "actor", "clause"]
# How far a statement reaches (see statement_carriers.py), and what each source has of it.
Reach = Literal["all", "several", "one", "open"]
Presence = Literal["carries", "alike", "nothing", "absent"]
Aspect = Literal["number", "unit", "period", "place", "claimant", "certainty", "negation"]
OmissionReason = Literal["published earlier", "shorter article", "missing"]


def text_order(ref: SentenceRef) -> tuple[str, str, int]:
    """Order of sentences that looks at nothing but where they stand."""
    return ref.source, ref.article, ref.sentence


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
    return say("told_apart.or").join(say("told_apart.quoted", text=text) for text in words)


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
    was read; :func:`divergence.comparing.claims.sentence_judgment.judge_pairs` says how often it
    was right. It is no probability of either version being true. Equal figures that different
    claimants give, or one claimant and the outlet itself, are conflicts of the claimant.
    """

    event: str
    aspect: Aspect
    versions: tuple[Version, ...]
    confidence: float
