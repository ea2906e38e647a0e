"""Countries and what news calls them: names, demonyms, capitals, seats of government; regions too.

A table of its own shape, and case matters in it ("Turkey", "US", "Poles"): it is no word list of
:mod:`divergence.lexicons.word_list`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

_TABLE = Path(__file__).parent / "tables" / "places.csv"
_REGIONS = Path(__file__).parent / "tables" / "regions.csv"


Sign = Literal["COUNTRY", "DEMONYM", "PEOPLE", "CAPITAL", "SEAT", "REGION"]


@dataclass(frozen=True, slots=True)
class Country:
    """One country; every field but the name may be empty."""

    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    metonyms: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything the country goes by, its name first."""
        return (self.name, *self.other_names, *self.demonyms, *self.capital, *self.metonyms)


@cache
def countries() -> tuple[Country, ...]:
    """Return every country of the table, in the order of their names."""
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(line for line in stream if not line.startswith("#"))
        next(rows)
        return tuple(Country(row[0], *map(_cell, row[1:])) for row in rows)


@cache
def country_of() -> Mapping[str, Country]:
    """Return the table by form: "Norwegian" and "Oslo" lead to Norway."""
    return MappingProxyType(
        {form: country for country in countries() for form in country.forms if form}
    )


@cache
def regions() -> frozenset[str]:
    """Return states, provinces and nations that news names without their country, as written."""
    with _REGIONS.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(line for line in stream if not line.startswith("#"))
        next(rows)
        return frozenset(form for row in rows for cell in row for form in _cell(cell))


@cache
def place_signs() -> Mapping[str, Sign]:
    """Return what each form of the tables is called after: a country, its people, its capital."""
    signs: dict[str, Sign] = {}
    for country in countries():
        for name in (country.name, *country.other_names):
            signs[name] = signs[name.removeprefix("The ")] = "COUNTRY"
        for demonym in country.demonyms:
            plural = demonym.endswith("s") and demonym[:-1] in country.demonyms
            signs.setdefault(demonym, "PEOPLE" if plural else "DEMONYM")
        for capital in country.capital:
            signs.setdefault(capital, "CAPITAL")
        for metonym in country.metonyms:
            signs.setdefault(metonym, "SEAT")
            signs.setdefault(metonym.removeprefix("the "), "SEAT")
    for region in regions():
        signs.setdefault(region, "REGION")
    return MappingProxyType(signs)


def _cell(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())
