"""Tables of a settings file: every slip in one is an error that names file, key and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from divergence.errors import ConfigError, must_be_one_of


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TOML file; its methods give what it holds or raise ``ConfigError``.

    ``name`` has those of the tables above it, such as "sides.Norland"; "" is the whole file.
    """

    path: Path
    name: str
    held: Mapping[str, object]

    def __contains__(self, key: str) -> bool:
        return key in self.held

    def only(self, *keys: str) -> Table:
        """Refuse keys that are none of these."""
        for key in self.held:
            if key not in keys:
                place = f" in [{self.name}]" if self.name else ""
                raise ConfigError(f"{self.path}{place}: {must_be_one_of('key', key, keys)}")
        return self

    def table(self, key: str) -> Table:
        """Return a table inside this one, empty where there is none."""
        held, name = self.held.get(key, {}), self._named(key)
        if not isinstance(held, dict):
            raise self.error(f"{name} must be a table, not {kind(held)}. Write [{name}].")
        return Table(self.path, name, held)

    def tables(self, example: str) -> Iterator[tuple[str, Table]]:
        """Yield the tables inside this one by their keys; ``example`` is a line of such a table."""
        for key, held in self.held.items():
            name = self._named(key)
            if not isinstance(held, dict):
                raise self.error(f"{name} must be a table. Write [{name}] and {example}.")
            yield key, Table(self.path, name, held)

    def string(self, key: str, default: str = "") -> str:
        """Return a string."""
        value = self.held.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"{self._named(key)} must be a string, not {kind(value)}.")
        return value

    def strings(self, key: str, example: str) -> tuple[str, ...]:
        """Return a list of strings, white space folded, each once; ``example`` shows one."""
        values, name = self.held.get(key), self._named(key)
        if values is None or values == []:
            raise self.error(f"{self.name} has no {key}. Add {example} below [{self.name}].")
        if not isinstance(values, list):
            raise self.error(
                f"{name} must be a list of strings, not {kind(values)}. Write {example}."
            )
        for value in values:
            if not isinstance(value, str):
                raise self.error(
                    f"{name} holds {kind(value)} ({value}). Put every one between quotation marks."
                )
            if not re.search(r"\w", value):
                raise self.error(f"{name} holds an empty string. Take it out.")
        return tuple(dict.fromkeys(" ".join(value.split()) for value in values))

    def beside(self, given: str) -> Path:
        """Return a path that the file gives, which counts from the file's own folder."""
        return (self.path.parent / Path(given).expanduser()).absolute()

    def error(self, problem: str) -> ConfigError:
        """Make the error for a slip in this file."""
        return ConfigError(f"{self.path}: {problem}")

    def _named(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key


def kind(value: object) -> str:
    """Name what a value of TOML is."""
    names = {bool: "true or false", str: "a string", list: "a list", dict: "a table"}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "a number"
    return names.get(type(value), "a date")
