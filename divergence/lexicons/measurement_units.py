"""Units of measurement, by what they measure and how large they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

# Size of each unit in the first one of its row. Money is not converted: rates change by the day.
_SIZES = {
    "length": "meter 1 metre 1 m 1 kilometer 1000 kilometre 1000 km 1000 mile 1609.34 foot 0.3048 "
    "feet 0.3048 yard 0.9144 inch 0.0254 centimeter 0.01 centimetre 0.01",
    "area": "hectare 1 acre 0.404686",
    "weight": "kilogram 1 kilo 1 kg 1 gram 0.001 ton 1000 tonne 1000 ounce 0.0283495 lb 0.453592",
    "volume": "liter 1 litre 1 gallon 3.78541 barrel 158.987",
    "power": "watt 1 kilowatt 1000 megawatt 1e6 gigawatt 1e9",
    "share": "percent 1 cent 1 % 1 percentage 1 point 1",
    "money": "dollar 1 euro 1 pound 1 ruble 1 rouble 1 yen 1 yuan 1 rupee 1 peso 1 franc 1 crown 1 "
    "lira 1 hryvnia 1 shekel 1 dinar 1",
    "load": "sack 1 bag 1 crate 1 box 1 truckload 1 container 1 dose 1 bottle 1",
}
_MONEY, _LOAD = "money", "load"


class UnitOfMeasurement(NamedTuple):
    """What a unit measures, and its size in the base unit; nan-free and above 0."""

    dimension: str
    size: float


@cache
def measures() -> Mapping[str, UnitOfMeasurement]:
    """Return units by lemma."""
    by_unit = {}
    for dimension, row in _SIZES.items():
        words = row.split()
        for name, size in zip(words[::2], words[1::2], strict=True):
            by_unit[name] = UnitOfMeasurement(dimension, float(size))
    return MappingProxyType(by_unit)


def is_measure(lemma: str) -> bool:
    """Whether a word is a unit of measurement."""
    return lemma in measures()


def ratio(unit: str, other: str) -> float | None:
    """Return how many of ``other`` make one ``unit``; None where they cannot be converted."""
    a, b = measures().get(unit), measures().get(other)
    if a is None or b is None or a.dimension != b.dimension:
        return None
    if unit != other and a.dimension in {_MONEY, _LOAD}:
        return None
    return a.size / b.size
