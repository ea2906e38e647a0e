"""What measure is given: many texts in whatever holds them, checked one at a time."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from divergence.errors import LanguageWarning, UsageError
from divergence.measuring.table_articles import is_missing, settled
from divergence.types import Article, Corpus, Document, Rejection, Removed

if TYPE_CHECKING:
    import pandas as pd

MISSING, EMPTY = "the text is missing", "the text is empty"
WORDLESS = "the text holds no words"
_SHOWN = 8
_ADVICE = {
    "bytes": "; decode it first: text.decode('utf-8')",
    "Doc": "; annotate it first: divergence.annotate(doc)",
    "dict": '; make an Article of it: Article("id", "source", "text")',
    "Rejection": "; measure the articles alone: measure(read(path).articles)",
}


class Given(NamedTuple):
    """One text, or the reason why there is none to measure."""

    text: str | Article | Document
    reason: str


class Texts:
    """Texts as they were given: their number and index where known, then each in its turn.

    Parameters
    ----------
    texts : Corpus or iterable
        Read once, by :meth:`__iter__`.

    Raises
    ------
    UsageError
        If it is a single text, a path, a table, or holds its texts in no order.
    """

    def __init__(self, texts: object) -> None:
        self.rejections: tuple[Rejection, ...] = ()
        self.removed: tuple[Removed, ...] = ()
        self.paths: tuple[str, ...] = ()
        self.spellings: tuple[tuple[str, str], ...] = ()
        self.index: pd.Index | None = None
        self.foreign: dict[int, str] = {}
        if isinstance(texts, Corpus):
            self.rejections, self.removed = texts.rejections, texts.removed
            self.paths, self.spellings = texts.paths, texts.spellings
            texts = texts.articles
        self._texts = _several(texts)
        self.total = len(texts) if hasattr(texts, "__len__") else None
        pandas = sys.modules.get("pandas")
        if pandas is not None and isinstance(texts, pandas.Series):
            self.index = texts.index

    def __iter__(self) -> Iterator[Given]:
        """Check one text at a time; an error names its place, counted from 0."""
        for place, text in enumerate(self._texts):
            if isinstance(text, str):
                yield Given(text, self._heard(place, text))
            elif isinstance(text, Article | Document):
                article = self._settled(place, text)
                reason = MISSING if is_missing(text.text) else self._heard(place, article.text)
                if isinstance(text, Article):
                    text = article
                elif article is not text.article:
                    text = replace(text, article=article)
                yield Given(text, reason)
            elif is_missing(text):
                yield Given("", MISSING)
            else:
                raise UsageError(self._refusal(place, text))

    def warn(self) -> None:
        """Warn of the texts, read so far, that seem not to be English."""
        if not self.foreign:
            return
        named = [f"{self._at(place)}: {code}" for place, code in self.foreign.items()]
        listed = ", ".join(named[:_SHOWN])
        more = f" and {len(named) - _SHOWN:,} more" if len(named) > _SHOWN else ""
        seem = "1 text seems" if len(named) == 1 else f"{len(named):,} texts seem"
        warnings.warn(
            f"{seem} not to be English, as word lists and models are ({listed}{more}); leave such "
            "rows out, unless the word lists are your own",
            LanguageWarning,
            stacklevel=3,
        )

    def _heard(self, place: int, text: str) -> str:
        """Say what a text lacks, and note the language of one that is not English."""
        from divergence.reading.language import foreign_language

        reason = lacking(text)
        other = None if reason else foreign_language(text)
        if other is not None:
            self.foreign[place] = other.code
        return reason

    def _settled(self, place: int, text: Article | Document) -> Article:
        try:
            return settled(text.article if isinstance(text, Document) else text)
        except UsageError as error:
            raise UsageError(f"{self._at(place)}: {error}") from None

    def _at(self, place: int) -> str:
        label = "" if self.index is None else f", index label {self.index[place]!r}"
        return f"text {place} (counted from 0{label})"

    def _refusal(self, place: int, text: object) -> str:
        kind = type(text).__name__
        advice = _ADVICE.get(kind, "")
        if isinstance(text, PathLike):
            advice = "; read it first: measure(divergence.read(path))"
        return (
            f"{self._at(place)} is {kind}, not a str, Article or Document"
            f"{advice or '; give None where a text is missing'}"
        )


def lacking(text: str) -> str:
    """Say why there is nothing to measure in a text; "" where there is."""
    if any(map(str.isalnum, text)):
        return ""
    return WORDLESS if text.strip() else EMPTY


def _several(texts: object) -> Iterable[object]:
    """Return what can be gone through in order, or say what to give instead."""
    kind = type(texts).__name__
    if isinstance(texts, str | bytes | Article | Document):
        raise UsageError("measure takes several texts; put a single one into a list: measure([x])")
    if isinstance(texts, PathLike):
        raise UsageError(f"measure takes texts, not a path; read it: measure(read({str(texts)!r}))")
    if isinstance(texts, Mapping):
        raise UsageError(f"measure takes texts in order, not a {kind}; give its values()")
    if isinstance(texts, Set):
        raise UsageError(f"measure takes texts in order, and a {kind} has none; give a list")
    shape = getattr(texts, "shape", None)
    if shape is not None and len(shape) != 1:
        names = [str(name) for name in getattr(texts, "columns", ())]
        known = f"; its columns are {', '.join(names[:_SHOWN])}" if names else ""
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise UsageError(
            f"measure takes one column of texts, not a {kind} of shape {shape}: "
            f"measure(df['text']){known}{more}"
        )
    if not isinstance(texts, Iterable):
        raise UsageError(f"measure takes a list, a column or an iterator of texts, not {kind}")
    return texts
