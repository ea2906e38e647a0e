"""Counts above and below the line of a ratio, which add up over events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from divergence.validation.ratio_metrics import Part

Parts = dict[str, Part]


class Found(NamedTuple):
    """How many predictions are right, of how many, and how many there were to find."""

    right: int
    predicted: int
    labelled: int

    def parts(self, name: str) -> Parts:
        """F1 under the name itself, then precision and recall."""
        return {
            name: Part(2 * self.right, self.predicted + self.labelled),
            f"{name}_precision": Part(self.right, self.predicted),
            f"{name}_recall": Part(self.right, self.labelled),
        }


def share(verdicts: Iterable[bool]) -> Part:
    """Count how many verdicts are right, of how many."""
    counted = Counter(verdicts)
    return Part(counted[True], counted.total())
