"""Calls that mypy must refuse: an ignore that is not needed is an error under --strict."""

from __future__ import annotations

import divergence
from divergence import Article, Side, annotate, compare, explain, hedging, measure


def wrong() -> None:
    measure("It rained.", keep="everything")  # type: ignore[arg-type]
    measure([1, 2])  # type: ignore[list-item]
    measure(["It rained."], sides=["North"])  # type: ignore[list-item]
    measure(["It rained."], ["hedging"])  # type: ignore[call-arg]
    compare([Article("1", "Post", "It rained.")])  # type: ignore[list-item]
    hedging.rate("It rained.", voice="editor")  # type: ignore[arg-type]
    hedging.rate(5)  # type: ignore[arg-type]
    annotate(b"It rained.")  # type: ignore[arg-type]
    explain("It rained.", features=[5])  # type: ignore[list-item]
    Side("North", 5)  # type: ignore[arg-type]
    divergence.mesure  # type: ignore[attr-defined]  # noqa: B018
