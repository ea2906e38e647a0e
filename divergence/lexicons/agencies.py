"""Where copy comes from: news agencies, outlets that others quote, and institutes with reports.

A table of its own shape, and case matters in it ("AP", "PA", "Reuters"): it is no word list of
:mod:`divergence.lexicons.word_list`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

Kind = Literal["agency", "outlet", "institute"]

_TABLE = Path(__file__).parent / "tables" / "agencies.csv"


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where others take text from: its name, its kind and the forms it signs with."""

    name: str
    kind: Kind
    forms: tuple[str, ...]


@cache
def upstreams() -> tuple[Upstream, ...]:
    """Return the table in its own order."""
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(line for line in stream if not line.startswith("#"))
        next(rows)
        return tuple(
            Upstream(row[0], cast("Kind", row[1]), tuple(row[2].split("|"))) for row in rows
        )


@cache
def by_form(kind: Kind | None = None) -> Mapping[str, str]:
    """Return the name behind every form, of one kind or of all."""
    return MappingProxyType(
        {
            form: upstream.name
            for upstream in upstreams()
            if kind is None or upstream.kind == kind
            for form in upstream.forms
        }
    )
