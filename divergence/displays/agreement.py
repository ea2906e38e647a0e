"""Which source carries which statement."""

from __future__ import annotations

from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.results import Comparison
from divergence.displays.display import Display, checked
from divergence.phrases import say
from divergence.plots import agreement
from divergence.plots.agreement import Agreement
from divergence.plots.lettering import plain


class AgreementDisplay(Display[Agreement]):
    """Which source carries which statement.

    See Also
    --------
    divergence.plots.agreement.draw : What is drawn, and how to read it.
    """

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
        >>> from divergence.measuring.digest import digest
        >>> from divergence.text.annotate import annotate
        >>> from divergence.types import Article
        >>> told = "The old stone bridge over the river was closed on Monday."
        >>> texts = [Article(name, name, told, event="bridge") for name in ("Post", "Times")]
        >>> comparison = compare([digest(annotate(text), ()) for text in texts], rounds=20)
        >>> AgreementDisplay.from_comparison(comparison).data.carried
        ((True, True),)
        """
        if event is not None:
            checked("event", event, comparison.events)
        together = [
            one
            for one in comparison.statements
            if len(one.sources) > 1 and event in (None, one.event)
        ]
        together.sort(key=lambda one: (-len(one.sources), len(one.missing)))
        sources = tuple(each.source for each in comparison.sources)
        shown = together[:most]
        shortest = [
            min(one.sentences, key=lambda ref: (len(ref.text), ref.article)) for one in shown
        ]
        carried = tuple(
            tuple(
                True if source in one.sources else (False if source in one.missing else None)
                for source in sources
            )
            for one in shown
        )
        left = len(together) - len(shown)
        everyone = sum(not one.missing for one in together)
        how = say("claims.agreement_how", everyone=everyone)
        return cls(
            Agreement(tuple(plain(one.text, limit=200) for one in shortest), sources, carried),
            title=say("claims.agreement", statements=len(together)),
            subtitle=f"{how} {say('caution.more', n=left)}" if left else how,
        ).plot(ax)

    def _draw(self, ax: Axes | None) -> Axes:
        return agreement.draw(self.data, ax=ax, title=self.title, subtitle=self.subtitle)
