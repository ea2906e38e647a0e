"""The works that the package rests on, read from ``references.toml``.

A feature names its works in ``FEATURE.reference`` as a reader would: "Hyland 1998; Farkas et al.
2010". The first family name and the year are the key of the work. A work without an entry is cited
as it is named there, so that a new feature stays one file.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_YEAR = re.compile(r"\b((?:1[89]|20)\d\d[a-z]?)\b")
_YEAR_OF_KEY = re.compile(r"(\d{4})[a-z]?$")
_LETTER = re.compile(r"\d([a-z])$")
_FIRST = re.compile(r"[,(;]|\bet al|\band\b|\d")


@dataclass(frozen=True, slots=True)
class Work:
    """A work as BibTeX holds it: its key, its kind of entry and its fields, in order."""

    key: str
    kind: str
    fields: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Return a field, or "" where the work lacks it."""
        return dict(self.fields).get(name, "")

    @property
    def authors(self) -> tuple[str, ...]:
        """Authors as "Family, Given"."""
        return tuple(name.strip() for name in self.get("author").split(" and ") if name.strip())

    @property
    def short(self) -> str:
        """The work in a sentence: "Mantel and Haenszel 1959", "Farkas et al. 2010"."""
        names = [name.split(",")[0] for name in self.authors]
        if not names:
            return self.get("note") or self.key
        who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
        return f"{who} {self.year}"

    @property
    def year(self) -> str:
        """The year, with the letter that tells two works of one year apart."""
        letter = _LETTER.search(self.key)
        return self.get("year") + (letter[1] if letter else "")


@cache
def works() -> Mapping[str, Work]:
    """Return every work of ``references.toml`` by its key."""
    text = files("divergence.citing").joinpath("references.toml").read_text("utf-8")
    return {
        key: Work(
            key,
            str(fields["type"]),
            tuple((name, str(value)) for name, value in fields.items() if name != "type"),
        )
        for key, fields in tomllib.loads(text).items()
    }


def key_of(named: str) -> str:
    """Return the key under which a work would be found: "Farkas et al. 2010" -> "farkas2010"."""
    year = _YEAR.search(named)
    if not year:
        return ""
    first = _FIRST.split(named.strip(), maxsplit=1)[0]
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", plain.lower()) + year[1]


def named_in(reference: str) -> tuple[Work, ...]:
    """Return the works that a feature's reference names."""
    named_works = []
    for named in filter(None, (part.strip() for part in reference.split(";"))):
        if key := key_of(named):
            named_works.append(works().get(key) or _as_named(key, named))
    return tuple(named_works)


def _as_named(key: str, named: str) -> Work:
    year = _YEAR_OF_KEY.findall(key)[-1]
    return Work(key, "misc", (("note", named), ("year", year)))
