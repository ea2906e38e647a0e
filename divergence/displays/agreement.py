"""Which source carries which statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from matplotlib.axes import Axes

from divergence.comparing.results import Comparison, Statement
from divergence.displays.display import Display, checked, must_be_compared
from divergence.measuring.quotable import SentenceRef
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
        must_be_compared(comparison)
        if event is not None:
            checked("event", event, comparison.events)
        told = together(one for one in comparison.statements if event in (None, one.event))
        sources = tuple(each.source for each in comparison.sources)
        texts = tuple(plain(shortest(one).text, limit=200) for one in told[:most])
        left = len(told) - len(texts)
        subtitle = f"{how(told)} {say('caution.more', n=left)}" if left > 0 else how(told)
        return cls(
            Agreement(texts, sources, tuple(carried(one, sources) for one in told[:most])),
            title=found(told),
            subtitle=subtitle,
        ).plot(ax)

    _draw = staticmethod(agreement.draw)


def together(statements: Iterable[Statement]) -> list[Statement]:
    """Return those that two sources or more carry, the most widely told first."""
    several = [one for one in statements if len(one.sources) > 1]
    return sorted(several, key=lambda one: (-len(one.sources), len(one.missing)))


def shortest(one: Statement) -> SentenceRef:
    """Return the sentence that a statement goes by."""
    return min(one.sentences, key=lambda ref: (len(ref.text), ref.article))


def carried(one: Statement, sources: Sequence[str]) -> tuple[bool | None, ...]:
    """Tell of each source whether it carries a statement; None where it is not on its event."""
    told = dict.fromkeys(one.missing, False) | dict.fromkeys(one.sources, True)
    return tuple(map(told.get, sources))


def found(together: Sequence[Statement]) -> str:
    """Say how many statements several sources carry."""
    return say("claims.agreement", statements=len(together))


def how(together: Sequence[Statement]) -> str:
    """Say how to read the chart, and how many statements every source carries."""
    everyone = sum(not one.missing for one in together)
    return say("claims.agreement_how", everyone=everyone)
