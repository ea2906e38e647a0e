"""How well sentiment toward a party and its agency agree with the properties that people marked.

A row is one article: ``event``, ``source``, ``text``, ``aliases`` (target to a list of its names in
the event) and ``properties`` (target to a list of ``[property, phrase]``). Targets without aliases,
such as meetings, are left out. A cell is one target in one article: it counts for sentiment where
people marked at least three positive or negative properties, and for agency where they marked at
least three of Power, Aggressor, Victim and Weakness. The two sets do not overlap: a victim is not
somebody whom a text dislikes.

References
----------
Hamborg, F., Zhukova, A., & Gipp, B. (2019). Automated Identification of Media Bias by Word Choice
and Labeling in News Articles. JCDL.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from divergence.types import Article, Side
from divergence.validation.labelled_rows import Row, read_rows
from divergence.validation.resampled_metrics import Rows, resampled_score
from divergence.validation.scoring import Score

FEWEST = 3
MIDDLE_TONE, MIDDLE_SHARE = 0.0, 0.5
POSITIVE = frozenset(
    {"Affection", "Confidence", "Easiness", "Economy positive", "Fairness", "Good quality"}
    | {"Honor", "Importance", "Lawfulness", "Positive", "Reason", "Safety", "Trustworthiness"}
)
NEGATIVE = frozenset(
    {"Difficulty", "Dishonor", "Economy negative", "Negative", "No trustworthiness"}
    | {"Poor quality", "Refusal", "Unfairness", "Unimportance", "Unlawfulness", "Unreason"}
    | {"Unsafety"}
)
ACTING = frozenset({"Power", "Aggressor"})
ACTED_UPON = frozenset({"Victim", "Weakness"})
_KNOWN = {name.casefold(): name for name in POSITIVE | NEGATIVE | ACTING | ACTED_UPON}


@dataclass(frozen=True, slots=True)
class Cell:
    """One target in one article: what people marked and what was measured; nan where undefined."""

    event: str
    source: str
    target: str
    net_properties: float
    net_agency: float
    toward: float
    agency: float


def score_roles(path: Path) -> Score:
    """Score the features sentiment and agency against marked properties."""
    return score_cells([cell for row in read_rows(path) for cell in _cells(row)])


def score_cells(cells: Sequence[Cell]) -> Score:
    """Correlate what was measured with what was marked, over cells."""

    def metrics(chosen: Rows) -> dict[str, float]:
        here = [cells[number] for number in chosen.tolist()]
        judged = [cell for cell in here if not math.isnan(cell.net_properties)]
        acting = [cell for cell in here if not math.isnan(cell.net_agency)]
        return {
            "sentiment_spearman": _spearman(
                [cell.net_properties for cell in judged],
                [_defined(cell.toward, MIDDLE_TONE) for cell in judged],
            ),
            "agency_spearman": _spearman(
                [cell.net_agency for cell in acting],
                [_defined(cell.agency, MIDDLE_SHARE) for cell in acting],
            ),
        }

    predictions = [{name: _cleared(v) for name, v in asdict(cell).items()} for cell in cells]
    return replace(resampled_score(metrics, len(cells)), predictions=predictions)


def _cells(row: Row) -> Iterator[Cell]:
    from divergence.features.agency import agent_share
    from divergence.features.sentiment import toward
    from divergence.text.annotate import annotate

    event, text = row.words("event", "the name of an event"), row.text
    source = row.words("source", "the name of an outlet")
    aliases = row.field("aliases", dict, "an object of targets with lists of names")
    properties = row.field("properties", dict, "an object of targets with lists of properties")
    for target in sorted(properties):
        marked = _marked(row, target, properties[target])
        net_properties = _net(marked, POSITIVE, NEGATIVE)
        net_agency = _net(marked, ACTING, ACTED_UPON)
        if not aliases.get(target) or (math.isnan(net_properties) and math.isnan(net_agency)):
            continue
        names = aliases[target]
        if not isinstance(names, list) or not all(
            isinstance(name, str) and name.strip() for name in names
        ):
            raise row.error("aliases", f"of {target!r} hold something else; expected names")
        document = annotate(Article("row", source, text), sides=(Side(target, tuple(names)),))
        yield Cell(
            event,
            source,
            target,
            net_properties,
            net_agency,
            toward(document, target),
            agent_share(document, target),
        )


def _net(marked: Sequence[str], above: frozenset[str], below: frozenset[str]) -> float:
    """Share of the one kind less share of the other; nan where fewer than three were marked."""
    for_it, against = sum(n in above for n in marked), sum(n in below for n in marked)
    total = for_it + against
    return (for_it - against) / total if total >= FEWEST else math.nan


def _marked(row: Row, target: str, entries: object) -> list[str]:
    if not isinstance(entries, list) or not all(
        isinstance(entry, list) and entry and isinstance(entry[0], str) for entry in entries
    ):
        raise row.error(
            "properties", f"of {target!r} hold something else; expected [property, phrase] lists"
        )
    for name, *_ in entries:
        # Properties beyond ours are let through; another spelling of ours would silently not count.
        meant = _KNOWN.get(name.strip().casefold(), name)
        if meant != name:
            raise row.error("properties", f"of {target!r} hold {name!r}; expected {meant!r}")
    return [entry[0] for entry in entries]


def _spearman(first: Sequence[float], second: Sequence[float]) -> float:
    from scipy.stats import spearmanr

    if len(set(first)) < 2 or len(set(second)) < 2:
        return math.nan
    return float(spearmanr(first, second).statistic)


def _defined(number: float, otherwise: float) -> float:
    return otherwise if math.isnan(number) else number


def _cleared(value: str | float) -> str | float | None:
    """Round a number for the predictions; None where it is not defined."""
    if isinstance(value, str):
        return value
    return None if math.isnan(value) else round(value, 4)
