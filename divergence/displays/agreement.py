"""Which source carries which statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.claims.claim_results import Presence, Statement
from divergence.comparing.claims.statement_carriers import presence, reach, shared
from divergence.comparing.comparison import Comparison
from divergence.digesting.quotable import SentenceRef
from divergence.displays.display import Display, checked, must_be_compared, source_names
from divergence.phrases import say
from divergence.plots import agreement
from divergence.plots.agreement import Agreement
from divergence.plots.lettering import plain


class AgreementDisplay(Display[Agreement]):
    """Which source carries which statement: a dot where it does, a hollow one for one like it."""

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        event: str | None = None,
        most: int = 14,
        ax: Axes | None = None,
    ) -> Self:
        """Draw the statements that two sources or more carry, the most widely told first.

        Parameters
        ----------
        comparison : Comparison
            As :func:`divergence.comparing.compare.compare` gives it from digests; a table of
            counts holds no statements.
        event : str, optional
            Only statements on this event.
        most : int, optional
            How many statements.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        AgreementDisplay
            Drawn; each statement goes by its shortest sentence.

        Raises
        ------
        UsageError
            If there is no such event.

        Examples
        --------
        >>> from divergence.comparing.compare import compare
        >>> from divergence.digesting.digest import digest
        >>> from divergence.text.annotate import annotate
        >>> from divergence.types import Article
        >>> text = "The old stone bridge over the river was closed on Monday."
        >>> texts = [Article(name, name, text, event="bridge") for name in ("Post", "Times")]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> AgreementDisplay.from_comparison(comparison).data.carried
        (('carries', 'carries'),)
        """
        must_be_compared(comparison)
        checked("event", event, comparison.events)
        together = shared(
            statement for statement in comparison.statements if event in (None, statement.event)
        )
        sources = source_names(comparison)
        texts = tuple(plain(shortest(statement).text, limit=200) for statement in together[:most])
        left = len(together) - len(texts)
        carried = tuple(presence(statement, sources) for statement in together[:most])
        subtitle = how_to_read(together, carried)
        if left > 0:
            subtitle += f" {say('caution.more', n=left)}"
        data = Agreement(texts, sources, carried)
        return cls(data, title=headline(together), subtitle=subtitle).plot(ax)

    _plot = agreement
    _width = agreement.WIDE


def shortest(statement: Statement) -> SentenceRef:
    """Return the sentence that a statement goes by."""
    return min(statement.sentences, key=lambda ref: (len(ref.text), ref.article))


def headline(together: Sequence[Statement]) -> str:
    """Say how many statements several sources carry."""
    return say("claims.agreement", statements=len(together))


def how_to_read(together: Sequence[Statement], carried: Sequence[Sequence[Presence]]) -> str:
    """Say how to read the chart, and how many statements every source carries."""
    everyone = sum(reach(statement) == "all" for statement in together)
    how = say("claims.agreement_how", everyone=everyone)
    # Where all wrote on all events, no place is blank.
    elsewhere = any("absent" in row for row in carried)
    return f"{how} {say('claims.agreement_absent')}" if elsewhere else how
