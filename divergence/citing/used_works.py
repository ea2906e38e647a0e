"""Which works one report rests on, told from what its ``report.json`` holds."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from divergence.citing.works import Work, named_in, works

Comparison = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Use:
    """Something that a report used, and the works that it rests on."""

    kind: str
    name: str
    works: tuple[Work, ...]


@cache
def uses() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """Return what rests on which works: statistics, models and lexicons by name."""
    text = files("divergence.citing").joinpath("uses.toml").read_text("utf-8")
    return dict(tomllib.loads(text))


def used(report: Mapping[str, Any]) -> tuple[Use, ...]:
    """Tell what a report used."""
    run, comparison = report["run"], report["comparison"]
    names = [feature["name"] for feature in run["features"]]
    semantic = any(name == "semantic model" for name, _ in run.get("settings", ()))
    statistics = [name for name, is_used in STATISTICS.items() if is_used(comparison)]
    return (
        *(_feature(row) for row in run["features"]),
        *_named("models", "model", _models(names, comparison, semantic=semantic)),
        *_named("lexicons", "word list", [row[0] for row in run.get("lexicons", ())]),
        *_named("statistics", "statistic", statistics),
    )


def _feature(feature: Mapping[str, Any]) -> Use:
    named_works = named_in(feature["reference"])
    name = f"{feature['name']}, version {feature['version']}"
    # A list of one's own refers to itself and to no work.
    return Use("feature", name if named_works else f"{name} ({feature['reference']})", named_works)


def _named(group: str, kind: str, names: Sequence[str]) -> Iterator[Use]:
    for name in names:
        entry = uses()[group].get(name, {})
        title = str(entry.get("title", name))
        yield Use(kind, title, tuple(works()[key] for key in entry.get("works", ())))


def _models(features: Sequence[str], comparison: Comparison, *, semantic: bool) -> list[str]:
    held = [model for model, askers in ASKED.items() if askers & set(features)]
    likeness = ["alignment"] if _any(comparison, "statements") and not semantic else []
    return [*BEHIND_ALL, *held, *likeness, *(["semantic"] if semantic else [])]


# Words, sentences and voices come before every feature.
BEHIND_ALL = ("syntax", "sentences", "attribution")
# The other models stand behind the features that ask them. The encoder's tone adds the linear one.
ASKED: Mapping[str, set[str]] = {
    "sentiment": {"sentiment"},
    "hedging": {"uncertainty", "certainty"},
    "certainty": {"certainty"},
    "loaded": {"loaded"},
}


def _any(comparison: Comparison, *parts: str) -> bool:
    return any(comparison.get(part) for part in parts)


def _rows(part: str, holds: Callable[[Mapping[str, Any]], bool]) -> Callable[[Comparison], bool]:
    return lambda comparison: any(holds(row) for row in comparison.get(part) or ())


def _over_events(least: int) -> Callable[[Comparison], bool]:
    return _rows("contrasts", lambda row: row["n_events"] >= least)


def _single_interval(row: Mapping[str, Any]) -> bool:
    return row["low"] is not None and row["n_events"] <= 1


def _agreeing(row: Mapping[str, Any]) -> bool:
    return not {"wilson", "rule_of_three"}.isdisjoint(row.get("caution_kinds") or ())


def _kin(*kinds: str) -> Callable[[Comparison], bool]:
    return _rows("kinships", lambda row: row["kind"] in kinds)


def _with_prior(row: Mapping[str, Any]) -> bool:
    return "Baly et al. 2020" in row["prior"]


# Each statistic of uses.toml, and how a comparison shows that it was taken.
STATISTICS: Mapping[str, Callable[[Comparison], bool]] = {
    "estimates": _rows("estimates", lambda row: row["basis"] == "articles"),
    "blocks": _rows("estimates", lambda row: row["basis"] == "sentences"),
    "small_counts": _rows("estimates", _agreeing),
    "contrasts": _rows("contrasts", _single_interval),
    "permutation": _rows("contrasts", lambda row: row["p"] is not None),
    "many_tests": _rows("contrasts", lambda row: row["q"] is not None),
    "pooling": _over_events(2),
    "events": _over_events(10),
    "floor": _rows("profile", lambda row: row["floor"] is not None),
    "keyness": lambda comparison: _any(comparison, "keyness"),
    "background": _rows("keyness_basis", _with_prior),
    "dispersion": _rows("keyness", lambda row: row["dispersion"] is not None),
    "collocations": _rows("keyness", lambda row: " " in row["term"]),
    "shifts": lambda comparison: _any(comparison, "shifts"),
    "standardized_shifts": _rows("shifts", lambda row: row["n_events"] > 1),
    "copies": lambda comparison: _any(comparison, "origins", "statements"),
    "shared_text": _kin("shared text", "shared account"),
    "alignment": lambda comparison: _any(comparison, "statements"),
}
