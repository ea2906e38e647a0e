"""Which columns a set of features gives for a set of sides, and which evidence counts in which.

A column is a measure, or a measure of one side. The plan of a layout is made once and shared by
all articles, so that counting an article is one pass over its evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from divergence.counting.declaration import Measure, Per
from divergence.counting.feature import Feature
from divergence.types import Side

__all__ = ["Column"]


@dataclass(frozen=True, slots=True)
class Column:
    """One measured column: a measure, and a side where the measure is taken per side.

    ``per`` names the denominator and ``scale`` the factor of the ratio; ``leads`` says whether a
    difference in it may stand among the largest (see
    :class:`divergence.counting.declaration.Measure`).
    """

    name: str
    feature: str
    family: str
    title: str
    unit: str
    direction: str
    side: str | None
    bounds: tuple[float, float]
    reference: str
    per: Per = "words"
    scale: float = 1.0
    leads: bool = True


def column_name(measure: str, side: str | None = None) -> str:
    """Name of a column: the measure, with the side in brackets where it is taken per side."""
    return measure if side is None else f"{measure}[{side}]"


def columns(features: Sequence[Feature], sides: Sequence[Side] = ()) -> tuple[Column, ...]:
    """Return the columns that the features give for the sides."""
    return _columns(tuple(features), tuple(side.name for side in sides))


def without_sides(features: Sequence[Feature]) -> str:
    """Say what to do where features that are taken per side only have no sides."""
    named = " and ".join(feature.name for feature in features)
    return (
        f"{named}: taken per side only, and without sides there is no column; "
        "give sides=[Side('North', ('North', 'Northland')), ...]"
    )


@lru_cache(maxsize=64)
def _columns(features: tuple[Feature, ...], sides: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(
        _column(feature, measure, side)
        for feature in features
        for measure in feature.measures
        for side in (sides if measure.per_side else (None,))
    )


def _column(feature: Feature, measure: Measure, side: str | None) -> Column:
    return Column(
        name=column_name(measure.name, side),
        feature=feature.name,
        family=feature.family,
        title=measure.title,
        unit=measure.unit,
        direction=measure.direction,
        side=side,
        bounds=measure.bounds,
        reference=feature.reference,
        per=measure.per,
        scale=measure.scale,
        leads=measure.leads,
    )


class Plan:
    """Where evidence counts: for each feature, category and side the columns it adds to.

    ``numerator(i, category, side)`` and ``denominator(...)`` give column numbers for evidence of
    the ``i``-th feature. The tables fill as categories are met and are shared by all documents.
    """

    def __init__(self, features: tuple[Feature, ...], sides: tuple[str, ...]) -> None:
        self.columns = _columns(features, sides)
        self._rows: list[list[tuple[int, Measure, str | None]]] = []
        number = 0
        for feature in features:
            rows: list[tuple[int, Measure, str | None]] = []
            for measure in feature.measures:
                for side in sides if measure.per_side else (None,):
                    rows.append((number, measure, side))
                    number += 1
            self._rows.append(rows)
        self._known: dict[tuple[int, str, str | None], _Targets] = {}

    def targets(self, feature: int, category: str, side: str | None) -> _Targets:
        """Columns that one kind of evidence adds to."""
        key = (feature, category, side)
        if key not in self._known:
            self._known[key] = _Targets(self._rows[feature], category, side)
        return self._known[key]


class _Targets:
    """Column numbers that evidence adds to: as numerator, counted, or weighed below the line."""

    __slots__ = ("counted", "numerator", "weighed")

    def __init__(
        self, rows: list[tuple[int, Measure, str | None]], category: str, side: str | None
    ) -> None:
        self.numerator = tuple(
            number
            for number, measure, wanted in rows
            if (not measure.of or category in measure.of) and wanted in (None, side)
        )
        among = [row for row in rows if not row[1].among or category in row[1].among]
        self.counted = tuple(
            number
            for number, measure, wanted in among
            if measure.per == "evidence" or (measure.per == "side_evidence" and wanted == side)
        )
        self.weighed = tuple(number for number, measure, _ in among if measure.per == "weight")


@lru_cache(maxsize=64)
def plan(features: tuple[Feature, ...], sides: tuple[str, ...]) -> Plan:
    """Return the plan for features and side names, made once."""
    return Plan(features, sides)
