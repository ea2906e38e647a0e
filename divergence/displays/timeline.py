"""When each source published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date as Date
from typing import Self

from matplotlib.axes import Axes

from divergence.displays.display import Display, several
from divergence.errors import UsageError
from divergence.measuring.table_articles import settled
from divergence.phrases import say
from divergence.plots import timeline
from divergence.plots.number_format import count
from divergence.plots.party_names import list_of, short
from divergence.plots.timeline import DayCount
from divergence.types import Article, Corpus, Document

MOST_NAMED = 3


class TimelineDisplay(Display[tuple[DayCount, ...]]):
    """A row for every source and a dot for every day, larger for more articles."""

    @classmethod
    def from_articles(
        cls, articles: Corpus | Iterable[Article | Document], *, ax: Axes | None = None
    ) -> Self:
        """Draw the dates of articles.

        Parameters
        ----------
        articles : Corpus, or iterable of Article or Document
            A comparison does not keep the dates of its articles, so they are drawn from these.
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a figure of its own.

        Returns
        -------
        TimelineDisplay
            Drawn, sources in alphabetical order; articles without a date are counted below the
            title.

        Raises
        ------
        UsageError
            If something among them is not an article, or its date no date.

        Examples
        --------
        >>> from datetime import date
        >>> articles = [Article("1", "Post", "It rained.", date=date(2024, 5, 3))]
        >>> TimelineDisplay.from_articles(articles).data
        (DayCount(source='Post', day=datetime.date(2024, 5, 3), articles=1),)
        """
        tally: Counter[tuple[str, Date]] = Counter()
        undated = 0
        for given in articles.articles if isinstance(articles, Corpus) else several(articles):
            article = given.article if isinstance(given, Document) else given
            if not isinstance(article, Article):
                raise UsageError(f"a timeline takes articles, not {type(given).__name__}")
            article = settled(article)
            if article.date is None:
                undated += 1
            else:
                tally[article.source, article.date] += 1
        subtitle = say("time.how", articles=tally.total())
        if undated:
            subtitle += f" {say('time.undated', articles=undated)}"
        days = tuple(DayCount(source, day, n) for (source, day), n in sorted(tally.items()))
        return cls(days, title=headline(tally), subtitle=subtitle).plot(ax)

    _plot = timeline


def headline(days: Collection[tuple[str, Date]]) -> str:
    """Say which source has the earliest day, or that several share it."""
    if not days:
        return say("heading.time")
    start = min(day for _, day in days)
    first = sorted(source for source, day in days if day == start)
    if len(first) == 1:
        return say("time.first", source=short(first[0]))
    who = list_of(first) if len(first) <= MOST_NAMED else count(len(first), "source")
    return say("time.first_together", who=who)
