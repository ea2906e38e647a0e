"""Figures of several sources side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Self

from matplotlib.axes import Axes

from divergence.comparing.ledger import verdicts
from divergence.comparing.results import Comparison, LedgerEntry
from divergence.displays import figures
from divergence.displays.display import Display, checked, must_be_compared
from divergence.phrases import say
from divergence.plots import ledger
from divergence.plots.ledger import LedgerGroup
from divergence.plots.lettering import plain

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
        must_be_compared(comparison)
        if verdict is not None:
            checked("verdict", verdict, VERDICTS)
        wanted = ("differ", "agree") if verdict is None else (verdict,)
        entries = [one for one in comparison.ledger if one.verdict in wanted]
        entries.sort(key=lambda one: VERDICTS.index(one.verdict))
        several = len(comparison.events) > 1
        groups: list[LedgerGroup] = []
        for entry in entries:
            event = plain(entry.event, limit=44) if several else ""
            group = figures.group(entry, figures.subject(entry, event))
            used = sum(len(each.rows) for each in groups)
            if not group.rows or (groups and used + len(group.rows) > most):
                continue
            groups.append(group)
        n = sum(len(each.rows) for each in groups)
        left = len(entries) - len(groups)
        how = [say("claims.ledger_how", figures=n), say("caution.more", n=left) if left else ""]
        title = say("claims.alone") if verdict == "only" else found(entries)
        return cls(tuple(groups), title=title, subtitle=" ".join(filter(None, how))).plot(ax)

    _draw = staticmethod(ledger.draw)


def found(entries: Sequence[LedgerEntry]) -> str:
    """Say on how many subjects the numbers differ, and on how many they agree."""
    told = verdicts(entries)
    return say("claims.ledger", compared=told.compared, agree=told.agree, differ=told.differ)
