"""What holds for every task of ``divergence validate``: strict JSON, predictions, plain errors."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner, Result

from divergence.cli import main
from divergence.validation import tasks
from divergence.validation.resampled_metrics import resampled_score
from tests.validation.examples import CONLLU, ROWS, TASKS, good


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Intervals are tested elsewhere; here they only cost time."""
    monkeypatch.setitem(resampled_score.__kwdefaults__, "rounds", 10)


def call(task: str, data: Path, *flags: str) -> Result:
    return CliRunner().invoke(main, ["validate", task, str(data), *flags])


def strict(text: str) -> Any:
    """Parse JSON as the standard has it: NaN and Infinity are no numbers."""

    def refuse(name: str) -> NoReturn:
        raise AssertionError(f"{name} is not JSON")

    return json.loads(text, parse_constant=refuse)


def refused(task: str, data: Path, *said: str) -> None:
    result = call(task, data, "--json")
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    for words in (data.name, *said):
        assert words in result.stderr, result.stderr


def file(folder: Path, content: str | bytes) -> Path:
    path = folder / "labels.data"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def changed(task: str, **changes: object) -> str:
    """A good row, and on line 2 one with fields changed; a field set to None is left out."""
    row = {**ROWS[task][1], **changes}
    kept = {name: value for name, value in row.items() if value is not None}
    return f"{json.dumps(ROWS[task][0])}\n{json.dumps(kept)}\n"


def test_the_examples_are_of_all_tasks() -> None:
    # Accounts are no rows: see tests/validation/accounts.
    assert sorted((*TASKS, "accounts")) == sorted(tasks.TASKS)


@pytest.mark.parametrize("task", TASKS)
def test_json_is_strict_and_predictions_have_a_row_each(tmp_path: Path, task: str) -> None:
    predictions = tmp_path / "predicted.jsonl"
    data = file(tmp_path, good(task))
    result = call(task, data, "--json", "--predictions", str(predictions))
    assert result.exit_code == 0, result.output
    shown = strict(result.stdout)
    assert list(shown) == ["task", "n", "metrics", "intervals", "reasons"]
    undefined = {name for name, value in shown["metrics"].items() if value is None}
    assert set(shown["reasons"]) == undefined
    assert all(shown["reasons"].values())
    rows = [strict(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 2


@pytest.mark.parametrize("task", TASKS)
def test_one_row_leaves_metrics_undefined_with_a_reason(tmp_path: Path, task: str) -> None:
    first = CONLLU.replace("nsubj", "dep") if task == "syntax" else json.dumps(ROWS[task][1])
    data = file(tmp_path, first)
    shown = strict(call(task, data, "--json").stdout)
    for name, value in shown["metrics"].items():
        assert (value is None) == (name in shown["reasons"])
    table = call(task, data).stdout
    assert "nan" not in table.split()
    assert table.count("not defined (") == len(shown["reasons"])


@pytest.mark.parametrize("task", TASKS)
def test_reading_is_the_same_with_marks_blank_lines_and_gzip(tmp_path: Path, task: str) -> None:
    plain = call(task, file(tmp_path, good(task)), "--json").stdout
    spaced = "\n\n" + good(task).replace("\n", "\r\n") + "  \n" * (task != "syntax")
    marked = file(tmp_path, b"\xef\xbb\xbf" + spaced.encode())
    assert call(task, marked, "--json").stdout == plain
    zipped = file(tmp_path, gzip.compress(good(task).encode()))
    assert call(task, zipped, "--json").stdout == plain


@pytest.mark.parametrize("task", TASKS)
def test_files_that_are_no_labels(tmp_path: Path, task: str) -> None:
    refused(task, tmp_path / "none.data", "no such file")
    folder = tmp_path / "some"
    folder.mkdir()
    refused(task, folder, "is a folder")
    refused(task, file(tmp_path, ""), "found; expected")
    refused(task, file(tmp_path, " \n\n" if task != "syntax" else "\n\n"), "found; expected")
    refused(task, file(tmp_path, "{'text': 1}\n"), "line 1", "expected")
    latin = good(task).encode() + "é\n".encode("latin-1")
    refused(task, file(tmp_path, latin), "not UTF-8", "byte 0xe9", "save the")
    refused(task, file(tmp_path, good(task).encode("utf-16")), "UTF-16")
    refused(task, file(tmp_path, gzip.compress(good(task).encode())[:-9]), "cannot be read")


@pytest.mark.parametrize("task", list(ROWS))
@pytest.mark.parametrize("line", ["{", "[1, 2]", '"words"', '{"text": NaN}', "[" * 9999])
def test_lines_that_are_no_rows(tmp_path: Path, task: str, line: str) -> None:
    data = file(tmp_path, f"{json.dumps(ROWS[task][0])}\n{line}\n")
    refused(task, data, "line 2", "expected one JSON object a line")


def test_half_a_character(tmp_path: Path) -> None:
    refused("certainty", file(tmp_path, '{"text": "\\ud83d", "certainty": 3}'), "line 1", "half")


REQUIRED = [
    (task, field)
    for task, rows in ROWS.items()
    for field in rows[0]
    if (task, field) != ("events", "date")
]


@pytest.mark.parametrize(("task", "field"), REQUIRED)
def test_missing_fields_are_named(tmp_path: Path, task: str, field: str) -> None:
    data = file(tmp_path, changed(task, **{field: None}))
    refused(task, data, "line 2", f"'{field}' is missing", "expected")


@pytest.mark.parametrize(("task", "field"), REQUIRED)
def test_fields_of_another_kind_are_named(tmp_path: Path, task: str, field: str) -> None:
    data = file(tmp_path, changed(task, **{field: True}))
    refused(task, data, "line 2", f"'{field}' is true", "expected")


@pytest.mark.parametrize(
    ("task", "changes", "said"),
    [
        ("alignment", {"similarity": 5.5}, "from 0 to 5"),
        ("alignment", {"a": " "}, "'a' is empty"),
        ("attribution", {"text": ""}, "'text' is empty"),
        ("attribution", {"attributions": [{}]}, "'attributions[0].source' is missing"),
        (
            "attribution",
            {"attributions": [{"source": [], "cue": [], "content": [[0, 99]]}]},
            "'attributions[0].content' holds [0, 99], which does not lie inside the text of 24",
        ),
        ("certainty", {"certainty": 0}, "from 1 to 6"),
        ("certainty", {"certainty": 10**500}, "from 1 to 6"),
        ("certainty", {"certainty": "high"}, "from 1 to 6"),
        ("events", {"event": ""}, "'event' is empty"),
        ("events", {"date": "May"}, 'a date such as "2021-03-05"'),
        ("figures", {"a": ""}, "'a' is empty"),
        ("figures", {"label": "differs"}, "'label' is 'differs'; expected one of agree"),
        ("figures", {"aspect": "size"}, "'aspect' is 'size'; expected one of number"),
        ("figures", {"label": "agree", "aspect": "number"}, "a label other than differ"),
        ("figures", {"split": "train"}, "'split' is 'train'; expected one of dev"),
        ("frames", {"frames": ["war"]}, "holds 'war'; expected some of conflict"),
        ("frames", {"frames": "conflict"}, "expected a list of strings"),
        ("hedging", {"label": "unsure"}, "'label' is 'unsure'; expected one of certain"),
        ("hedging", {"label": "unsure" * 99}, "...'; expected one of certain"),
        ("hedging", {"cues": [[4, 99]]}, "does not lie inside the text of 21 characters"),
        ("hedging", {"cues": [[9, 4]]}, "0 <= start < end <= 21"),
        ("hedging", {"cues": [["a", 4]]}, "two whole numbers"),
        ("loaded", {"label": ""}, "expected one of plain, loaded"),
        ("loaded", {"words": [3]}, "'words' holds 3"),
        ("roles", {"aliases": {"Roth": [" "]}}, "'aliases' of 'Roth'"),
        ("roles", {"properties": {"Roth": [["power", "x"]]}}, "expected 'Power'"),
        ("roles", {"properties": {"Roth": "Power"}}, "expected [property, phrase]"),
        ("sentiment", {"end": 99}, "start < end <= 46"),
        ("sentiment", {"start": -1}, "expected 0 <= start"),
        ("sentiment", {"target": "Lind"}, "is 'Lind', but the text has 'Roth' there"),
        ("sentiment", {"label": "bad"}, "expected one of negative, neutral, positive"),
    ],
)
def test_wrong_values_are_named(
    tmp_path: Path, task: str, changes: dict[str, object], said: str
) -> None:
    refused(task, file(tmp_path, changed(task, **changes)), "line 2: field", said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1\tRain", "2 tab-separated"),
        ("x\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_", "word id 'x'"),
        ("2\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_", "expected 1"),
        ("1\tRain\train\tNOUN\tNN\t_\t7\troot\t_\t_", "head '7' (HEAD), expected a number"),
        ("1\tRain\train\tNOUN\tNN\t_\t0\tsubject\t_\t_", "relation 'subject' (DEPREL)"),
        ("1\t\train\tNOUN\tNN\t_\t0\troot\t_\t_", "FORM"),
    ],
)
def test_wrong_treebank_lines_are_named(tmp_path: Path, line: str, said: str) -> None:
    refused("syntax", file(tmp_path, f"{CONLLU}{line}\n"), "line 6", said)


@pytest.mark.parametrize("task", list(ROWS))
def test_an_id_may_be_repeated(tmp_path: Path, task: str) -> None:
    rows = [{**row, "id": "same"} for row in ROWS[task]]
    data = file(tmp_path, "".join(json.dumps(row) + "\n" for row in rows))
    assert call(task, data).exit_code == 0


def test_predicted_attributions_are_labels(tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    data = file(tmp_path, good("attribution"))
    assert call("attribution", data, "--predictions", str(predicted)).exit_code == 0
    metrics = strict(call("attribution", predicted, "--json").stdout)["metrics"]
    for name in ("source_f1", "cue_f1", "content_f1", "detected_f1", "speaker_accuracy"):
        assert metrics[name] == 1.0


def test_places_where_predictions_cannot_be(tmp_path: Path) -> None:
    data = file(tmp_path, good("certainty"))
    for place, said in ((tmp_path / "none" / "p.jsonl", "no such folder"), (tmp_path, "a folder")):
        result = call("certainty", data, "--predictions", str(place))
        assert result.exit_code == 1
        assert said in result.stderr
    result = call("certainty", data, "--raw")
    assert result.exit_code == 2
    assert "--raw is for syntax" in result.stderr
