"""What every validation gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    """How many labelled rows were scored, and each metric by its name; nan where undefined.

    ``intervals`` holds the lower and upper end of a 95% interval by the metric's name, for the
    metrics that have one; ``predictions`` what was predicted, row by row, for tasks that keep it.
    """

    n: int
    metrics: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    predictions: Sequence[Mapping[str, object]] = ()
