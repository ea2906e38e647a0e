"""The commands with the extra: validate, features, explain and report take it from the settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import CONFIG, NORTH, SOUTH, call

TARGETS = [
    ("Critics blamed Lind for the terrible failure.", "Lind", "negative"),
    ("Voters praised Roth for his brave and honest work.", "Roth", "positive"),
    ("Berg spoke on Monday.", "Berg", "neutral"),
]
PAIRS = [
    ("The physician was freed on Friday.", "On Friday, the doctor was released.", 4.8),
    ("The physician was freed on Friday.", "Taxes on bread will rise next year.", 0.2),
    ("Floods closed the harbor.", "The port was shut by high water.", 4.0),
]


def _lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_validate_sentiment_uses_the_model_of_the_settings(settings: Path, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {
            "text": text,
            "start": text.index(name),
            "end": text.index(name) + len(name),
            "target": name,
            "label": label,
        }
        for text, name, label in TARGETS
    ]
    data = _lines(tmp_path / "rows.jsonl", rows)
    predicted = tmp_path / "predicted.jsonl"
    shown = json.loads(call("validate", "sentiment", data, "--config", settings, "--json").output)
    call("validate", "sentiment", data, "--config", settings, "--predictions", predicted)
    with_extra = predicted.read_text(encoding="utf-8")
    call("validate", "sentiment", data, "--predictions", predicted)
    assert shown["metrics"]["accuracy"] == 1.0
    assert with_extra != predicted.read_text(encoding="utf-8")


def test_validate_alignment_finds_the_settings_in_the_working_directory(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = _lines(
        tmp_path / "pairs.jsonl", [{"a": a, "b": b, "similarity": s} for a, b, s in PAIRS]
    )
    monkeypatch.chdir(tmp_path)
    default = json.loads(call("validate", "alignment", data, "--json").output)
    settings.rename(tmp_path / "config.toml")
    semantic = json.loads(call("validate", "alignment", data, "--json").output)
    assert semantic["metrics"]["pearson_r"] > default["metrics"]["pearson_r"]


def test_features_print_the_scores_of_the_extra(settings: Path) -> None:
    assert "sentiment (semantic extra)" in call("features", "--config", settings).output


def test_a_report_names_the_model_and_its_bytes_stay(settings: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "north.txt").write_text(NORTH, encoding="utf-8")
    (articles / "south.txt").write_text(SOUTH, encoding="utf-8")
    both = CONFIG + settings.read_text(encoding="utf-8")
    (articles / "config.toml").write_text(both, encoding="utf-8")
    for out in ("one", "two"):
        result = call("report", articles, "--out", tmp_path / out)
        assert result.exit_code == 0, result.output
    one = (tmp_path / "one" / "report.json").read_bytes()
    assert one == (tmp_path / "two" / "report.json").read_bytes()
    assert b"semantic model" in one
    assert b"sentiment (semantic extra)" in one
    assert str(tmp_path).encode() not in one
