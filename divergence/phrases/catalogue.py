"""A catalogue of phrases: read from a file, looked up by key, filled with fields."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Any

from divergence.errors import UsageError, must_be_one_of
from divergence.phrases.plurals import Rules, category, parsed

PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
# A phrase, its plural forms by category, or the labels of a row.
Phrase = str | Mapping[str, str] | tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The phrases of one language, by key.

    ``declared`` holds, by their English text, words that other rooms declare: titles and units of
    measures, for example. ``plurals`` are the language's rules for forms other than "other".
    """

    language: str
    plurals: Rules
    phrases: Mapping[str, Phrase]
    declared: Mapping[str, str]

    def say(self, key: str, fields: Mapping[str, object]) -> str:
        """Find a phrase and fill it; see :func:`divergence.phrases.say`."""
        phrase = self.phrases[key]
        if isinstance(phrase, Mapping):
            phrase = phrase[category(_number(key, fields), self.plurals)]
        if not isinstance(phrase, str):
            raise TypeError(f"{key} is a row of labels, not a phrase")
        return "".join(
            before + (self._field(fields[name], noun) if name else "")
            for before, name, noun in _parts(phrase)
        )

    def row(self, key: str) -> tuple[str, ...]:
        """Find the labels of a row; see :func:`divergence.phrases.row`."""
        labels = self.phrases[key]
        if not isinstance(labels, tuple):
            raise TypeError(f"{key} is a phrase, not a row of labels")
        return labels

    def _field(self, value: object, noun: str) -> str:
        """Write a field: a number grouped, or counted in the noun that follows a colon."""
        if noun:
            return self.say(f"noun.{noun}", {"n": value})
        return self.whole(value) if isinstance(value, int) else str(value)

    def whole(self, n: int) -> str:
        """Write a whole number with its thousands grouped."""
        return f"{n:,}".replace(",", str(self.phrases["number.thousands"]))


def _number(key: str, fields: Mapping[str, object]) -> int:
    n = fields["n"]
    if not isinstance(n, int):
        raise TypeError(f"{key} has plural forms: n must be a whole number, not {n!r}")
    return n


@cache
def _parts(phrase: str) -> tuple[tuple[str, str, str], ...]:
    """Split a phrase: what stands before each field, the field, and the noun it is counted in."""
    parts = Formatter().parse(phrase)
    return tuple((before, name or "", noun or "") for before, name, noun, _ in parts)


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    names = (file.name for file in files("divergence.phrases").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load(language: str) -> Catalogue:
    """Load the catalogue of a language."""
    if language not in languages():
        raise UsageError(must_be_one_of("language", language, languages()))
    text = files("divergence.phrases").joinpath(f"{language}.toml").read_text("utf-8")
    return made(language, tomllib.loads(text))


def made(language: str, tables: Mapping[str, Any]) -> Catalogue:
    """Make a catalogue of the tables of a file."""
    rest = {name: table for name, table in tables.items() if name not in ("plural", "declared")}
    return Catalogue(
        language,
        parsed(tables["plural"]),
        MappingProxyType(_flat(rest)),
        MappingProxyType(dict(tables.get("declared", {}))),
    )


def _flat(tables: Mapping[str, Any], above: str = "") -> dict[str, Phrase]:
    """Turn nested tables into keys with dots; a table of plural forms stays one phrase."""
    phrases: dict[str, Phrase] = {}
    for name, value in tables.items():
        if isinstance(value, str) or (value and set(value) <= PLURALS):
            phrases[above + name] = value
        elif isinstance(value, list):
            phrases[above + name] = tuple(value)
        else:
            phrases |= _flat(value, f"{above}{name}.")
    return phrases
