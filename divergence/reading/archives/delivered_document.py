"""One document of a delivery, before it is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DeliveredDocument:
    """What lies between two marks of a delivery.

    ``fields`` has the project's names; ``problem`` completes the sentence "document 3 of 12 ..."
    where the portion cannot be used for a reason of its own.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    paragraphs: tuple[str, ...] = ()
    problem: str = ""
