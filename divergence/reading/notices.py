"""What reading left open: dates that were not read, sources that only a file's name gives.

Such articles are used all the same, so that nothing is lost; whoever reads the numbers must know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from typing import Protocol

from divergence.reading.dates import is_ambiguous
from divergence.types import Article

_SHOWN = 5
_LONGEST = 40
_ISO = "2024-03-14"
# Coverage of one event rarely begins anew after a month.
_ONE_EVENT_DAYS = 31


class Dated(Protocol):
    """An article, or what is kept of it."""

    @property
    def id(self) -> str:
        """Its identifier."""

    @property
    def date(self) -> Date | None:
        """Its date where one was read."""

    @property
    def metadata(self) -> Mapping[str, str]:
        """Its fields; ``date`` holds a date that was not read."""


def unread_date(article: Dated) -> str:
    """Return the date that an article's file gives and that was not read, or ""."""
    return "" if article.date else article.metadata.get("date", "")


def date_notice(articles: Iterable[Dated]) -> str:
    """Say which dates were not read, or ""."""
    unread = [(article.id, given) for article in articles if (given := unread_date(article))]
    if not unread:
        return ""
    shown = (f"{place} ({_quoted(given)})" for place, given in unread[:_SHOWN])
    what = "article has a date that was" if len(unread) == 1 else "articles have dates that were"
    return f"{len(unread):,} {what} not read: {_with_rest(shown, len(unread))}. Write {_ISO}."


def excerpt_notice(articles: Sequence[Dated]) -> str:
    """Say how many articles are less than the whole text, as newspapers' APIs give them, or ""."""
    n = sum(1 for article in articles if article.metadata.get("extent"))
    return f"{n:,} of {len(articles):,} articles hold less than the whole text" if n else ""


def source_notice(articles: Iterable[Article]) -> str:
    """Say which articles in folders of their own have no source but their file's name, or ""."""
    named = [article.path for article in articles if _is_named_after_file(article)]
    if not named:
        return ""
    what = (
        "article in a folder counts under its file's name, as it names"
        if len(named) == 1
        else "articles in folders count under their files' names, as they name"
    )
    return (
        f"{len(named):,} {what} no source: {_with_rest(iter(named[:_SHOWN]), len(named))}. "
        "Where folders are the sources, compare by folder (--by folder), or name the source in "
        "each file."
    )


def event_notice(articles: Iterable[Article]) -> str:
    """Say that dates lie far apart for one event where no article names its event, or ""."""
    days = []
    for article in articles:
        if article.event:
            return ""
        if article.date:
            days.append(article.date)
    apart = (max(days) - min(days)).days if days else 0
    if apart <= _ONE_EVENT_DAYS:
        return ""
    return (
        f"no article names its event, and their dates lie {apart:,} days apart ({min(days)} to "
        f"{max(days)}): they are compared as one event. If they report several, name the event in "
        "each file (event: ...)."
    )


def _is_named_after_file(article: Article) -> bool:
    folder, _, name = article.path.rpartition("/")
    return bool(folder) and article.source == (name.split(".")[0] or name)


def _quoted(given: str) -> str:
    short = given if len(given) <= _LONGEST else given[: _LONGEST - 1] + "…"
    return f"{short!r}: two days are possible" if is_ambiguous(given) else repr(short)


def _with_rest(shown: Iterator[str], n: int) -> str:
    rest = f" and {n - _SHOWN:,} more" if n > _SHOWN else ""
    return ", ".join(shown) + rest
