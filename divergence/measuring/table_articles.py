"""Articles made from the rows of a table: fields that are missing there, or of other types."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from numbers import Real
from typing import Any

from divergence.errors import UsageError
from divergence.types import Article

_NAMED = ("id", "source")
_OPTIONAL = ("title", "event", "url", "credit", "path")


def is_missing(value: object) -> bool:
    """Whether this stands for nothing: None, a float nan, or a mark of pandas."""
    if value is None or (isinstance(value, Real) and value != value):
        return True
    pandas = sys.modules.get("pandas")
    return pandas is not None and (value is pandas.NA or value is pandas.NaT)


def settled(article: Article) -> Article:
    """Return an article with every field of its type."""
    changes: dict[str, Any] = {}
    for name in _NAMED:
        given: object = getattr(article, name)
        if not isinstance(given, str):
            advice = f"write str({given!r:.40})"
            if is_missing(given):
                advice = "give every article one, or leave this one out"
            raise UsageError(f"its {name} is {_kind(given)}, not a str; {advice}")
    for name in ("text", *_OPTIONAL):
        given = getattr(article, name)
        if is_missing(given):
            changes[name] = ""
        elif not isinstance(given, str):
            raise UsageError(f"its {name} is {_kind(given)}, not a str")
    if type(article.date) not in (Date, type(None)):
        changes["date"] = _day(article.date)
    if not _is_plain(article.metadata):
        changes["metadata"] = _strings(article.metadata)
    return replace(article, **changes) if changes else article


def _day(given: object) -> Date | None:
    if is_missing(given):
        return None
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, Date):
        return given
    raise UsageError(
        f"its date is {_kind(given)}, not a datetime.date; write pandas.Timestamp(...).date()"
    )


def _is_plain(metadata: object) -> bool:
    return isinstance(metadata, Mapping) and all(
        isinstance(part, str) for pair in metadata.items() for part in pair
    )


def _strings(metadata: object) -> dict[str, str]:
    if is_missing(metadata):
        return {}
    if not isinstance(metadata, Mapping):
        raise UsageError(f"its metadata is {_kind(metadata)}, not a dict of strings")
    return {str(key): str(value) for key, value in metadata.items() if not is_missing(value)}


def _kind(given: object) -> str:
    return "missing" if is_missing(given) else type(given).__name__
