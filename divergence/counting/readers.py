"""Readers: functions that read one measure of one text, such as ``hedging.rate``.

They are made of a feature's declaration, which also documents them: see
:meth:`divergence.counting.feature.Feature.reader`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from divergence.counting.columns import column_name
from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.counting.reader_docs import describe
from divergence.counting.tally import VOICE_CHOICES, tally, values
from divergence.errors import UsageError, must_be_one_of
from divergence.types import Article, Document, Side, VoiceChoice


class Reader(Protocol):
    """Reads a measure in one text."""

    __name__: str

    def __call__(self, text: str | Article | Document, *, voice: VoiceChoice = "all") -> float:
        """Return the measure in its unit, or nan."""


class SideReader(Protocol):
    """Reads a measure of one side in one text."""

    __name__: str

    def __call__(
        self,
        text: str | Article | Document,
        side: str,
        *,
        sides: Sequence[Side] = (),
        voice: VoiceChoice = "all",
    ) -> float:
        """Return the measure in its unit, or nan."""


def read(
    feature: Feature,
    measure: Measure,
    text: str | Article | Document,
    *,
    voice: VoiceChoice = "all",
    side: str | None = None,
    sides: Sequence[Side] = (),
) -> float:
    """Return one measure of one text, nan where it is not defined."""
    from divergence.text.annotate import as_document

    if not isinstance(text, str | Article | Document):
        given = type(text).__name__
        raise UsageError(
            f"{measure.name}: the text must be a str, Article or Document, not {given}."
        )
    if voice not in VOICE_CHOICES:
        raise UsageError(must_be_one_of("voice", voice, VOICE_CHOICES))
    document = as_document(text, sides=sides)
    _check_side(measure, side, document)
    counted = tally(document, (feature,))
    name = column_name(measure.name, side)
    place = next(i for i, column in enumerate(counted.columns) if column.name == name)
    return float(values(counted)[place, VOICE_CHOICES.index(voice)])


def make_reader(feature: Feature, measure: Measure, name: str) -> Reader:
    """Make the reader of a measure of the whole text."""
    if measure.per_side:
        raise UsageError(f"{measure.name} is taken per side; use side_reader")

    def reader(text: str | Article | Document, *, voice: VoiceChoice = "all") -> float:
        return read(feature, measure, text, voice=voice)

    _present(reader, feature, measure, name)
    return reader


def make_side_reader(feature: Feature, measure: Measure, name: str) -> SideReader:
    """Make the reader of a measure of one side."""
    if not measure.per_side:
        raise UsageError(f"{measure.name} is not taken per side; use reader")

    def reader(
        text: str | Article | Document,
        side: str,
        *,
        sides: Sequence[Side] = (),
        voice: VoiceChoice = "all",
    ) -> float:
        return read(feature, measure, text, voice=voice, side=side, sides=sides)

    _present(reader, feature, measure, name)
    return reader


def _present(reader: Callable[..., float], feature: Feature, measure: Measure, name: str) -> None:
    """Make it a function of the feature's module, so that it can be pickled and documented."""
    find = feature.find.func if isinstance(feature.find, partial) else feature.find
    reader.__name__ = reader.__qualname__ = name or measure.name.split(".")[1]
    reader.__module__ = find.__module__
    reader.__doc__ = describe(
        reader.__name__, measure, misfires=feature.misfires, reference=feature.reference
    )


def _check_side(measure: Measure, side: str | None, document: Document) -> None:
    names = [known.name for known in document.sides]
    if not measure.per_side and side is not None:
        raise UsageError(f"{measure.name} is not taken per side; leave out side='{side}'")
    if measure.per_side and side is None:
        raise UsageError(f"{measure.name} is taken per side; name one with side=...")
    if side is not None and side not in names:
        if not names:
            raise UsageError(f"{measure.name}: no sides were given; pass sides=(Side(...), ...)")
        raise UsageError(must_be_one_of("side", side, names))
