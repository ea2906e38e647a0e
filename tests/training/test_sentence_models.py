"""Training the models of sentences from invented rows: same bytes twice, signs as expected."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from divergence.instruments.linear import FILE_NAME, read
from divergence.training import certainty, hedging, loaded

HEDGED = ["The mill may close.", "Rain may fall today.", "She may resign soon.", "It may be late."]
PLAIN = ["The mill closed.", "Rain fell today.", "She resigned.", "It was late."]


def _file(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _run(command: object, *arguments: object) -> str:
    result = CliRunner().invoke(command, [str(one) for one in arguments])  # type: ignore[arg-type]
    assert result.exit_code == 0, result.output
    return result.output


def test_hedging(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = []
    for number, (hedged, plain) in enumerate(zip(HEDGED * 3, PLAIN * 3, strict=True)):
        at = hedged.index("may")
        cue = [[at, at + 3, "modal"]]
        rows.append({"id": f"{number}#0", "text": hedged, "label": "uncertain", "cues": cue})
        rows.append({"id": f"{number}#1", "text": plain, "label": "certain", "cues": []})
    data = _file(tmp_path / "rows.jsonl", rows)
    printed = _run(hedging.main, data, "--out", tmp_path / "one")
    _run(hedging.main, data, "--out", tmp_path / "two")
    assert "cross-validated by document" in printed
    first, second = (tmp_path / name / FILE_NAME for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    model = read(first)
    assert model.words["may"]
    assert model.parts["cue"].weights["l=may"] > 0


def test_certainty(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"text": text, "certainty": rating}
        for texts, rating in ((HEDGED, 2), (PLAIN, 6))
        for text in texts * 3
    ]
    data = _file(tmp_path / "rows.jsonl", rows)
    assert "pearson_r" in _run(certainty.main, data, "--out", tmp_path / "out")
    model = read(tmp_path / "out" / FILE_NAME)
    assert model.parts["sentence"].weights["may"] < 0


def test_loaded(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = []
    for noun in ("plan", "vote", "speech", "law", "trial", "tax"):
        for adjective, word in (("shameful", ["shameful"]), ("new", [])):
            label = "loaded" if word else "plain"
            text = f"The {adjective} {noun} was discussed."
            rows += [{"text": text, "label": label, "words": word}] * 2
    data = _file(tmp_path / "rows.jsonl", rows)
    texts = [
        {"text": f"A {word} act. The {word} man left."} for word in ("shameful", "vile", "new")
    ]
    articles = _file(tmp_path / "articles.jsonl", texts * 5)  # type: ignore[arg-type]
    printed = _run(loaded.main, data, "--articles", articles, "--out", tmp_path / "out")
    assert "word_f1" in printed
    parts = read(tmp_path / "out" / FILE_NAME).parts
    assert parts["word"].weights["w=shameful"] > 0 > parts["word"].weights.get("w=new", -1.0)
    assert parts["sentence"].weights["w=shameful"] > 0


def test_a_wrong_label_is_told_in_a_line(tmp_path: Path) -> None:
    data = _file(tmp_path / "rows.jsonl", [{"text": HEDGED[0], "certainty": 7}])
    result = CliRunner().invoke(certainty.main, [str(data), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "line 1: field 'certainty' is 7; expected a number from 1 to 6" in result.output
    assert "Traceback" not in result.output
