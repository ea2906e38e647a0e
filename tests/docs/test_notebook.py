"""The notebook with 4,000 articles runs from top to bottom and says what its text says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).resolve().parents[2] / "docs" / "notebooks" / "three_features.ipynb"


@pytest.fixture(scope="module")
def outputs() -> list[str]:
    """What each code cell shows, as plain text, after a run in a kernel of its own."""
    nbclient = pytest.importorskip("nbclient", reason="LOUD SKIP: the notebook needs nbclient")
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.read(FILE, as_version=4)
    nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
    return [_shown(cell) for cell in notebook.cells if cell.cell_type == "code"]


def _shown(cell: Any) -> str:
    texts = [each.get("text") or each["data"]["text/plain"] for each in cell.outputs]
    return "".join(texts).strip()


@pytest.mark.slow
def test_every_row_keeps_its_place_and_a_missing_text_is_said(outputs: list[str]) -> None:
    assert outputs[2].splitlines() == [
        "per 100 words | share of attribution cues",
        "4000 True",
        "nan the text is missing",
    ]


@pytest.mark.slow
def test_outlets_differ_as_they_were_made_to(outputs: list[str]) -> None:
    rows = {line.split()[0]: line.split()[1:] for line in outputs[3].splitlines()[2:]}
    assert rows.keys() == {"Echo", "Post", "Star"}
    hedged, distanced = ({name: float(row[at]) for name, row in rows.items()} for at in (0, 1))
    assert hedged["Star"] > hedged["Echo"] > hedged["Post"]
    assert distanced["Star"] > 0.4
    assert distanced["Echo"] == distanced["Post"] == 0.0


@pytest.mark.slow
def test_a_function_gives_the_number_of_the_table(outputs: list[str]) -> None:
    assert outputs[4].splitlines()[-1] == "True"
    assert outputs[5].startswith("[('")


def test_outputs_are_not_stored() -> None:
    cells = json.loads(FILE.read_text("utf-8"))["cells"]
    assert all(not cell.get("outputs") for cell in cells)
