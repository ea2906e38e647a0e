"""BibTeX, and a list to read, of the software and of what a report rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from divergence.citing.used_works import Use
from divergence.citing.works import Work
from divergence.version import __version__

HOUSES = ("publisher", "school", "institution", "organization")
PEOPLE = ("author", "editor")
_SPECIAL = re.compile(r"([&%$#_])")
# Where capitals carry meaning inside a word or a name, BibTeX styles must not lower them.
_CAPITALS = re.compile(
    r"\b(\w*[a-z0-9]\w*[A-Z]\w*|[A-Z]{2,}\w*(?:-[\w-]+)?|Gender Gap Tracker|Karp-Rabin"
    r"|Stefan Th\. Gries|English|European|Gordian|Shannon|Siamese|Twitter)\b"
)
_QUOTED = re.compile(r'"([^"]*)"')
# A link that ends at an angle bracket would lose the rest of the older DOIs.
_IN_A_LINK = str.maketrans({"<": "%3C", ">": "%3E"})


def software() -> Work:
    """Return this version of the package as a work."""
    return Work(
        "divergence",
        "software",
        (
            ("author", "{divergence developers}"),
            ("title", "narrative-divergence: how several newsrooms tell one event differently"),
            ("version", __version__),
            ("year", "2026"),
            ("note", f"Version {__version__}. MIT license"),
        ),
    )


def bibtex(works: Iterable[Work], comments: Sequence[str] = ()) -> str:
    """Write works as BibTeX."""
    head = "".join(f"% {line}\n" for line in comments)
    return head + "\n".join(_entry(work) for work in unique(works))


def unique(works: Iterable[Work]) -> tuple[Work, ...]:
    """Return each work once, in order."""
    return tuple({work.key: work for work in works}.values())


def plain(work: Work) -> str:
    """Write a work as a line of a list of references."""
    if not work.authors:
        return work.get("note")
    made = f"{_people(work.authors)} ({work.year}). {work.get('title')}."
    where = work.get("journal") or work.get("booktitle")
    volume = work.get("volume") + (f"({work.get('number')})" if work.get("number") else "")
    if work.get("journal"):
        made += f" {', '.join(filter(None, (where, volume, _pages(work))))}."
    elif where:
        made += f" In {', '.join(filter(None, (where, _pages(work))))}."
    house = next(filter(None, map(work.get, HOUSES)), "")
    made += f" {house}." if house and not work.get("journal") else ""
    made += f" Version {work.get('version')}." if work.get("version") else ""
    doi = work.get("doi").translate(_IN_A_LINK)
    return made + (f" https://doi.org/{doi}" if doi else "")


def listed(used: Sequence[Use]) -> str:
    """Write what a report used, each with its works, and the works in full after it."""
    lines = ["This software", f"  {plain(software())}"]
    for kind in dict.fromkeys(use.kind for use in used):
        lines += ["", f"{kind.capitalize()}s"]
        for use in used:
            if use.kind == kind:
                named = "; ".join(work.short for work in use.works) or "no work to cite"
                lines.append(f"  {use.name}: {named}")
    works = unique(work for use in used for work in use.works)
    if works:
        ordered = sorted(works, key=lambda work: work.key)
        lines += ["", "References", *(f"  {plain(work)}" for work in ordered)]
    return "\n".join(lines) + "\n"


def _entry(work: Work) -> str:
    fields = "".join(f"  {name} = {{{_field(name, value)}}},\n" for name, value in work.fields)
    return f"@{work.kind}{{{work.key},\n{fields}}}\n"


def _field(name: str, value: str) -> str:
    if name == "doi":
        return value
    if name not in PEOPLE:
        value = _QUOTED.sub(r"``\1''", _CAPITALS.sub(r"{\1}", value))
    return _SPECIAL.sub(r"\\\1", value).replace("χ²", "$\\chi^2$")


def _people(authors: Sequence[str]) -> str:
    named = [_initials(name.strip("{}")) for name in authors]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} & {named[-1]}"


def _initials(name: str) -> str:
    family, _, given = name.partition(",")
    letters = " ".join(f"{part[0]}." for part in re.split(r"[\s-]+", given.strip()) if part)
    return f"{family}, {letters}" if letters else family


def _pages(work: Work) -> str:
    return work.get("pages").replace("--", "–")
