"""The report as JSON: every number that a page shows, and what it was made from."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Sequence
from datetime import date as Date
from functools import cache
from importlib.resources import files
from typing import Any

from divergence.comparing.cautions import NOTHING_TO_DIVIDE, Caution, Doubted
from divergence.comparing.claims.claim_results import LedgerDifference
from divergence.comparing.claims.statement_carriers import reach
from divergence.counting.declaration import READER_WORDS
from divergence.counting.feature import Feature
from divergence.phrases import load, speaking
from divergence.phrases.saying import Saying
from divergence.reporting.report import Block, Chart, Notes, Paragraph, Report, Table

SCHEMA_VERSION = 1
DIGITS = 9
# With 500 sources every lone sentence would name 499 that lack it.
MOST_MISSING = 20
# A large corpus has tens of thousands; `divergence clean` lists all of them.
MOST_REMOVED = 1000


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every report.json follows."""
    text = files("divergence.reporting").joinpath("report.schema.json").read_text("utf-8")
    return dict(json.loads(text))


def render(report: Report) -> bytes:
    """Write a report as JSON."""
    with speaking(load(report.language)):
        content = document(report)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return text.encode("utf-8", "replace") + b"\n"


def document(report: Report) -> dict[str, Any]:
    """Return a report as plain dictionaries, lists, strings and numbers."""
    info = plain(report.info)
    info["features"] = [_feature(feature) for feature in report.info.features]
    info["n_rejected"] = len(report.info.rejections)
    info["n_removed"] = len(report.info.removed)
    del info["removed"][MOST_REMOVED:]
    return {
        "schema_version": SCHEMA_VERSION,
        "title": report.title,
        "subtitle": report.subtitle,
        "run": info,
        "pages": [
            {
                "name": page.name,
                "heading": page.heading,
                "blocks": [_block(block) for block in page.blocks],
            }
            for page in report.pages
        ],
        "notes": plain(report.notes),
        "comparison": _comparison(report),
    }


def _comparison(report: Report) -> dict[str, Any]:
    """The comparison; of long lists of sources that lack something, the first and the count."""
    comparison: dict[str, Any] = plain(report.comparison)
    for result, statement in zip(
        comparison["statements"], report.comparison.statements, strict=True
    ):
        result["reach"] = reach(statement)
    # The settings of the run say these.
    del comparison["by"], comparison["within"], comparison["reference"]
    for result in (*comparison["statements"], *comparison["ledger"]):
        result["n_missing"] = len(result["missing"])
        del result["missing"][MOST_MISSING:]
    comparison["caution_kinds"] = _kinds(report.comparison.cautions)
    return comparison


def _kinds(cautions: Sequence[Caution]) -> list[str]:
    return list(dict.fromkeys(caution.kind for caution in cautions))


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Notes):
        return {"type": "notes", "numbers": [note.number for note in block.notes]}
    kinds: dict[type[Block], str] = {Paragraph: "words", Table: "table", Chart: "chart"}
    return {"type": kinds[type(block)], **plain(block)}


def _feature(feature: Feature) -> dict[str, Any]:
    names = ("name", "version", "family", "claim", "reference", "misfires")
    measures = [
        {name: value for name, value in plain(measure).items() if name not in READER_WORDS}
        for measure in feature.measures
    ]
    return {name: plain(getattr(feature, name)) for name in names} | {"measures": measures}


def plain(value: Any) -> Any:
    """Turn frozen results into what JSON can hold; what is null has a caution that says why."""
    if isinstance(value, (Caution, LedgerDifference, Saying)):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        if not isinstance(value, Doubted):
            return {name: plain(getattr(value, name)) for name in names}
        shown = {name: plain(getattr(value, name)) for name in names if name != "cautions"}
        if not value.cautions and shown.get("value", 0) is None:
            value = dataclasses.replace(value, cautions=(NOTHING_TO_DIVIDE,))
        return shown | {"caution": value.caution, "caution_kinds": _kinds(value.cautions)}
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else None
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str) or value is None or isinstance(value, (bool, int)):
        return value
    return str(value)
