"""Measured scores of the instruments, as their model cards give them.

``scores.json`` holds one row for each figure: which code was measured, on which kind of text, and
whether anything was chosen or trained on that text. A figure says how often an instrument agrees
with people there; on other kinds of text it is less certain. A figure belongs to the code that
earned it: ``tests/instruments/test_measured_scores.py`` runs each feature and each task and sees
that it runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from divergence.weights import WEIGHTS_FOLDER

FILE = WEIGHTS_FOLDER / "scores.json"
UNMEASURED = "not measured against labels"
_REPLACED_FEATURE, _REPLACED = "sentiment", "alignment"


@dataclass(frozen=True, slots=True)
class InstrumentScore:
    """One figure of one instrument against people's labels.

    ``code`` is the function that was measured, ``module:function``; ``features`` names the features
    that run it, none where comparing articles does. ``divergence validate`` measures it by ``task``
    and gives the figure as its metric ``result``. ``interval`` is a 95% interval, or None where
    none was taken; ``items`` says what ``n`` counts, ``text`` on which kind of text, ``split``
    whether the figure is cross-validated and what else the labels were used for.
    """

    instrument: str
    code: str
    features: tuple[str, ...]
    task: str
    result: str
    metric: str
    value: float
    interval: tuple[float, float] | None
    n: int
    items: str
    text: str
    split: str

    @property
    def figure(self) -> str:
        """The figure with its 95% interval: ``"cue F1 0.62 (0.59 to 0.66)"``."""
        ends = self.interval
        spread = f"{ends[0]:.2f} to {ends[1]:.2f}" if ends else "no interval taken"
        return f"{self.metric} {self.value:.2f} ({spread})"

    @property
    def ground(self) -> str:
        """What it was measured on: ``"84 articles, news on US politics (PolNeAR); dev"``."""
        return f"{self.n:,} {self.items}, {self.text}; {self.split}"


@cache
def measured(heads: Path | None = None) -> tuple[InstrumentScore, ...]:
    """Return every figure, in the order of the file.

    With the semantic extra, ``heads`` is the folder of its heads: the figures of the instruments
    that it replaces give way to those in the folder, to none where it has no ``scores.json``.
    """
    if heads is not None:
        others = tuple(
            row
            for row in measured()
            if _REPLACED_FEATURE not in row.features and row.instrument != _REPLACED
        )
        own = heads / FILE.name
        return (*others, *_read(own)) if own.is_file() else others
    return _read(FILE)


def _read(path: Path) -> tuple[InstrumentScore, ...]:
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        InstrumentScore(
            **{
                **row,
                "features": tuple(row["features"]),
                "interval": tuple(row["interval"]) if row["interval"] else None,
            }
        )
        for row in rows
    )


def of_feature(name: str, heads: Path | None = None) -> tuple[InstrumentScore, ...]:
    """Return the figures on which a feature rests; none where nobody measured it."""
    return tuple(row for row in measured(heads) if name in row.features)


def comparing(heads: Path | None = None) -> tuple[InstrumentScore, ...]:
    """Return the figures of what compares articles and is no feature, such as alignment."""
    return tuple(row for row in measured(heads) if not row.features)


def scores_in_words(
    features: Iterable[str], heads: Path | None = None
) -> tuple[tuple[str, str], ...]:
    """Say how far each instrument can be trusted, as pairs of a name and figures."""
    names = set(features)
    grouped: dict[tuple[str, str], list[InstrumentScore]] = {}
    for row in measured(heads):
        if not row.features or names & set(row.features):
            grouped.setdefault((row.instrument, row.ground), []).append(row)
    lines: dict[str, list[str]] = {}
    for (instrument, ground), rows in grouped.items():
        used = sorted({name for row in rows for name in row.features if name in names})
        title = f"{instrument} (for {', '.join(used)})" if used else f"{instrument} (to compare)"
        lines.setdefault(title, []).append(f"{'; '.join(row.figure for row in rows)}. On {ground}.")
    pairs = [(title, " ".join(sentences)) for title, sentences in lines.items()]
    without = sorted(name for name in names if not of_feature(name, heads))
    if without:
        pairs.append((", ".join(without), f"{UNMEASURED[:1].upper()}{UNMEASURED[1:]}."))
    return tuple(pairs)
