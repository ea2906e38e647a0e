"""Figures of several sources side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, Self

from matplotlib.axes import Axes

from divergence.comparing.results import Comparison, LedgerEntry, LedgerFigure
from divergence.displays.display import Display, checked
from divergence.phrases import commas, declared, say, semicolons
from divergence.plots import ledger
from divergence.plots.ledger import LedgerGroup, LedgerRow
from divergence.plots.lettering import plain
from divergence.plots.numerals import interval, number

VERDICTS = ("differ", "agree", "only")


class LedgerDisplay(Display[tuple[LedgerGroup, ...]]):
    """What each source says how many of, with who says so.

    See Also
    --------
    divergence.plots.ledger.draw : What is drawn, and how to read it.
    """

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        verdict: Literal["agree", "differ", "only"] | None = None,
        most: int = 26,
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
        >>> from divergence.measuring.digest import digest
        >>> from divergence.text.annotate import annotate
        >>> from divergence.types import Article
        >>> said = {"Post": "The flood killed 12 people.", "Times": "The flood killed 9 people."}
        >>> texts = [Article(name, name, text, event="flood") for name, text in said.items()]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> [row.text for row in LedgerDisplay.from_comparison(comparison).data[0].rows]
        ["12 (in the outlet's own name)", "9 (in the outlet's own name)"]
        """
        if verdict is not None:
            checked("verdict", verdict, VERDICTS)
        wanted = ("differ", "agree") if verdict is None else (verdict,)
        entries = [one for one in comparison.ledger if one.verdict in wanted]
        entries.sort(key=lambda one: VERDICTS.index(one.verdict))
        several = len(comparison.events) > 1
        groups: list[LedgerGroup] = []
        for entry in entries:
            group = _group(entry, several=several)
            used = sum(len(each.rows) for each in groups)
            if not group.rows or (groups and used + len(group.rows) > most):
                continue
            groups.append(group)
        n = sum(len(each.rows) for each in groups)
        left = len(entries) - len(groups)
        how = [say("claims.ledger_how", figures=n), say("caution.more", n=left) if left else ""]
        return cls(
            tuple(groups), title=_found(entries, verdict), subtitle=" ".join(filter(None, how))
        ).plot(ax)

    def _draw(self, ax: Axes | None) -> Axes:
        return ledger.draw(self.data, ax=ax, title=self.title, subtitle=self.subtitle)


def _found(entries: Sequence[LedgerEntry], verdict: str | None) -> str:
    if verdict == "only":
        return say("claims.alone")
    differ = sum(one.verdict == "differ" for one in entries)
    agree = len(entries) - differ
    if not differ:
        return say("claims.ledger_agrees", subjects=agree)
    return say("claims.ledger", subjects=differ, agree=agree)


def _group(entry: LedgerEntry, *, several: bool) -> LedgerGroup:
    subject = plain(entry.subject, limit=110)
    subject = subject[:1].upper() + subject[1:]
    others = (plain(declared(text), limit=90) for text in entry.differences)
    return LedgerGroup(
        f"{plain(entry.event, limit=44)}: {subject}" if several and entry.event else subject,
        semicolons((say(f"verdict.{entry.verdict}"), *others)),
        tuple(
            LedgerRow(one.at.source, one.low, one.high, _said(one))
            for one in _once(entry.figures)
            if math.isfinite(one.low) and math.isfinite(one.high)
        ),
    )


def _once(figures: Sequence[LedgerFigure]) -> list[LedgerFigure]:
    """Leave out what an article repeats: one row for a source, number and claimant."""
    kept: dict[tuple[object, ...], LedgerFigure] = {}
    for one in figures:
        kept.setdefault((one.at.source, one.low, one.high, one.bound, one.claimant), one)
    return list(kept.values())


def _said(one: LedgerFigure) -> str:
    amount = interval(one.low, one.high)
    if one.low == one.high:
        amount = say(f"bound.{one.bound}", number=number(one.low))
    claimant = plain(one.claimant, limit=60)
    told = [say("claims.says", claimant=claimant) if claimant else say("claims.own_name")]
    if one.window:
        told.append(say("list.quoted", text=plain(one.window, limit=40)))
    if one.place:
        told.append(plain(one.place, limit=40))
    return say("claims.figure", amount=amount, told=commas(told))
