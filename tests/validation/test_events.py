"""B-cubed counted by hand, and events from file to JSON on invented articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from divergence.cli import main
from divergence.errors import LabelsError
from divergence.validation import tasks
from divergence.validation.events import b_cubed, score_groups
from tests.comparing.test_event_detection import FERRY, FERRY_AGAIN, PLUMS, PLUMS_AGAIN

ROWS: list[dict[str, object]] = [
    {"event": "ferry", "source": "Post", "text": FERRY, "date": "2021-03-05"},
    {"event": "ferry", "source": "Herald", "text": FERRY_AGAIN, "date": "2021-03-06"},
    {"event": "plums", "source": "Post", "text": PLUMS},
    {"event": "plums", "source": "Herald", "text": PLUMS_AGAIN, "date": None},
]


def _file(folder: Path, *rows: object) -> Path:
    path = folder / "events.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_b_cubed_by_hand() -> None:
    # Three articles on a, two on b; one of b went to the group of a, and c was cut in two.
    labelled, found = list("aaabbcc"), [1, 1, 1, 1, 2, 3, 4]
    scored = b_cubed(labelled, found)
    assert scored.precision.tolist() == [0.75, 0.75, 0.75, 0.25, 1, 1, 1]
    assert scored.recall.tolist() == [1, 1, 1, 0.5, 0.5, 0.5, 0.5]
    metrics = score_groups(labelled, found).metrics
    precision, recall = 5.5 / 7, 5 / 7
    assert metrics["precision"] == pytest.approx(precision)
    assert metrics["recall"] == pytest.approx(recall)
    assert metrics["f1"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_extremes() -> None:
    assert score_groups(["a", "a", "b"], [0, 0, 1]).metrics["f1"] == 1.0
    alone = score_groups(["a", "a", "b"], [0, 1, 2]).metrics
    assert alone["precision"] == 1.0
    assert alone["recall"] == pytest.approx(2 / 3)


def test_intervals_hold_the_figure_and_do_not_change() -> None:
    labelled, found = list("aaabbccdd"), [1, 1, 1, 1, 2, 3, 4, 5, 5]
    scored = score_groups(labelled, found)
    assert scored == score_groups(labelled, found)
    for name, (low, high) in scored.intervals.items():
        assert low < scored.metrics[name] < high


def test_from_file_to_json(tmp_path: Path) -> None:
    predictions = tmp_path / "predicted.jsonl"
    data = str(_file(tmp_path, *ROWS))
    arguments = ["validate", "events", data, "--json", "--predictions", str(predictions)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    shown = json.loads(result.output)
    assert shown["n"] == 4
    assert shown["metrics"] == {"f1": 1.0, "precision": 1.0, "recall": 1.0}
    lines = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert [line["predicted"] for line in lines] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"event": 7}, "line 2: field 'event' is 7; expected a name"),
        ({"source": ""}, "line 2: field 'source' is empty"),
        ({"text": " "}, "line 2: field 'text' is empty"),
        ({"date": "May 5"}, "line 2: field 'date' is 'May 5'; expected a date"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, change: dict[str, object], expected: str) -> None:
    with pytest.raises(LabelsError) as caught:
        tasks.score("events", _file(tmp_path, ROWS[0], ROWS[1] | change))
    assert expected in str(caught.value)
