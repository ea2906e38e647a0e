"""What every validation gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many labelled rows were scored, and each metric by its name; nan where undefined."""

    n: int
    metrics: Mapping[str, float]
