"""Numbers of many texts as one plain array: little to send between processes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from divergence.counting.columns import Column, columns
from divergence.counting.feature import Feature
from divergence.counting.ratio import VOICE_CHOICES, values
from divergence.counting.tally import Floats
from divergence.errors import UsageError
from divergence.features.registry import select
from divergence.lists.lexicon import Lexicon
from divergence.measuring.measure import tallies
from divergence.types import Article, Document, Side, VoiceChoice

Text = str | Article | Document


def names(layout: Sequence[Column], voices: Sequence[VoiceChoice]) -> list[str]:
    """Name every number of a row as a table's header names it: ``hedging.rate|reporter``.

    Examples
    --------
    >>> names(columns(select(["hedging"])), ("all", "quoted"))[:2]
    ['hedging.rate', 'hedging.rate|quoted']
    """
    return [
        column.name if voice == "all" else f"{column.name}|{voice}"
        for column in layout
        for voice in voices
    ]


def matrix(
    texts: Sequence[Text | None],
    features: Sequence[str | Feature | Lexicon],
    sides: Sequence[Side],
    voices: Sequence[VoiceChoice],
) -> Floats:
    """Measure texts into one row of numbers each.

    Parameters
    ----------
    texts : sequence of str, Article, Document or None
        None stands for a text that is missing.
    features : sequence of str, Feature or Lexicon
        Names of features, or features and word lists of one's own.
    sides : sequence of Side
        The sides to look for.
    voices : sequence of {"all", "reporter", "quoted"}
        Whose words count.

    Returns
    -------
    ndarray
        Shape (texts, columns times voices), in the order of :func:`names` and each in its
        column's unit; nan where undefined, and throughout the row of a missing text.

    Raises
    ------
    UsageError
        If a Document was annotated with other sides, or a feature is not known.

    Examples
    --------
    >>> matrix(["It may rain.", None], ["hedging"], (), ("all",))[:, 0].round(1).tolist()
    [33.3, nan]
    """
    chosen = select(features)
    layout = columns(chosen, sides)
    places = [VOICE_CHOICES.index(voice) for voice in voices]
    result = np.full((len(texts), len(layout) * len(places)), np.nan)
    rows = [row for row, text in enumerate(texts) if text is not None]
    present = (text for text in texts if text is not None)
    for row, counted in zip(rows, tallies(present, chosen, sides), strict=True):
        if counted.columns != layout:
            raise UsageError(
                f"{counted.article.id}: annotated with other sides than those given here;"
                " annotate all texts with these sides, or give plain texts"
            )
        result[row] = values(counted)[:, places].ravel()
    return result
