"""``divergence validate accounts``: several files, a folder of predictions, plain errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from divergence.cli import main
from divergence.errors import UsageError
from divergence.validation import tasks
from divergence.validation.accounts.labels import read_event
from divergence.validation.accounts.scores import REASONS, score_predictions
from tests.validation.accounts.ferry import LABELS, labels, write


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["validate", "accounts", *map(str, arguments)])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "labels").mkdir()
    first = write(tmp_path / "labels", LABELS, "a.json")
    return first, write(tmp_path / "labels", labels(event="ferry again"), "b.json")


def test_scores_and_predictions_of_several_events(tmp_path: Path, files: tuple[Path, Path]) -> None:
    folder = tmp_path / "all" / "predicted"
    result = call(*files, "--json", "--predictions", folder)
    assert result.exit_code == 0, result.output
    shown = json.loads(result.stdout)
    assert (shown["task"], shown["n"]) == ("accounts", 2)
    assert list(shown["metrics"]) == list(REASONS)
    assert shown["metrics"]["speech_recall"] == 1.0
    assert shown["n_of"]["speech_recall"] == 6
    assert {name for name, value in shown["metrics"].items() if value is None} == {
        *shown["reasons"]
    }
    predicted = [json.loads((folder / file.name).read_text(encoding="utf-8")) for file in files]
    assert [prediction["event"] for prediction in predicted] == ["ferry", "ferry again"]
    again = score_predictions([read_event(file) for file in files], predicted)
    assert {**again.metrics} == {
        name: pytest.approx(float("nan") if value is None else value, nan_ok=True)
        for name, value in shown["metrics"].items()
    }
    # A folder that is there is written to again, and the same.
    written = (folder / "a.json").read_bytes()
    assert call(*files, "--predictions", folder).exit_code == 0
    assert (folder / "a.json").read_bytes() == written


def test_the_table_says_why_and_of_how_many(tmp_path: Path) -> None:
    file = write(tmp_path, labels(sides={}))
    lines = call(file).stdout.splitlines()
    assert lines[0] == "accounts on ferry.json, n = 1 events"
    table = {line.split()[0]: line for line in lines[1:]}
    assert table["side"].endswith(f"not defined ({REASONS['side']})")
    assert table["speech_recall"].endswith("  of 3")
    assert "nan" not in " ".join(lines).split()


def test_cautions_do_not_disturb_the_json(tmp_path: Path) -> None:
    only = [{"article": "p", "sentence": "Nothing was said of it.", "weight": 2}]
    result = call(write(tmp_path, labels(only=only)), "--json")
    assert result.exit_code == 0
    assert result.stderr.startswith("Caution: ")
    assert "'only[0].sentence' is not in the text" in result.stderr
    assert json.loads(result.stdout)["metrics"]["only_found"] is None


@pytest.mark.parametrize(
    ("content", "said"), [("{", "is not JSON"), ("", "nothing found"), ("[]", "is []")]
)
def test_bad_labels_are_plain_errors(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "labels.json"
    file.write_text(content, encoding="utf-8")
    result = call(file)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {file}: {said}")
    assert result.stderr.count("\n") == 1


def test_files_that_are_not_there(tmp_path: Path) -> None:
    result = call(write(tmp_path, LABELS), tmp_path / "none.json")
    assert (result.exit_code, "none.json: no such file" in result.stderr) == (1, True)
    assert "is a folder; give a JSON file of one event" in call(tmp_path).stderr
    assert call().exit_code == 2


def test_predictions_never_overwrite(tmp_path: Path, files: tuple[Path, Path]) -> None:
    before = files[0].read_bytes()
    result = call(*files, "--predictions", files[0].parent)
    assert (result.exit_code, files[0].read_bytes()) == (1, before)
    assert "would overwrite the labels" in result.stderr
    for place in (files[0], files[0] / "below"):
        result = call(files[0], "--predictions", place)
        assert (result.exit_code, files[0].read_bytes()) == (1, before)
        assert f"{files[0]}: is a file; name a folder" in result.stderr
    same_name = write(tmp_path, labels(event="another"), "a.json")
    assert "another file has its name" in call(files[0], same_name, "--predictions", "p").stderr


def test_other_tasks_take_one_file(tmp_path: Path) -> None:
    rows = [str(write(tmp_path, {"text": "Tea.", "certainty": 6}, f"{name}.json")) for name in "ab"]
    result = CliRunner().invoke(main, ["validate", "certainty", *rows])
    assert result.exit_code == 2
    assert "certainty takes one file of labels, not 2; only accounts takes several" in result.stderr
    with pytest.raises(UsageError, match="not 0"):
        tasks.score("accounts", [])
