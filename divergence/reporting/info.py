"""What a run was: inputs, settings and instruments, as the method page prints them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date

from divergence.features.feature import Feature
from divergence.lexicons.coverage import Coverage
from divergence.types import Rejection, Removed, Side


@dataclass(frozen=True, slots=True)
class RunInfo:
    """Where a report's numbers come from.

    ``config`` is the path of the configuration that was used, or "" where sides were proposed
    from the text. ``settings`` and ``lexicons`` are (name, value) pairs: for lexicons a version
    or hash. ``coverage`` says how much of the corpus each list covers. ``scores`` are
    (instrument, measured score in words) pairs. ``removed`` are the lines that were taken out of
    the articles as boilerplate.
    """

    title: str = ""
    paths: tuple[str, ...] = ()
    config: str = ""
    sides: tuple[Side, ...] = ()
    sides_proposed: bool = False
    rejections: tuple[Rejection, ...] = ()
    n_in: int = 0
    n_used: int = 0
    version: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    features: tuple[Feature, ...] = ()
    lexicons: tuple[tuple[str, str], ...] = ()
    coverage: tuple[Coverage, ...] = ()
    scores: tuple[tuple[str, str], ...] = ()
    dates: tuple[Date, ...] = field(default=())
    seed: int = 0
    removed: tuple[Removed, ...] = ()
