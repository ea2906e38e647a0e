"""Agreement of sentence similarity with ratings, on invented pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from divergence.cli import main
from divergence.errors import LabelsError
from divergence.validation import tasks

SAME = "The ferry sank near the harbor."
PAIRS: list[dict[str, object]] = [
    {"a": SAME, "b": "The ferry sank near the harbor on Monday.", "similarity": 4.5},
    {"a": SAME, "b": "A ferry left the harbor.", "similarity": 2},
    {"a": SAME, "b": "Bakers want cheaper flour.", "similarity": 0},
]


def _file(folder: Path, *rows: object) -> Path:
    path = folder / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_closer_pairs_score_higher_from_file_to_json(tmp_path: Path) -> None:
    predictions = tmp_path / "predicted.jsonl"
    data = str(_file(tmp_path, *PAIRS))
    arguments = ["validate", "alignment", data, "--json", "--predictions", str(predictions)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    shown = json.loads(result.output)
    assert shown["n"] == 3
    assert shown["metrics"]["pearson_r"] > 0.8
    assert list(shown["intervals"]) == ["pearson_r"]
    guesses = [json.loads(line)["predicted"] for line in predictions.read_text().splitlines()]
    assert guesses == sorted(guesses, reverse=True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"similarity": 6}, "line 2: field 'similarity' is 6; expected a number from 0 to 5"),
        ({"similarity": "high"}, "line 2: field 'similarity' is \"high\"; expected a number"),
        ({"b": None}, "line 2: field 'b' is null; expected a sentence"),
        ({"a": "  "}, "line 2: field 'a' is empty"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, change: dict[str, object], expected: str) -> None:
    with pytest.raises(LabelsError) as caught:
        tasks.score("alignment", _file(tmp_path, PAIRS[0], PAIRS[1] | change))
    assert expected in str(caught.value)
