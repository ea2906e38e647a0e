"""Figures of several sources side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Self

from matplotlib.axes import Axes

from divergence.comparing.claims.claim_results import LedgerEntry
from divergence.comparing.claims.ledger import verdicts
from divergence.comparing.comparison import Comparison
from divergence.displays import figure_labels
from divergence.displays.display import Display, checked, must_be_compared
from divergence.phrases import say
from divergence.plots import ledger
from divergence.plots.ledger import LedgerGroup
from divergence.plots.lettering import plain

Verdict = Literal["agree", "differ", "only"]
VERDICTS = ("differ", "agree", "only")
MOST_ROWS = 26


@dataclass(frozen=True, slots=True)
class Choice:
    """The entries of a comparison that a chart is about, and those that it has room to draw."""

    entries: tuple[LedgerEntry, ...]
    drawn: tuple[LedgerEntry, ...]

    @property
    def left(self) -> int:
        """How many are not drawn: no room, or no figure that has a place on an axis."""
        return len(self.entries) - len(self.drawn)


def choose(
    comparison: Comparison, *, verdict: Verdict | None = None, most: int = MOST_ROWS
) -> Choice:
    """Choose which entries of the ledger a chart draws, those that differ first.

    The first is drawn however long it is; a later one that is too long for the rows that are left
    is passed over, and shorter ones after it are not.
    """
    wanted = ("differ", "agree") if verdict is None else (verdict,)
    entries = [entry for entry in comparison.ledger if entry.verdict in wanted]
    entries.sort(key=lambda entry: VERDICTS.index(entry.verdict))
    drawn: list[LedgerEntry] = []
    room = most
    for entry in entries:
        n_rows = len(figure_labels.drawable(entry))
        if n_rows and (not drawn or n_rows <= room):
            drawn.append(entry)
            room -= n_rows
    return Choice(tuple(entries), tuple(drawn))


class LedgerDisplay(Display[tuple[LedgerGroup, ...]]):
    """What each source says how many of, with who says so."""

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        verdict: Verdict | None = None,
        most: int = MOST_ROWS,
        ax: Axes | None = None,
    ) -> Self:
        """Draw the figures of a comparison, those that differ first.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it from digests; a table of
            counts holds no figures.
        verdict : {"agree", "differ", "only"}, optional
            Which entries; by default those that two sources or more have.
        most : int, optional
            How many figures at most; an entry is drawn whole, and at least one is.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        LedgerDisplay
            Drawn.

        Raises
        ------
        UsageError
            If there is no such verdict.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.digesting.digest import digest
        >>> from divergence.text.annotate import annotate
        >>> from divergence.types import Article
        >>> said = {"Post": "The flood killed 12 people.", "Times": "The flood killed 9 people."}
        >>> texts = [Article(name, name, text, event="flood") for name, text in said.items()]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> [row.text for row in LedgerDisplay.from_comparison(comparison).data[0].rows]
        ["12 (in the outlet's own name)", "9 (in the outlet's own name)"]
        """
        must_be_compared(comparison)
        checked("verdict", verdict, VERDICTS)
        choice = choose(comparison, verdict=verdict, most=most)
        several = len(comparison.events) > 1
        events = [plain(entry.event, limit=44) if several else "" for entry in choice.drawn]
        groups = tuple(
            figure_labels.group(entry, figure_labels.subject(entry, event))
            for entry, event in zip(choice.drawn, events, strict=True)
        )
        subtitle = how_to_read(groups)
        if choice.left:
            subtitle += f" {say('caution.more', n=choice.left)}"
        title = say("claims.alone") if verdict == "only" else headline(choice.entries)
        return cls(groups, title=title, subtitle=subtitle).plot(ax)

    _plot = ledger


def how_to_read(groups: Sequence[LedgerGroup]) -> str:
    """Say how the chart is read, and how many figures it draws."""
    return say("claims.ledger_how", figures=sum(len(group.rows) for group in groups))


def headline(entries: Sequence[LedgerEntry]) -> str:
    """Say on how many subjects the numbers differ, and on how many they agree."""
    counts = verdicts(entries)
    return say("claims.ledger", compared=counts.compared, agree=counts.agree, differ=counts.differ)
