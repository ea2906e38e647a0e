"""Gathering a table: rows are read, measured and kept as small as what they are kept for allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from divergence.counting.columns import columns, without_sides
from divergence.counting.tally import Identity, Tally, tally
from divergence.digesting.digest import digest
from divergence.digesting.material import collect
from divergence.errors import UsageError
from divergence.lexicons.packaged import all_lists
from divergence.lists.chosen_features import own_lists
from divergence.lists.coverage import CoverageCounter
from divergence.measuring.table import FeatureTable, Kept
from divergence.measuring.texts import Texts
from divergence.types import Article, Document, Rejection, Side

if TYPE_CHECKING:
    from divergence.counting.columns import Column
    from divergence.counting.feature import Feature
    from divergence.digesting.digest import Digest
    from divergence.digesting.material import Material

Detail = Literal["numbers", "articles"]
DETAILS: tuple[Detail, ...] = get_args(Detail)


class Rows:
    """The rows of a table to come: texts are handed on, and what there is none of is noted.

    Parameters
    ----------
    texts : Texts
        What was given.
    keep : {"numbers", "articles"} or None
        What to keep; None leaves it to the first text.
    """

    def __init__(self, texts: Texts, keep: Detail | None) -> None:
        self.keep = keep
        self.reasons: list[str] = []
        self.absent: dict[int, Identity] = {}
        self.rejections: list[Rejection] = []
        self.sides: tuple[Side, ...] = ()
        self._texts = texts

    def __iter__(self) -> Iterator[Article | Document]:
        """Hand on what can be annotated."""
        for number, (text, reason) in enumerate(self._texts, start=1):
            self.reasons.append(reason)
            plain = isinstance(text, str)
            if not (plain and reason):
                self.keep = self.keep or ("numbers" if plain else "articles")
            if reason:
                self._leave_out(number - 1, text, reason)
            else:
                yield Article(f"text-{number}", "text", text) if isinstance(text, str) else text

    def _leave_out(self, row: int, text: str | Article | Document, reason: str) -> None:
        """Note whose row it is: an article without words is none of its source's articles."""
        if isinstance(text, str):
            self.absent[row] = Identity(f"text-{row + 1}", "text")
            return
        if isinstance(text, Document):
            self.sides = self.sides or text.sides
            text = text.article
        self.absent[row] = Identity.of(text)
        self.rejections.append(Rejection(text.path or text.id, reason))


class Gathering:
    """Measures documents one by one.

    Parameters
    ----------
    features : tuple of Feature
        What to look for.
    sides : tuple of Side
        The sides of texts that are not annotated yet.
    """

    def __init__(self, features: tuple[Feature, ...], sides: tuple[Side, ...]) -> None:
        self._features, self._sides = features, sides
        self._layout: tuple[Column, ...] | None = None
        self._tallies: list[Tally] = []
        self._digests: list[Digest] = []
        self._material: list[Material] = []
        self._lists = [CoverageCounter(lexicon) for lexicon in (*all_lists(), *own_lists(features))]
        self._named: set[str | None] = set()

    def add(self, document: Document, *, keep: Detail | None) -> None:
        """Measure one document."""
        if keep == "articles":
            made = digest(document, self._features)
            counted = made.tally
            self._digests.append(made)
            self._material.append(collect(document, counted.evidence))
            for counting in self._lists:
                counting.add(document)
            self._named.update(mention.side for mention in document.mentions)
        else:
            counted = summed(tally(document, self._features))
        if self._layout is None:
            self._layout, self._sides = counted.columns, document.sides
            if not self._layout:
                raise UsageError(without_sides(self._features))
        if counted.columns != self._layout:
            raise UsageError(
                f"{counted.article.id}: annotated with other sides than the first text;"
                " annotate all texts with the same sides"
            )
        self._tallies.append(counted)

    def table(self, texts: Texts, rows: Rows) -> FeatureTable:
        """Return the table, with a row for every text that was given."""
        sides, layout = self._sides, self._layout
        if layout is None:
            sides = sides or rows.sides
            layout = columns(self._features, sides)
        measured = iter(self._tallies)
        kept = None
        if rows.keep == "articles":
            covered = tuple(counting.coverage for counting in self._lists)
            kept = Kept(
                tuple(self._digests),
                tuple(self._material),
                covered,
                (*texts.rejections, *rows.rejections),
                texts.removed,
                texts.paths,
                texts.spellings,
                tuple(side.name for side in sides if side.name not in self._named),
            )
        return FeatureTable(
            layout,
            tuple(
                nothing(rows.absent[row], layout) if row in rows.absent else next(measured)
                for row in range(len(rows.reasons))
            ),
            features=self._features,
            sides=sides,
            reasons=tuple(rows.reasons),
            index=texts.index,
            summed=rows.keep != "articles",
            kept=kept,
            foreign=dict(texts.foreign),
        )


def summed(counted: Tally) -> Tally:
    """Return a tally of the sums over its text, as if it were one sentence, without evidence."""
    counts = counted.counts.sum(axis=0, keepdims=True)
    return replace(counted, counts=counts, evidence=())


def nothing(article: Identity, layout: Sequence[Column]) -> Tally:
    """Return the tally of a text that is not there."""
    n_columns = len(layout)
    return Tally(
        article=article,
        columns=tuple(layout),
        counts=np.zeros((0, n_columns, 2, 2)),
        n_evidence=np.zeros((n_columns, 2), dtype=np.int64),
        evidence=(),
        n_words=0,
        text_digest="",
    )
