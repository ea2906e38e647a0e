"""Scoring tone and agency against properties that people marked."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from divergence.errors import LabelsError
from divergence.validation.roles import ACTED_UPON, ACTING, NEGATIVE, POSITIVE, Cell, score_cells
from divergence.validation.roles import score_roles as score

ROW = {
    "event": "1",
    "source": "A",
    "text": "Lind attacked the port. Roth fears defeat.",
    "aliases": {"Lind": ["Lind"], "Roth": ["Roth"]},
    "properties": {
        "Lind": [["Aggressor", "attacked"], ["Power", "x"], ["Victim", "y"], ["Other", "z"]],
        "Roth": [["Weakness", "fears"], ["Victim", "x"], ["Weakness", "y"]],
        "Meeting": [["Honor", "x"], ["Honor", "y"], ["Honor", "z"]],
    },
}


def _file(folder: Path, row: dict[str, object]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_no_property_is_both_tone_and_agency() -> None:
    kinds = [POSITIVE, NEGATIVE, ACTING, ACTED_UPON]
    assert len(frozenset.union(*kinds)) == sum(map(len, kinds))


def test_cells_without_three_labels_of_a_kind_do_not_count() -> None:
    cells = [
        Cell("1", "A", "Lind", 1.0, math.nan, 0.5, 0.0),
        Cell("1", "A", "Roth", 0.0, math.nan, 0.1, 0.0),
        Cell("1", "B", "Lind", math.nan, 1.0, -1.0, 2.0),
        Cell("1", "B", "Roth", math.nan, -1.0, 1.0, -1.0),
    ]
    found = score_cells(cells)
    assert found.metrics["sentiment_spearman"] == pytest.approx(1)
    assert found.metrics["agency_spearman"] == pytest.approx(1)


def test_what_is_not_measured_is_the_middle() -> None:
    cells = [
        Cell("1", "A", "Lind", 1.0, math.nan, 0.5, 0.0),
        Cell("1", "A", "Roth", 0.0, math.nan, math.nan, 0.0),
        Cell("1", "A", "Berg", -1.0, math.nan, -0.5, 0.0),
    ]
    assert score_cells(cells).metrics["sentiment_spearman"] == pytest.approx(1)
    assert math.isnan(score_cells(cells).metrics["agency_spearman"])


def test_counts_properties_of_targets_that_have_names(tmp_path: Path) -> None:
    found = score(_file(tmp_path, ROW))
    nets = {str(row["target"]): row["net_agency"] for row in found.predictions}
    assert nets == {"Lind": pytest.approx(1 / 3, abs=1e-4), "Roth": -1.0}
    assert found.metrics["agency_spearman"] == pytest.approx(1)


@pytest.mark.parametrize("field", ["event", "source", "text", "aliases", "properties"])
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    row = {name: value for name, value in ROW.items() if name != field}
    with pytest.raises(LabelsError, match=f"line 1: field '{field}' is missing"):
        score(_file(tmp_path, row))


def test_properties_of_another_shape_are_named(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match=r"line 1: field 'properties' of 'Lind'"):
        score(_file(tmp_path, ROW | {"properties": {"Lind": ["Power"]}}))
